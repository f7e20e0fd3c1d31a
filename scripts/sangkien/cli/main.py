"""``sangkien``: the group of commands, loaded only when called, and the last guard against tracebacks."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import NoReturn

import click

from sangkien.cli.arguments import meant
from sangkien.cli.console import print_utf8
from sangkien.diagnostics import UserError
from sangkien.source.long_paths import too_long

COMMANDS = {
    "new": "sangkien.cli.new:new",
    "template": "sangkien.cli.template:template",
    "import": "sangkien.cli.importing:import_",
    "check": "sangkien.cli.check:check",
    "build": "sangkien.cli.build:build",
    "publish": "sangkien.cli.publish:publish",
    "embargoed": "sangkien.cli.embargoed:embargoed",
    "preview": "sangkien.cli.preview:preview",
    "serve": "sangkien.cli.serve:serve",
    "report": "sangkien.cli.report:report",
    "consent": "sangkien.cli.consent:consent",
    "withdraw": "sangkien.cli.withdraw:withdraw",
    "init": "sangkien.cli.init:init",
}
EXIT_COULD_NOT_RUN = 2


class LazyGroup(click.Group):
    """Imports a command's module when it is called: ``build`` with nothing to do starts in no time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command's function, or None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sangkien")
def group() -> None:
    """Làm trang trưng bày sáng kiến từ các thư mục Markdown và ảnh.

    Make the site of an innovation fair from folders of Markdown and photos.
    """


def main() -> None:
    """Run, and end with 0, 1 or 2; what goes wrong is said in one sentence in each language."""
    _prepare()
    try:
        group(list(meant(sys.argv[1:])) if os.name == "nt" else None, standalone_mode=False)
        leave(0)
    except SystemExit as end:
        leave(end.code if isinstance(end.code, int) else 0)
    except UserError as error:
        fail(error.text.vi, error.text.en)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_COULD_NOT_RUN)
    except (KeyboardInterrupt, click.Abort):
        fail("Đã dừng theo yêu cầu. Trang cũ vẫn còn nguyên.", "Stopped as asked. The old site is untouched.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(EXIT_COULD_NOT_RUN)
    except OSError as error:  # a folder without rights, a full disk: no fault of the tool
        if os.environ.get("SANGKIEN_DEBUG"):
            raise
        _not_reached(error)
    except Exception as error:  # the last guard: no traceback reaches a user
        if os.environ.get("SANGKIEN_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        fail(
            f"Lỗi của chính công cụ ({what}). Trang cũ vẫn còn nguyên. "
            "Đặt SANGKIEN_DEBUG=1, chạy lại và gửi những gì hiện ra cho người phụ trách.",
            f"A fault of the tool itself ({what}). The old site is untouched. "
            "Set SANGKIEN_DEBUG=1, run again and send what it prints.",
        )


def _prepare() -> None:
    """What holds for the whole process: text in UTF-8, and for a build no garbage collector."""
    print_utf8()
    if sys.argv[1:2] == ["build"]:
        gc.disable()  # for good: switched on again, it would look through a whole fair just before the end


def _not_reached(error: OSError) -> NoReturn:
    """End with why a file could not be read or written."""
    if known := too_long(error):
        fail(known.text.vi, known.text.en)
    where = f" {error.filename}" if error.filename else ""
    fail(
        f"Không đọc hoặc không ghi được{where}: {error.strerror or error}. Trang cũ vẫn còn nguyên. "
        "Hãy xem quyền đọc, quyền ghi, chỗ trống trên đĩa, đóng các tệp đang mở rồi chạy lại.",
        f"Could not read or write{where}: {error.strerror or error}. The old site is untouched. "
        "See whether it may be read and written, whether the disk has room, close open files; run again.",
    )


def leave(code: int) -> None:
    """End at once: taking ten thousand initiatives apart, object by object, lasts a fifth of a second."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def fail(vi: str, en: str) -> NoReturn:
    """Say why nothing could be done, in both languages, and end with 2."""
    sys.stderr.write(f"{vi}\n{en}\n")
    sys.exit(EXIT_COULD_NOT_RUN)
