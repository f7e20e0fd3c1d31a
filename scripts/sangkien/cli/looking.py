"""The fair as it is at a moment, without building: what is loaded, what was found, what of it is public."""

from __future__ import annotations

from pathlib import Path

from sangkien.build.examine import Survey, survey
from sangkien.build.home import Home
from sangkien.build.inputs import watched
from sangkien.build.snapshot import take
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.settings import Settings


def home_of(settings: Settings) -> Home:
    """Where the fair's own site stands and is built."""
    root = Path(settings.root)
    return Home(root, (root / settings.site_dir).resolve())


def look(settings: Settings, jobs: int) -> tuple[Survey, Catalogue]:
    """Survey the fair; what the last build still knows is not read again."""
    home = home_of(settings)
    home.prepare()
    seen = survey(home, settings, take(watched(settings)), jobs, False, lambda count: None)
    faulty = [slug for slug, one in seen.checked.judged.items() if one.faulty]
    return seen, public_catalogue(seen.checked.catalogue, faulty)
