"""``sangkien consent``: who is shown on what basis, a sheet to fill in and import, forms to sign."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from sangkien.cli.alone import alone
from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake.consent_sheet import DAY, HEAD, OWN, REPORT, Import, import_consents
from sangkien.intake.consents import ORDER, Basis, Consent, consents, people
from sangkien.report.characters import visible
from sangkien.report.consent_forms import Person, Story, forms
from sangkien.report.workbook import Choice, Sheet, workbook
from sangkien.settings import Settings

_HEADS: dict[Basis, Text] = {
    "missing": Text("Chưa có sự đồng ý", "No consent yet"),
    "unclear": Text("Ghi chưa rõ", "Unclear"),
    "report": Text(
        "Theo tin đã công bố, nên hỏi chính người ấy", "By a public report: better ask the person"
    ),
    "own": Text("Đã đồng ý", "Consented"),
    "withdrawn": Text("Đã rút lại", "Taken back"),
}
_STATUS = {
    "published": Text("đăng", "published"),
    "draft": Text("bản nháp", "draft"),
    "withdrawn": Text("đã gỡ", "withdrawn"),
}
_KIND = ("Sáng kiến", "Sự kiện")
_NOBODY = Text("Chưa nêu tên ai (không tính bài mẫu).", "Nobody is named (samples left out).")
_SUM = Text(
    "{people} người, {shown} người đang được nêu tên, {missing} người còn thiếu sự đồng ý.",
    "{people} people, {shown} of them named in public, {missing} without a consent.",
)
_NOTE = Text("Ngày/tháng/năm trên phiếu đã ký, ví dụ 28/4/2022.", "Day/month/year on the signed form.")
_NO_FORMS = Text("Không ai còn phải ký phiếu.", "Nobody is left to sign a form.")


@click.command(short_help="Sự đồng ý của tác giả · who consented to be named")
@click.option("--missing", is_flag=True, help="Chỉ những người còn thiếu · only whose is missing")
@click.option("--sheet", type=click.Path(path_type=Path), help="Ghi bảng Excel để điền · a sheet to fill in")
@click.option(
    "--forms", "form", type=click.Path(path_type=Path), help="Ghi phiếu để in và ký (HTML) · forms to sign"
)
@click.option(
    "--import",
    "filled",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Đưa ngày trong bảng vào bài · take the dates of a sheet over",
)
@click.option("--overwrite", is_flag=True, help="Thay cả ngày đã ghi · replace dates that stand already")
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem, không ghi gì · show, write nothing")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def consent(  # noqa: PLR0913  # one parameter for each option of the command
    *,
    missing: bool,
    sheet: Path | None,
    form: Path | None,
    filled: Path | None,
    overwrite: bool,
    dry_run: bool,
    language: str,
) -> None:
    """Ai được nêu tên, theo căn cứ nào, từ ngày nào; ai còn thiếu (kể cả bản nháp).

    Who is named, on what basis and since when; whose consent is missing, drafts too. Samples are left out.
    Exit code: 0, 1 where a consent is missing or a row of the sheet is in doubt, 2 could not run.

    \b
    Ví dụ · examples:
      sangkien consent --missing
      sangkien consent --forms phieu-dong-y.html --sheet dong-y.xlsx
      sangkien consent --import dong-y.xlsx
    """
    chosen = language_of(language)
    try:
        tree, settings = load()
        if filled is not None:
            with nullcontext() if dry_run else alone(settings, chosen):
                rows = consents(tree, settings)
                found = import_consents(tree, _read(filled), rows, settings.today, overwrite)
                if not dry_run:
                    found.write()
            click.echo("\n".join(_imported(found, dry_run, chosen)))
            sys.exit(1 if found.doubts else 0)
        rows = consents(tree, settings)
        for place, data in ((sheet, _sheet(rows, settings)), (form, _forms(rows, settings))):
            if place is not None and data is not None:
                _write(place, data)
                click.echo(str(place))
            elif place is not None:
                click.echo(_NO_FORMS.of(chosen))
    except UserError as error:
        click.echo(error.text.of(chosen), err=True)
        sys.exit(2)
    if sheet is not None or form is not None:
        return
    click.echo("\n".join(_lines(rows, missing, chosen)))
    sys.exit(1 if any(row.basis in ("missing", "unclear") for row in rows) else 0)


def _read(filled: Path) -> bytes:
    try:
        return filled.read_bytes()
    except OSError as error:
        raise UserError(
            f"Không đọc được {filled}. Hãy đóng tệp trong Excel rồi chạy lại.",
            f"{filled} cannot be read. Close it in Excel, then run again.",
        ) from error


def _imported(found: Import, dry_run: bool, language: Language) -> list[str]:
    files = sum(change.data is not None for change in found.changes)
    done = Text("Sẽ ghi", "would be written into") if dry_run else Text("Đã ghi", "written into")
    lines = [
        Text(
            f"{done.vi} {found.count} ngày vào {files} tệp; {found.same} ngày có sẵn.",
            f"{found.count} dates {done.en} {files} files; {found.same} stood.",
        ).of(language)
    ]
    if found.doubts:
        lines.append(Text("Chưa ghi, vì chưa chắc:", "Not written, for it is in doubt:").of(language))
    row = Text("dòng", "row").of(language)
    for doubt in found.doubts:
        place = f"{row} {doubt.row} · " if doubt.row else ""
        lines.append(f"  {place}{visible(doubt.who)}: {doubt.why.of(language)}")
    return lines


def _lines(rows: Sequence[Consent], missing: bool, language: Language) -> list[str]:
    if not rows:
        return [_NOBODY.of(language)]
    lines = []
    for basis in ORDER[:2] if missing else ORDER:
        own = [row for row in rows if row.basis == basis]
        if own:
            lines.append(f"{_HEADS[basis].of(language)} ({len(own)}):")
            lines += [f"  {visible(_line(row, language))}" for row in own]
    grouped = [own for _, own in people(tuple(rows))]
    counts = {
        "people": len(grouped),
        "shown": sum(any(row.shown for row in own) for own in grouped),
        "missing": sum(any(row.basis in ("missing", "unclear") for row in own) for own in grouped),
    }
    return [*lines, _SUM.format(**counts).of(language)]


def _line(row: Consent, language: Language) -> str:
    status = _STATUS.get(row.entry.status)
    parts = [
        row.entry.name,
        row.since.strftime("%d/%m/%Y") if row.since else "",
        row.publisher or "",
        f"{row.where} ({status.of(language) if status else '?'})",
    ]
    return " · ".join(part for part in parts if part)


def _sheet(rows: Sequence[Consent], settings: Settings) -> bytes:
    shown = [
        (
            row.where,
            row.entry.name,
            row.entry.role,
            row.unit,
            status.vi if (status := _STATUS.get(row.entry.status)) else row.entry.status,
            row.since if row.basis in ("own", "report") else None,
            {"own": OWN, "report": REPORT}.get(row.basis),
            row.publisher,
        )
        for row in rows
        if row.basis != "withdrawn"
    ]
    table = Sheet(
        "Sự đồng ý",
        HEAD,
        shown,
        days=(HEAD.index(DAY),),
        choices=(Choice(HEAD.index("Căn cứ"), (OWN, REPORT)),),
        notes={HEAD.index(DAY): _NOTE.vi},
    )
    return workbook([table], settings.now)


def _forms(rows: tuple[Consent, ...], settings: Settings) -> bytes | None:
    """For everybody who did not consent in person yet; None where there is nobody."""
    wanted = []
    for _, own in people(tuple(row for row in rows if row.basis in ("missing", "unclear", "report"))):
        first = own[0]
        role = ", ".join(part for part in (first.entry.role, first.unit) if part)
        stories = tuple(Story(_KIND[row.entry.document.kind == "event"], row.title) for row in own)
        wanted.append(Person(first.entry.name, role, tuple(dict.fromkeys(stories))))
    return forms(wanted, settings).encode() if wanted else None


def _write(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise UserError(
            f"Không ghi được {place}. Tệp có đang mở trong Excel không? Hãy đóng lại rồi chạy lại.",
            f"{place} cannot be written. Close it where it is open, then run again.",
        ) from error
