"""The workflow of GitHub Actions: whose actions it uses, what it may do, which commands it calls."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from sangkien.cli.main import COMMANDS, group

FILE = Path(__file__).parents[2] / ".github" / "workflows" / "site.yml"
TRUSTED = {
    "actions/checkout",
    "actions/setup-python",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
}


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text alone
    assert found["permissions"] == {"contents": "read"}
    return found["jobs"]


def steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


def test_only_githubs_own_actions_each_with_its_version(jobs: dict[str, Any]) -> None:
    used = [step["uses"].split("@") for step in steps(jobs) if "uses" in step]
    assert {name for name, _ in used} == TRUSTED
    assert [version for _, version in used if not re.fullmatch(r"v\d+", version)] == []


def test_only_jobs_that_publish_may_write(jobs: dict[str, Any]) -> None:
    """One may put pages up; the other, only after it, commit the ledger."""
    writing = {
        name: {what for what, how in job.get("permissions", {}).items() if how == "write"}
        for name, job in jobs.items()
    }
    assert {name: what for name, what in writing.items() if what} == {
        "publish": {"pages", "id-token"},
        "record": {"contents"},
    }
    assert "pull_request" in jobs["publish"]["if"]
    assert (jobs["record"]["needs"], jobs["record"]["if"]) == (
        "publish",
        "${{ always() && needs.publish.result == 'success' }}",
    )


def test_nothing_that_somebody_typed_becomes_part_of_a_command(jobs: dict[str, Any]) -> None:
    assert [step["run"] for step in steps(jobs) if "${{" in step.get("run", "")] == []


def test_each_command_and_option_that_it_calls_exists(jobs: dict[str, Any]) -> None:
    calls = re.findall(r"run\.py (\w+)((?: .*)?)", "\n".join(step.get("run", "") for step in steps(jobs)))
    assert {name for name, _ in calls} == {"build", "check", "embargoed", "publish"} <= set(COMMANDS)
    for name, rest in calls:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) - known == set()
