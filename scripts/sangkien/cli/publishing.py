"""The heavy half of ``sangkien publish``: build, open the host, send, look again, say what was done."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from sangkien import urls
from sangkien.build.examine import Survey
from sangkien.build.home import STAMP, Home
from sangkien.build.lock import build_lock
from sangkien.build.request import Request
from sangkien.build.site import build_site
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.register import published_addresses
from sangkien.cli.building import conclude
from sangkien.cli.context import default_jobs, language_of, load
from sangkien.cli.looking import home_of, look
from sangkien.cli.progress import say_waiting, shown
from sangkien.diagnostics import Language, Severity, Text, UserError
from sangkien.publish.address import Address, Around, open_host, read_address
from sangkien.publish.allowed import must_go_out, outdated, past_of, withdrawn_addresses
from sangkien.publish.host import Host
from sangkien.publish.kept import go_back
from sangkien.publish.over_http import differing, sample
from sangkien.publish.release import Content, files_of, local_content, release_id
from sangkien.publish.send import Sent, send
from sangkien.publish.serving import headers_file, snippets
from sangkien.report import text
from sangkien.settings import PLACEHOLDER_SITE_URL, Settings
from sangkien.source.tree import DiskTree
from sangkien.views.moved import moved

_S3 = {
    "access_key_id": ("AWS_ACCESS_KEY_ID",),
    "secret_access_key": ("AWS_SECRET_ACCESS_KEY",),
    "token": ("AWS_SESSION_TOKEN",),
    "region": ("AWS_REGION", "AWS_DEFAULT_REGION"),
    "endpoint": ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"),
}
"""obstore's options and the variables that other tools for such storage read too."""
_SAY = {
    "put": Text("Đưa lên {n} tệp…", "Uploading {n} files…"),
    "delete": Text("Gỡ {n} tệp…", "Removing {n} files…"),
    "verify": Text("Kiểm tra lại {n} tệp…", "Checking {n} files…"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks."""

    target: str
    no_build: bool = False
    rollback: int | None = None
    keep: int = 5
    verify: str | None = None
    jobs: int | None = None


def run_publish(wanted: Wanted, language: str) -> int:
    """Publish; 0 done, 1 not all of it: errors in the sources, or something served otherwise than built."""
    start = time.perf_counter()
    tree, settings = load(moment=time.time())
    spoken = language_of(language)
    try:
        address = _checked(wanted, settings)
        errors, taken_out = _built(wanted, settings, language)
        home = home_of(settings)
        with build_lock(home.base / "publish.lock", say_waiting(language), command="publish"):
            return _publish(wanted, address, tree, settings, spoken, (errors, taken_out, start))
    except UserError as error:
        click.echo(error.text.of(spoken), err=True)
        return 2


def _checked(wanted: Wanted, settings: Settings) -> Address:
    """The target, where the fair may be published at all."""
    if settings.site_url == PLACEHOLDER_SITE_URL:
        raise UserError(
            f"mkdocs.yml còn để địa chỉ mẫu “site_url: {PLACEHOLDER_SITE_URL}”. Hãy ghi địa chỉ thật.",
            f"mkdocs.yml still has the placeholder “site_url: {PLACEHOLDER_SITE_URL}”: give the real one.",
        )
    if wanted.verify and not _is_web_address(wanted.verify):
        raise UserError(
            f"--verify cần một địa chỉ https://…, không phải “{wanted.verify}”.",
            f"--verify takes an address such as https://…, not “{wanted.verify}”.",
        )
    return read_address(wanted.target, Path.cwd(), Path(settings.root).resolve())


def _is_web_address(text: str) -> bool:
    try:
        return urlsplit(text).scheme in ("http", "https")
    except ValueError:
        return False


def _built(wanted: Wanted, settings: Settings, language: str) -> tuple[int, bool]:
    """Build. How many errors there are, and whether pages were taken out in spite of them."""
    if wanted.no_build:
        return 0, False
    site = (Path(settings.root) / settings.site_dir).resolve()
    jobs = wanted.jobs or default_jobs()
    start = time.perf_counter()
    request = Request(settings, site, jobs, keep_going=wanted.rollback is not None)
    with shown(language) as progress:
        outcome = build_site(request, progress)
    conclude(outcome, language, site, time.perf_counter() - start)
    return outcome.errors, bool(outcome.taken_out)


def _publish(  # the stages' results, each used once
    wanted: Wanted,
    address: Address,
    tree: DiskTree,
    settings: Settings,
    language: Language,
    built: tuple[int, bool, float],
) -> int:
    errors, taken_out, start = built
    home = home_of(settings)
    if not (home.site / STAMP).exists():
        raise UserError("Chưa dựng trang nào. Hãy chạy build trước.", "Nothing was built yet. Build first.")
    seen, public = look(settings, wanted.jobs or default_jobs())
    past = past_of(seen.checked, public, home.site, withdrawn_addresses(tree, settings))
    if wanted.no_build:
        errors = _errors_now(seen, language)
        if stale := outdated(seen.checked, public, home.site):
            raise UserError(
                f"Trang đã dựng còn {len(stale)} trang nay không được hiện nữa. Hãy bỏ --no-build.",
                f"The site as built has {len(stale)} pages that may not be shown now. Leave out --no-build.",
            )
    host = open_host(address, _around(home, settings))
    more = {"_headers": headers_file()} | ({".nojekyll": b""} if address.kind == "git" else {})
    today = local_content(home.site, host.tag, more)
    there = host.listing()
    if errors and wanted.rollback is None and not (taken_out or must_go_out(host, there, today, past)):
        _say(language, _ERRORS)
        return 1
    content = today
    if wanted.rollback is not None:
        back = go_back(host, there, today, past, wanted.rollback)
        content = back.content
        _say(language, _BACK, id=back.release.id, n=back.todays)
    sent = send(
        host, content, release_id(settings.now, files_of(content)), wanted.keep, past, _sayer(language)
    )
    _say_done(sent, host, language, time.perf_counter() - start)
    code = max(_verified(wanted.verify, content, sent, public, language), 1 if errors else 0)
    _remind(seen, public, language)
    return code


_ERRORS = Text(
    "Còn lỗi nên chưa xuất bản gì. Trang trên máy chủ vẫn như cũ.",
    "There are errors: nothing was published. The site on the host is as it was.",
)
_BACK = Text(
    "Quay lại bản {id}; {n} tệp giữ theo bản hôm nay vì có điều đã gỡ.",
    "Going back to {id}; {n} files stay today's, for something was taken out since.",
)
_DONE = Text(
    "Đã xuất bản lên {host}: {put} tệp mới, gỡ {removed} tệp, giữ {kept} bản trước · {seconds} giây",
    "Published to {host}: {put} files put, {removed} removed, {kept} earlier releases kept · {seconds} s",
)
_UNRECORDED = Text(
    "{n} địa chỉ vừa đăng chưa có trong sổ. Chạy “sangkien build --record” để đường dẫn được giữ mãi.",
    "{n} addresses are not in the ledger yet. Run “sangkien build --record”, and links to them will live on.",
)
_SERVED = Text("Qua mạng: {n} tệp đúng như đã dựng.", "Over HTTP: {n} files are what was built.")
_UNLIKE = Text(
    "Qua mạng: {n} tệp chưa đúng như đã dựng, ví dụ {path}. Máy chủ có thể còn giữ bản cũ; "
    "đợi vài phút rồi chạy lại.",
    "Over HTTP: {n} files are not what was built, for example {path}. A cache may still hold old ones; "
    "wait some minutes and run this again.",
)


def _errors_now(seen: Survey, language: Language) -> int:
    found = [item for item in seen.checked.diagnostics if item.severity is Severity.ERROR]
    if found:
        click.echo(text.render(found, language), err=True)
    return len(found)


def _around(home: Home, settings: Settings) -> Around:
    own = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}
    environment = {key: value for key, value in os.environ.items() if key not in own}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    s3 = {key: found for key, names in _S3.items() if (found := _first(names))}
    if "endpoint" in s3:
        s3.setdefault("region", "us-east-1")
    return Around(home.root, home.base / "publish", settings.now, environment, s3)


def _first(names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := os.environ.get(name))), "")


def _remind(seen: Survey, public: Catalogue, language: Language) -> None:
    """Addresses that people can see and no record promises to keep."""
    new = len(published_addresses(public, ()).keys() - seen.checked.catalogue.register.rows.keys())
    if new:
        _say(language, _UNRECORDED, n=new)


def _verified(url: str | None, content: Content, sent: Sent, public: Catalogue, language: Language) -> int:
    """Ask over HTTP for all that changed and a sample of the rest: 0, or 1 where something differs.

    A server that was told to leads on by itself from where a page would: such pages are not asked for.
    """
    if url is None:
        return 0
    led = {urls.file_of(address) for address in moved(public)}
    paths = sample(content.keys() - led, sent.put)
    wrong = differing(url, {path: content[path].digest for path in paths}, sent.removed)
    if wrong:
        _say(language, _UNLIKE, n=len(wrong), path=wrong[0])
        return 1
    _say(language, _SERVED, n=len(paths) + len(sent.removed))
    return 0


def _sayer(language: Language) -> Callable[[str, int], None]:
    def say(stage: str, count: int) -> None:
        if count and sys.stderr.isatty():
            click.echo(_SAY[stage].format(n=count).of(language), err=True)

    return say


def _say_done(sent: Sent, host: Host, language: Language, seconds: float) -> None:
    took = f"{seconds:.1f}"
    _say(
        language,
        _DONE,
        host=host.label,
        put=len(sent.put),
        removed=len(sent.removed),
        kept=sent.kept,
        seconds=took.replace(".", ",") if language == "vi" else took,
    )


def _say(language: Language, sentence: Text, **values: object) -> None:
    click.echo(sentence.format(**values).of(language))


def write_snippets(folder: Path, language: str) -> None:
    """Settings for servers, for the address in ``mkdocs.yml`` and what it has moved and taken out.

    Raises UserError for an address that they can't hold.
    """
    _, settings = load(moment=time.time())
    _, public = look(settings, default_jobs())
    path = urlsplit(settings.site_url).path or "/"
    files = snippets(path, moved(public), public.former.gone)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = Text("Đã ghi mẫu cấu hình vào {folder}.", "Server settings were written to {folder}.")
    click.echo(done.format(folder=folder).of(language_of(language)))
