"""Jinja for tens of thousands of pages: the same templates and bytes, less work for each value printed.

What never changes within a build (words, addresses of sections, the site's own data) is folded into a
template when it is compiled; values are looked up in mappings first, and escaped without a detour.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
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
    if kind is int:
        return str(value)
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

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # as above
        """``card(one, root)``: what is called by its name, most often a macro or the words."""
        named = isinstance(node.node, nodes.Name) and not any(iskeyword(value.key) for value in node.kwargs)
        if not named or forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("environment.called(context, ")
        for number, part in enumerate((node.node, *node.args, *node.kwargs)):
            if number:
                self.write(", ")
            self.visit(part, frame)
        self.write(")")


def called(context: Context, what: Any, /, *args: Any, **values: Any) -> Any:
    """``what(*args, **values)``, without all that Jinja looks for first: of a macro the function within."""
    if type(what) is Macro:
        absent = what._argument_count - len(args)
        if absent >= 0 and not (values or what.caller or what.catch_kwargs or what.catch_varargs):
            return str.__new__(Markup, what._func(*args, *(missing,) * absent))
    elif type(what) is Words:
        return what(*args, **values)
    return context.call(what, *args, **values)


class _Imported(Template):
    """Imported without a look at globals: here no template is rendered with others than its own."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
        return self._module


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
    template_class = _Imported
    escaped = staticmethod(escaped)
    called = staticmethod(called)

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
        self._got: dict[str, Template] = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        own = {found.name for found in tree.find_all(nodes.Name) if found.ctx != "load"}
        if not own & self._constant:  # a template's own variable of that name is another thing
            self._fold.visit(tree)
        return tree

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # the library's name
    ) -> Template:
        """From a dict: each page imports a dozen, and Jinja's own cache takes a lock for each."""
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        found = self._got.get(name)
        if found is None:
            found = self._got[name] = super().get_template(name, parent)
        return found

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
