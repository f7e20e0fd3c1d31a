"""Style sheets: one file from many, in order, and the face's rules before them."""

from __future__ import annotations

import re
from pathlib import Path

from sangkien.shell.faces import face_files
from sangkien.shell.sheets import EMBED, FOLDER, ORDER, join_sheets, squeezed
from sangkien.typeface.fallbacks import FALLBACKS

THEME = Path(__file__).resolve().parent.parent.parent / "theme"


def test_comments_and_needless_space_go_and_quotations_stay() -> None:
    css = '/* why: "x" */\na b ,\nc {\n  content: " ;  { /* no comment */ ";\n  margin: 0  1px;\n}\n'
    assert squeezed(css) == 'a b,c{content: " ;  { /* no comment */ ";margin: 0 1px}'


def test_an_apostrophe_in_a_comment_opens_no_quotation() -> None:
    assert squeezed("/* a page's */ a { color: red; } /* it's */ b { top: 0; }") == "a{color: red}b{top: 0}"


def test_sheets_are_joined_in_order_and_their_sources_taken_out(tmp_path: Path) -> None:
    made, theme = tmp_path / "made", tmp_path / "theme"
    for folder in (made, theme):
        (folder / "assets/stylesheets").mkdir(parents=True)
        for name in ("parts", "tokens", "embed", "own"):
            (folder / f"assets/stylesheets/{name}.css").write_text(f".{name} {{ top: 0; }}\n", "utf-8")
    join_sheets(made, theme, "@font-face{}")
    names = sorted(path.name for path in (made / "assets/stylesheets").iterdir())
    assert names == ["embed.css", "fair.css", "own.css"]
    framed = (made / "assets/stylesheets/embed.css").read_text("utf-8")
    assert framed == ".tokens{top: 0}\n.embed{top: 0}"
    joined = (made / "assets/stylesheets/fair.css").read_text("utf-8")
    assert joined == "@font-face{}\n.tokens{top: 0}\n.parts{top: 0}"


def test_no_sheet_of_the_theme_is_forgotten() -> None:
    sheets = {path.stem for path in (THEME / FOLDER).glob("*.css")}
    assert sheets == {*ORDER, *EMBED, "material"}  # Material's pages alone ask for that one


def test_each_fallback_has_measures_of_its_own_and_the_tokens_name_it() -> None:
    rules = face_files("Be Vietnam Pro", None)[1]
    tokens = (THEME / FOLDER / "tokens.css").read_text("utf-8")
    names = [f'"Be Vietnam Pro on {one.name}"' for one in FALLBACKS]
    assert [name for name in names if rules.count(f"font-family:{name};") != 2 or name not in tokens] == []
    dejavu = re.findall(
        r'on DejaVu Sans";font-weight:(\d+);.*?size-adjust:([\d.]+)%;ascent-override:([\d.]+)%', rules
    )
    assert dejavu == [("400", "95.49", "104.73"), ("700", "87.90", "113.77")]


def test_a_face_is_made_once_and_kept(tmp_path: Path) -> None:
    files, rules = face_files("Be Vietnam Pro", tmp_path)
    assert sorted(files) == ["assets/fonts/be-vietnam-pro-400.woff2", "assets/fonts/be-vietnam-pro-700.woff2"]
    assert rules.count("font-display:optional") == 2
    for kept in tmp_path.glob("*.woff2"):
        kept.write_bytes(b"kept")
    assert set(face_files("Be Vietnam Pro", tmp_path)[0].values()) == {b"kept"}
    assert face_files("Be Vietnam Pro", None) == (files, rules)
    assert face_files("none", tmp_path) == ({}, "")
