"""The search's script: one file from many, in order, without what only an editor needs."""

from __future__ import annotations

from pathlib import Path

from sangkien.shell.scripts import FOLDER, JOINED, ORDER, join_scripts, squeezed

THEME = Path(__file__).resolve().parent.parent.parent / "theme"


def test_comments_and_indentation_go_and_strings_stay() -> None:
    script = '// why\nconst a = "// no comment"; // which\n\n  // more\n  f(`https://x`);\n'
    assert squeezed(script) == 'const a = "// no comment";\nf(`https://x`);\n'


def test_parts_are_joined_in_order_in_one_scope_and_taken_out(tmp_path: Path) -> None:
    made, theme = tmp_path / "made", tmp_path / "theme"
    for folder in (made, theme):
        (folder / FOLDER).mkdir(parents=True)
        for name in ("page", "text"):
            (folder / FOLDER / f"{name}.js").write_text(f"{name}();\n", "utf-8")
    join_scripts(made, theme)
    assert not (made / FOLDER).exists()
    assert (made / JOINED).read_text("utf-8") == (
        '//# allFunctionsCalledOnLoad\n(() => {\n"use strict";\ntext();\npage();\n})();\n'
    )


def test_no_part_of_the_theme_is_forgotten() -> None:
    assert {path.stem for path in (THEME / FOLDER).glob("*.js")} == set(ORDER)


def test_a_comment_behind_code_is_the_only_kind_beside_a_line_of_its_own() -> None:
    for path in (THEME / FOLDER).glob("*.js"):
        assert "/*" not in path.read_text("utf-8").replace("/* the address stays */", ""), path
