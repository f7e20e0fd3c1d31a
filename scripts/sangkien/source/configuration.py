"""``mkdocs.yml`` → settings, read without MkDocs; words of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from sangkien.diagnostics import UserError
from sangkien.model.scalars import is_web_url
from sangkien.settings import Settings
from sangkien.source import yaml_text
from sangkien.source.document import decode
from sangkien.source.tree import Tree

CONFIG = "mkdocs.yml"
_NUMBER = re.compile(r"[0-9]{1,9}")
_INTEGERS = {"page_size": (6, 500), "feed_size": (1, 500)}
_TEXTS = (
    *("organiser", "language", "timezone", "typeface", "initiatives_dir"),
    *("press_kits", "drawn_cards", "press_contact", "about_short", "about_medium", "about_long"),
)


def load_settings(tree: Tree, root: str, now: datetime) -> Settings:
    """Settings of the fair at ``root``. Raises UserError with what is wrong in ``mkdocs.yml``."""
    data = _configuration(tree)
    site_url = str(data.get("site_url") or Settings.__dataclass_fields__["site_url"].default)
    if not is_web_url(site_url):
        raise _wrong("site_url", site_url, "một địa chỉ https://…", "an address such as https://…")
    settings = Settings(
        root=root,
        now=now,
        site_name=str(data.get("site_name") or "sangkien"),
        site_url=site_url if site_url.endswith("/") else site_url + "/",
        site_description=str(data.get("site_description") or ""),
        content_dir=_folder(data, "docs_dir", "content"),
        site_dir=str(data.get("site_dir") or "site"),
        theme_dir=_theme(data),
        text_licence=_licence(data),
    )
    return _checked(replace(settings, **_options(data)))


def _configuration(tree: Tree) -> dict[str, Any]:
    try:
        text, faults = decode(tree.read(CONFIG))
    except OSError as error:
        raise UserError(f"Không đọc được tệp {CONFIG}.", f"The file {CONFIG} cannot be read.") from error
    if faults:
        raise UserError(
            f"Tệp {CONFIG} không được lưu bằng UTF-8. Notepad: File > Save As, ở ô Encoding chọn “UTF-8”, lưu"
            " đè lên tệp cũ, rồi chạy lại.",
            f"The file {CONFIG} is not UTF-8. Save it as UTF-8 (Notepad: File > Save As, Encoding), then run"
            " again.",
        )
    try:
        loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        data = _lenient(loader(text).get_single_node())
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UserError(
            f"Tệp {CONFIG}, dòng {line}: sai cú pháp YAML.",
            f"The file {CONFIG}, line {line}: malformed YAML.",
        ) from error
    if isinstance(data, dict) and "INHERIT" in data:  # nobody would see when that file changes
        raise _wrong(
            "INHERIT",
            str(data["INHERIT"]),
            "mọi mục nằm ngay trong tệp này: hãy chép các mục của tệp kia vào",
            "all of it in this file: copy what the other one says",
        )
    return data if isinstance(data, dict) else {}


def _lenient(node: Any) -> Any:
    """Text, lists and mappings; a tag that only MkDocs understands is passed over."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _lenient(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_lenient(item) for item in node.value]
    return node.value if node is not None and not node.tag.startswith("!ENV") else ""


def _folder(data: dict[str, Any], key: str, default: str) -> str:
    value = str(data.get(key) or default).strip("/")
    if ".." in value.split("/") or value.startswith(("/", "~")) or ":" in value:
        raise _wrong(key, value, "một thư mục nằm trong thư mục gốc", "a folder below the root")
    return value


def _theme(data: dict[str, Any]) -> str:
    theme = data.get("theme")
    return _folder(theme, "custom_dir", "theme") if isinstance(theme, dict) else "theme"


def _licence(data: dict[str, Any]) -> str:
    extra = data.get("extra")
    found = extra.get("text_licence") if isinstance(extra, dict) else None
    return " ".join(found.split()) if isinstance(found, str) else ""


def _options(data: dict[str, Any]) -> dict[str, Any]:
    plugins = data.get("plugins")
    found: Any = {}
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(plugin, dict) and isinstance(plugin.get("sangkien"), dict):
            found = plugin["sangkien"]
    options: dict[str, Any] = {key: str(found[key]) for key in _TEXTS if found.get(key)}
    if "initiatives_dir" in options:
        options["initiatives_dir"] = _folder(options, "initiatives_dir", "initiatives")
    for key, (low, high) in _INTEGERS.items():
        text = str(found.get(key) or "")
        if text:
            if not _NUMBER.fullmatch(text) or not low <= int(text) <= high:
                raise _wrong(key, text, f"một số từ {low} đến {high}", f"a number from {low} to {high}")
            options[key] = int(text)
    return options


def _checked(settings: Settings) -> Settings:
    if settings.language not in ("vi", "en"):
        raise _wrong("language", settings.language, "vi hoặc en", "vi or en")
    for key in ("press_kits", "drawn_cards"):
        if (chosen := getattr(settings, key)) not in ("all", "featured", "none"):
            raise _wrong(key, chosen, "all, featured hoặc none", "all, featured or none")
    try:
        ZoneInfo(settings.timezone)
    except (KeyError, ValueError, OSError) as error:
        raise _wrong(
            "timezone",
            settings.timezone,
            "tên múi giờ như Asia/Ho_Chi_Minh",
            "a zone's name such as Asia/Ho_Chi_Minh",
        ) from error
    return settings


def _wrong(key: str, value: str, vi: str, en: str) -> UserError:
    return UserError(
        f"Tệp {CONFIG}: “{key}: {value}” chưa đúng, cần {vi}.",
        f"The file {CONFIG}: “{key}: {value}” is wrong: give {en}.",
    )


def load_words(tree: Tree, settings: Settings) -> Mapping[str, str]:
    """The interface's words in the fair's language. Raises UserError when the file cannot be used."""
    return read_words(tree, f"{settings.theme_dir}/words/{settings.language}.yml")


def read_words(tree: Tree, path: str) -> Mapping[str, str]:
    """The words of one file. Raises UserError when it cannot be used."""
    try:
        text, faults = decode(tree.read(path))
    except OSError as error:
        raise UserError(f"Không đọc được tệp {path}.", f"The file {path} cannot be read.") from error
    data, more = yaml_text.parse(text)
    if (
        faults
        or more
        or not isinstance(data, dict)
        or not all(isinstance(value, str) for value in data.values())
    ):
        raise UserError(
            f"Tệp {path} phải là danh sách “khóa: câu chữ”.",
            f"The file {path} must be a list of “key: words”.",
        )
    return data
