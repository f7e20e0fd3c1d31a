"""What every test may use: pytest's markers are in pyproject.toml, here is the browser."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest

from once import done_once

hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):  # a push is judged by the same examples each time; at a desk they are new ones
    hypothesis.settings.load_profile("ci")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a browser test where there is no browser, saying so; fail it where one is required."""
    if CHROMIUM or not item.get_closest_marker("browser"):
        return
    missing = "no chromium on the PATH (Debian: apt install chromium)"
    if os.environ.get("SANGKIEN_REQUIRE_BROWSER") == "1":
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@pytest.fixture(scope="session", autouse=True)
def _done_once() -> Iterator[None]:
    """What no test needs twice."""
    with done_once():
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's chromium for pytest-playwright's `page`: Playwright's own build is never downloaded."""
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": ["--no-sandbox", "--disable-gpu"]}
