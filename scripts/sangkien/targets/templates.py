"""Jinja for tens of thousands of pages: the same templates and bytes, less work for each value printed.

What never changes within a build (words, addresses of sections, the site's own data) is folded into a
template when it is compiled; values are looked up in mappings first, and escaped without a detour.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]  # text to text: quick

from sangkien.views.words import Words


def escaped(value: object) -> str:
    """A printed value's text, as ``markupsafe.escape`` gives it, but no ``Markup`` is made of it."""
    kind = type(value)
    if kind is str:
        return escape_text(value)  # type: ignore[arg-type]  # its type was just asked
    if kind is Markup:
        return value  # type: ignore[return-value]  # likewise
    return escape(value)


class _Printing(CodeGenerator):
    """Prints values by ``escaped``: what is printed is only joined, and need not know that it is safe."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # the library's name
        """``page.title``: straight from the mapping where it is in one, without a call."""
        if not isinstance(node.node, nodes.Name) or node.node.ctx != "load":
            super().visit_Getattr(node, frame)
            return
        ref, key = frame.symbols.ref(node.node.name), repr(node.attr)
        self.write(f"({ref}[{key}] if isinstance({ref}, dict) and {key} in {ref} else ")
        super().visit_Getattr(node, frame)
        self.write(")")


class _Calls(Context):
    """Calls macros straight: they need nothing of what a call may ask for."""

    def call(self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(__obj) is Macro:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)


class _Fold(NodeTransformer):
    """Puts in the place of ``t("key")``, ``site.name`` and ``urls.home`` what they are."""

    def __init__(self, words: Words, values: Mapping[str, Mapping[str, str]]) -> None:
        self._words, self._values = words, values

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # the library's name
        self.generic_visit(node)
        key = node.args[0] if len(node.args) == 1 else None
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        named = isinstance(node.node, nodes.Name) and node.node.name == "t"
        if plain and named and isinstance(key, nodes.Const) and key.value in self._words.texts:
            return nodes.Const(self._words(key.value), lineno=node.lineno)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802  # the library's name
        self.generic_visit(node)
        if isinstance(node.node, nodes.Name):
            known = self._values.get(node.node.name, {})
            if node.attr in known:
                return nodes.Const(known[node.attr], lineno=node.lineno)
        return node


class Templates(Environment):
    """Templates of a theme. Everything is escaped unless a template says otherwise.

    ``compiled``: a folder where compiled templates are kept by their source; it must be another one for
    other words and values, which are a part of what is compiled. Empty for nowhere.
    """

    code_generator_class = _Printing
    context_class = _Calls
    escaped = staticmethod(escaped)

    def __init__(
        self, theme: str, compiled: str, words: Words, values: Mapping[str, Mapping[str, str]]
    ) -> None:
        super().__init__(
            loader=FileSystemLoader(theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_Compiled(compiled) if compiled else None,
        )
        self.globals.update(t=words, **values)
        self._fold = _Fold(words, values)
        self._constant = {"t", *values}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        own = {found.name for found in tree.find_all(nodes.Name) if found.ctx != "load"}
        if not own & self._constant:  # a template's own variable of that name is another thing
            self._fold.visit(tree)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """In a mapping first: views are mappings, and a failed ``getattr`` costs most of a page."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict instead of a chain of two: each render copies it, each import looks through it."""
        return {**self.globals, **(d or {})}


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder; a damaged file there is as good as none."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  # a damaged pickle raises anything
            bucket.reset()
