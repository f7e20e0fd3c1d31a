"""Files changed → the next state: as little as possible at once, the rest when there is quiet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from sangkien.build.lock import nobody_told
from sangkien.catalogue.index import Catalogue, build_catalogue, with_story
from sangkien.catalogue.public import public_with_story
from sangkien.check.examine import Examined
from sangkien.check.fair import conclude, examine_all
from sangkien.diagnostics import Severity, Text
from sangkien.preview.state import State, across, dressed, good_stories, public_of, survey_fair
from sangkien.rules.registry import RULES
from sangkien.settings import Settings
from sangkien.source.configuration import CONFIG
from sangkien.source.load import slugs


def follow(
    state: State,
    paths: Collection[str],
    load: Callable[[], Settings],
    waiting: Callable[[Text], None] = nobody_told,
) -> State:
    """The state after these files changed (relative paths); the same object where nothing came of it.

    ``waiting`` is told who holds the fair, where another command does. Raises UserError where the
    configuration, the words or the theme cannot be used.
    """
    settings = state.settings
    wide = any(path == CONFIG or _within(path, settings.content_dir) for path in paths)
    if wide or load().today != settings.today:  # midnight ends embargoes, and moves what dates are checked by
        return survey_fair(load, 1, state, waiting)
    if any(_within(path, settings.theme_dir) for path in paths):
        state = dressed(state, waiting)
    inside = settings.initiatives_dir + "/"
    folders = {path.removeprefix(inside).split("/", 1)[0] for path in paths if path.startswith(inside)}
    return reread(state, folders) if folders else state


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")


def reread(state: State, changed: Collection[str]) -> State:
    """Examine some folders again. The catalogues follow where that is quick, else they are stale."""
    present = frozenset(slugs(state.tree, state.settings))
    ground, wanted = state.ground, set(changed)
    if present != state.examined.keys():  # a link to an initiative holds or breaks with its folder
        ground = replace(ground, context=replace(ground.context, slugs=present))
        wanted |= {slug for slug, one in state.examined.items() if one.links_inside}
        wanted |= present - state.examined.keys()
    fresh = examine_all(state.tree, ground, sorted(wanted & present))
    gone = state.examined.keys() - present
    fresh = {slug: one for slug, one in fresh.items() if one != state.examined.get(slug)}
    if not fresh and not gone:
        return state
    examined = {slug: one for slug, one in sorted({**state.examined, **fresh}.items()) if slug in present}
    swapped = None if state.stale or gone else _in_place(state, fresh)
    catalogue, public = swapped or (state.catalogue, state.public)
    return replace(
        state,
        number=state.number + 1,
        ground=ground,
        examined=examined,
        catalogue=catalogue,
        public=public,
        good=good_stories(state, examined),
        stale=swapped is None,
        settled=False,
    )


def _in_place(state: State, fresh: Mapping[str, Examined]) -> tuple[Catalogue, Catalogue] | None:
    """Both catalogues with these stories in the place of their earlier selves; None where lists change."""
    catalogue, public = state.catalogue, state.public
    for slug, one in fresh.items():
        before = state.examined.get(slug)
        if before is None or before.faulty != one.faulty or one.story is None or before.story is None:
            return None
        changed = with_story(catalogue, one.story)
        shown = public if one.faulty else public_with_story(public, catalogue, one.story)
        if changed is None or shown is None:
            return None
        catalogue, public = changed, shown
    return catalogue, public


def settle(state: State) -> State:
    """What was put off: first the catalogues, then the rules over all of them. One step a call."""
    if state.stale:
        catalogue = _catalogue(state)
        public = public_of(catalogue, state.examined)
        return replace(state, number=state.number + 1, catalogue=catalogue, public=public, stale=False)
    rules = [rule for rule in RULES if rule.severity > Severity.NOTICE]
    checked = conclude(state.tree, state.ground, state.examined, rules)
    found = across(checked, state.ground)
    more = 0 if found == state.across else 1
    return replace(state, number=state.number + more, across=found, settled=True)


def _catalogue(state: State) -> Catalogue:
    ground, before = state.ground, state.catalogue
    stories = [one.story for one in state.examined.values() if one.story]
    return build_catalogue(
        ground.context.settings,
        stories,
        ground.people,
        ground.vocabularies,
        ground.programme,
        events=before.events.values(),
        banners=before.banners,
        register=before.register,
    )
