"""Taking a story or a person out: what is written, in which order, and what is left for a human.

First the record, then the ledger of published addresses, which a person leaves, then the person's own file,
then each entry: every file whole, so that a run that is stopped in the middle is finished by the next one,
and no step is done twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from sangkien import urls
from sangkien.build.forget import ask_to_forget
from sangkien.diagnostics import UserError
from sangkien.intake.everyone import documents, entries, unread
from sangkien.intake.ledger import forget_person
from sangkien.intake.mentions import Mention, copies, mentions_of_person, mentions_of_story, photos_of
from sangkien.intake.origins import read_origins, write_origins
from sangkien.intake.replace_file import new_file
from sangkien.intake.subject import LostStory, PersonSubject, StorySubject, Subject, find_subject
from sangkien.intake.values import Prepared, Value, prepare
from sangkien.intake.withdrawals import record
from sangkien.rules.raw import mapping, word
from sangkien.settings import Settings
from sangkien.source.document import Document
from sangkien.source.ledger import read_ledger
from sangkien.source.tree import DiskTree
from sangkien.source.withdrawals import Kind, read_withdrawals


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a withdrawal does, before anything is written.

    Attributes:
        changes: files with their new bytes. ``made``: (path, text) of a person's file that is to be made.
        left: files that can't be read or changed, each with why.
        recorded: whether the record can be written: a damaged one, as ``left`` says, waits for the next run.
        standing: addresses and slugs that stay on record though they may spell a person's name.
        mentions, photos, copies: what no command mends, for a human to look at.
    """

    subject: Subject
    day: date
    changes: tuple[Prepared, ...]
    made: tuple[tuple[str, str], ...]
    left: tuple[UserError, ...]
    mentions: tuple[Mention, ...]
    photos: tuple[str, ...]
    copies: tuple[str, ...]
    recorded: bool = True
    standing: frozenset[str] = frozenset()

    @property
    def files(self) -> tuple[str, ...]:
        """What is written, but for the record."""
        return tuple(one.file for one in self.changes if one.data is not None) + tuple(
            path for path, _ in self.made
        )


def plan_withdrawal(tree: DiskTree, settings: Settings, wanted: str, day: date) -> Plan:
    """Look at every text of the fair. Raises UserError where nobody, or not one alone, is meant."""
    if day > settings.today:
        raise UserError("Ngày rút lại chưa tới.", "The day of the withdrawal is still to come.")
    read = list(documents(tree, settings))
    subject = find_subject(wanted, read, settings.site_url, read_ledger(tree, settings).rows)
    made: tuple[tuple[str, str], ...] = ()
    left: list[UserError] = []
    recorded = True
    photos: tuple[str, ...] = ()
    changes: list[Prepared] = []
    mentions: list[Mention] = []
    if isinstance(subject, StorySubject):
        changes = [prepare(tree, subject.document.path, [Value(("status",), "withdrawn")])]
        mentions = sorted(set(mentions_of_story(subject, read)))
    elif isinstance(subject, PersonSubject):
        made = tuple(_made(subject, read, settings, day))
        changes, left = _changes(tree, subject, read, day)
        mentions = sorted(set(mentions_of_person(subject, read)))
        photos = tuple(dict.fromkeys(photos_of(subject, read)))
    left += [_unread(path) for path in unread(tree, settings)]
    try:
        read_withdrawals(tree, settings)
    except UserError as error:  # no reason to keep anybody shown
        if isinstance(subject, LostStory):
            raise
        left.append(error)
        recorded = False
    root = Path(settings.root)
    elsewhere = tuple(copies(root, root / settings.site_dir))
    standing = frozenset(_standing(subject, read)) if isinstance(subject, PersonSubject) else frozenset()
    return Plan(
        subject,
        day,
        tuple(changes),
        made,
        tuple(left),
        tuple(mentions),
        photos,
        elsewhere,
        recorded,
        standing,
    )


def _standing(subject: PersonSubject, read: list[Document]) -> Iterator[str]:
    """Addresses and slugs that are shown after the withdrawal too: others' stories, and other people.

    A story of the person's own whose folder spells the name is not shown until that is mended.
    """
    theirs = {(row.document.path, row.path) for row in subject.rows}
    own = {path for path, _ in theirs}
    for document in read:
        if document.kind != "initiative" or word(mapping(document.data).get("status")) != "published":
            continue
        if document.path not in own:
            yield from (document.slug, urls.story(document.slug))
        for row in entries(document):
            if (document.path, row.path) not in theirs and not row.withdrawn:
                yield from (row.id, urls.person(row.id))


def carry_out(plan: Plan, tree: DiskTree, settings: Settings) -> Plan:
    """Write it: the plan as far as it was done, and what is left. A file that is held holds up no other."""
    root = Path(settings.root)
    ask_to_forget(root / ".sangkien")
    kind: Kind = "person" if isinstance(plan.subject, PersonSubject) else "story"
    left = list(plan.left)
    if origins := read_origins(settings.root):  # of an earlier version: it had titles and names in it
        left += _tried(partial(write_origins, settings.root, origins))
    if plan.recorded:
        left += _tried(partial(record, root, tree, settings, plan.day, kind, plan.subject.addresses))
    if isinstance(plan.subject, PersonSubject):
        left += forget_person(root, settings, plan.subject.addresses, plan.subject.name, plan.standing)
    made, changes = [], []
    for path, text in plan.made:
        failed = _tried(partial(new_file, root / path, text.encode(), path))
        left += failed
        made += [] if failed else [(path, text)]
    for change in plan.changes:
        failed = _tried(change.write)
        left += failed
        changes += [] if failed else [change]
    return replace(plan, left=tuple(left), made=tuple(made), changes=tuple(changes))


def _tried(step: Callable[[], object]) -> list[UserError]:
    try:
        step()
    except UserError as error:
        return [error]
    return []


def _unread(path: str) -> UserError:
    return UserError(
        f"{path}: không đọc được. Đóng chương trình đang mở tệp, xem lại quyền đọc, rồi chạy lại lệnh này.",
        f"{path}: it can't be read. Close what holds it, see whether it may be read, then run this again.",
    )


def _changes(
    tree: DiskTree, person: PersonSubject, read: list[Document], day: date
) -> tuple[list[Prepared], list[UserError]]:
    """The person's own file, and each entry that it does not stand for."""
    changes, left = [], []
    own = next((one for one in read if one.kind == "person" and one.slug == person.file), None)
    ruled = person.file is not None  # by the file, made now where there is none
    value = f"{{withdrawn: {day.isoformat()}}}"
    if own is not None and "withdrawn" not in mapping(mapping(own.data).get("consent")):
        try:
            changes.append(prepare(tree, own.path, [Value(("consent",), value)]))
        except UserError as error:  # such a file shows nobody, but its entries must say so themselves
            left.append(error)
            ruled = False
    wanted: dict[str, list[Value]] = {}
    for row in person.rows:
        if not row.withdrawn and not (ruled and row.person):
            wanted.setdefault(row.document.path, []).append(Value((*row.path, "consent"), value))
    for file, values in wanted.items():
        try:
            changes.append(prepare(tree, file, values))
        except UserError as error:
            left.append(error)
    return changes, left


def _made(
    person: PersonSubject, read: list[Document], settings: Settings, day: date
) -> Iterator[tuple[str, str]]:
    """A file that entries ask for and that isn't there: only a withdrawal, so that no entry is forgotten."""
    if person.file is None or any(one.kind == "person" and one.slug == person.file for one in read):
        return
    group = "collective: true\n" if person.collective else ""
    name = person.name.replace("\\", "\\\\").replace('"', '\\"')
    text = f'---\nname: "{name}"\n{group}consent: {{withdrawn: {day.isoformat()}}}\n---\n'
    yield f"{settings.content_dir}/people/{person.file}.md", text
