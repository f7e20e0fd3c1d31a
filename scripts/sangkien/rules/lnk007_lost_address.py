"""An address that was published leads nowhere now.

## What it requires
Each address in `content/published.yml` still has its page, or leads on: the folder, the file or the id is
there; or an initiative or event names it in its `aliases`; or it was taken out with `sangkien withdraw`; or
the line says where it leads now. For a person's page, and for a story that is a draft again, it is a warning.

## Why
The address stands in newspapers, on posters, in people's chats. Whoever opens it in ten years should find the
page, be led to it, or read that it was taken out.

## Example
```file content/published.yml
s/sk-1/: xe-day-cu
sang-kien/xe-day-cu/:
```
```yaml
code: SK-1
```

## Use instead
```file content/published.yml
s/sk-1/: xe-day-cu
sang-kien/xe-day-cu/:
```
```yaml
code: SK-1
aliases: [xe-day-cu]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.register import EVENT, PERSON, SHORT, STORY, Owners, is_known, key_of
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule
from sangkien.source.ledger import ledger_path

MOST = 200
"""Findings at the most: each opens a file to say where it stands."""

_WITHDRAW = Text(
    "Đổi tên thì ghi tên cũ vào “aliases” của bài; muốn gỡ thì chạy “sangkien withdraw” với tên ấy",
    "If it was renamed, put the old name into its “aliases”; to take it out, run “sangkien withdraw” with it",
)
_PERSON = Text(
    "Người ấy xin gỡ tên thì chạy “sangkien withdraw”; chỉ sửa tên thì ghi địa chỉ mới vào sau dấu hai chấm",
    "If the person withdrew, run “sangkien withdraw”; if the name was mended, put the new address behind the"
    " colon",
)
_OTHER = Text(
    "Lấy lại mã hoặc tên tệp cũ; hay ghi địa chỉ mới vào sau dấu hai chấm",
    "Bring back the old id or file name, or put the new address behind the colon",
)
_DRAFT = Text(
    "Đăng lại bài khi sửa xong; muốn gỡ hẳn thì chạy “sangkien withdraw”",
    "Publish it again when it is mended; to take it out, run “sangkien withdraw”",
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look at each recorded address once."""
    return islice(_lost(catalogue), MOST)


def _lost(catalogue: Catalogue) -> Iterator[Finding]:
    register = catalogue.register
    owners = Owners(catalogue)
    for address, value in register.rows.items():
        if address.startswith(SHORT):
            continue  # a short address goes with its story's own
        if is_known(address, catalogue):
            yield from _hidden(address, owners)
        elif not value and not register.day_of(address):
            yield from _unknown(address, catalogue, owners)


def _hidden(address: str, owners: Owners) -> Iterator[Finding]:
    """A story that is a draft again."""
    story = owners.stories.get(key_of(address)) if address.startswith(STORY) else None
    if story and not story.head.live and not story.head.withdrawn:
        values = {"address": address, "mend": _DRAFT}
        yield Finding(values, path=("status",), file=story.file, severity=Severity.WARNING)


def _unknown(address: str, catalogue: Catalogue, owners: Owners) -> Iterator[Finding]:
    """Unless an earlier name explains it. While a file can't be read its names aren't known."""
    key = key_of(address)
    if not address.startswith((STORY, EVENT, PERSON)):
        yield _at_home(address, _OTHER, catalogue)
    elif catalogue.register.unread:
        return
    elif address.startswith(STORY):
        if key not in owners.aliases:
            yield _story(address, catalogue, owners)
    elif address.startswith(EVENT):
        if not any(key in one.event.aliases for one in catalogue.events.values()):
            yield _at_home(address, _OTHER, catalogue)
    elif key not in owners.earlier_people:
        yield _at_home(address, _PERSON, catalogue)._replace(severity=Severity.WARNING)


def _story(address: str, catalogue: Catalogue, owners: Owners) -> Finding:
    """At the initiative that has the code of the lost one, where there is one: it was renamed."""
    slug = key_of(address)
    codes = (key_of(at) for at, value in catalogue.register.rows.items() if value == slug)
    renamed = next((owners.codes[code] for code in codes if code in owners.codes), None)
    if renamed is None:
        return _at_home(address, _WITHDRAW, catalogue)
    mend = Text(
        f"Thêm vào tệp này dòng “aliases: [{slug}]”, cạnh những tên cũ đã có",
        f"Add “aliases: [{slug}]” to this file, beside earlier names",
    )
    return Finding({"address": address, "mend": mend}, path=("aliases",), file=renamed.file)


def _at_home(address: str, mend: Text, catalogue: Catalogue) -> Finding:
    return Finding({"address": address, "mend": mend}, file=ledger_path(catalogue.settings))


RULE = Rule(
    code="LNK007",
    name="lost-address",
    severity=Severity.ERROR,
    message=Text(
        "Địa chỉ “/{address}” đã đăng, nay không dẫn tới đâu.",
        "The address “/{address}” was published and leads nowhere now.",
    ),
    help=Text("{mend}.", "{mend}."),
    manual="""Mỗi địa chỉ ghi trong content/published.yml phải còn trang, hoặc dẫn đi tiếp: thư mục, tệp,
mã vẫn còn; hoặc có bài ghi tên ấy trong “aliases”; hoặc đã gỡ bằng lệnh “sangkien withdraw”; hoặc dòng ấy
ghi địa chỉ mới. Với trang của một người, và với bài quay về bản nháp, đây chỉ là điều nhắc.

Địa chỉ ấy đã nằm trên báo, trên tờ dán ở cổng, trong tin nhắn. Mười năm nữa ai mở cũng phải gặp trang,
được dẫn tới trang, hoặc đọc thấy rằng trang đã gỡ.""",
    kinds=(),
    catalogue=check,
)
