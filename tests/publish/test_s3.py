"""A real server that speaks S3 (moto's, on this machine) as a host."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from publishing import CutError, CutHost, Versions, content_of, sent_to
from sangkien.cli.publish import publish
from sangkien.diagnostics import UserError
from sangkien.publish.host import RECORD, HostError
from sangkien.publish.kept import go_back
from sangkien.publish.past import Past
from sangkien.publish.s3 import S3Host
from small_fair import NOW

KEYS = {"access_key_id": "AKIAINVENTED", "secret_access_key": "an-invented-secret", "region": "us-east-1"}
TRACES = ("Phạm Ví Dụ", "pham-vi-du", "viec-so-000", "việc số 0")
_buckets = count()


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str) -> Any:
    storage = boto3.resource(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=KEYS["access_key_id"],
        aws_secret_access_key=KEYS["secret_access_key"],
    )
    return storage.create_bucket(Bucket=f"hoi-cho-{next(_buckets)}")


def host(bucket: Any, endpoint: str, prefix: str = "thu") -> S3Host:
    return S3Host(bucket.name, prefix, KEYS | {"endpoint": endpoint})


def objects(bucket: Any, prefix: str = "") -> dict[str, bytes]:
    return {one.key: one.get()["Body"].read() for one in bucket.objects.filter(Prefix=prefix)}


def served(bucket: Any, prefix: str = "thu/") -> dict[str, bytes]:
    found = {key.removeprefix(prefix): data for key, data in objects(bucket, prefix).items()}
    return {key: data for key, data in found.items() if key != RECORD}


def test_a_bucket_holds_the_site_with_types_and_what_may_be_kept(
    bucket: Any, endpoint: str, versions: Versions
) -> None:
    sent_to(host(bucket, endpoint), versions.first)
    assert served(bucket) == versions.first
    picture = next(path for path in versions.first if path.endswith("-480.webp"))
    heads = {
        path: (head["ContentType"], head["CacheControl"])
        for path in ("index.html", "sw.js", "manifest.webmanifest", picture)
        for head in [bucket.Object(f"thu/{path}").get()]
    }
    assert heads == {
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        "sw.js": ("text/javascript; charset=utf-8", "no-cache"),
        "manifest.webmanifest": ("application/manifest+json", "no-cache"),
        picture: ("image/webp", "public, max-age=31536000, immutable"),
    }


def test_a_cut_is_finished_and_an_earlier_release_comes_back(
    bucket: Any, endpoint: str, versions: Versions
) -> None:
    bucket.put_object(Key="thu-khac/index.html", Body=b"another site")
    sent_to(host(bucket, endpoint), versions.first)
    for calls in (3, 20, 40):
        with pytest.raises(CutError):
            sent_to(CutHost(host(bucket, endpoint), calls, lanes=8), versions.faced, at=1)
    sent_to(host(bucket, endpoint), versions.faced, at=1)
    assert served(bucket) == versions.faced
    now = host(bucket, endpoint)
    back = go_back(now, now.listing(), content_of(versions.faced, now.tag), Past(), 1)
    sent_to(now, back.content, at=2)
    assert served(bucket) == versions.first
    assert objects(bucket, "thu-khac/") == {"thu-khac/index.html": b"another site"}


def test_what_is_withdrawn_is_nowhere_in_the_bucket(bucket: Any, endpoint: str, versions: Versions) -> None:
    sent_to(host(bucket, endpoint, ""), versions.first)
    sent_to(host(bucket, endpoint, ""), versions.withdrawn, past=versions.past, at=1)
    found = objects(bucket)
    named = [
        key for key, data in found.items() if any(word.encode() in key.encode() + data for word in TRACES)
    ]
    assert named == []
    public = {key: data for key, data in found.items() if not key.startswith(".sangkien")}
    assert public == versions.withdrawn


def test_a_prefix_with_files_of_others_is_left_alone(bucket: Any, endpoint: str, versions: Versions) -> None:
    bucket.put_object(Key="thu/bao-cao.docx", Body=b"theirs")
    with pytest.raises(UserError, match="did not publish"):
        sent_to(host(bucket, endpoint), versions.first)
    assert objects(bucket) == {"thu/bao-cao.docx": b"theirs"}


def test_storage_whose_digests_are_its_own(bucket: Any, endpoint: str, versions: Versions) -> None:
    """In several parts an object's ETag is no MD5, as where the storage encrypts with keys of its own."""
    few = {path: versions.first[path] for path in ("index.html", "404.html", "sw.js")}
    for _ in range(2):
        now = host(bucket, endpoint)
        whole = now._obstore
        now._obstore = SimpleNamespace(
            **{name: getattr(whole, name) for name in ("list", "get", "copy", "delete", "exceptions")},
            put=lambda *place, use_multipart, **more: whole.put(*place, use_multipart=True, **more),  # noqa: B023  # called in this round
        )
        assert sent_to(now, few).put == ("404.html", "index.html", "sw.js")
    assert served(bucket) == few


def test_no_key_is_ever_said(endpoint: str, versions: Versions) -> None:
    keys = {"access_key_id": "nosuchbucket", "secret_access_key": "an-invented-secret", "endpoint": endpoint}
    nowhere = S3Host("nosuchbucket", "thu", keys)  # the bucket's name stands in every answer of the server
    with pytest.raises(HostError) as found:
        sent_to(nowhere, versions.first)
    said = found.value.text.en
    assert "s3://nosuchbucket/thu" in said
    assert said.count("nosuchbucket") == 1
    assert "an-invented-secret" not in said


def test_the_command_takes_keys_from_the_environment(
    bucket: Any, endpoint: str, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(versions.root)
    for name, value in {
        "AWS_ACCESS_KEY_ID": KEYS["access_key_id"],
        "AWS_SECRET_ACCESS_KEY": KEYS["secret_access_key"],
        "AWS_ENDPOINT_URL": endpoint,
        "SANGKIEN_NOW": NOW.isoformat(),
    }.items():
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(publish, [f"s3://{bucket.name}/thu", "--no-build", "--language", "en"])
    assert (done.exit_code, f"Published to s3://{bucket.name}/thu" in done.stdout) == (0, True)
    assert served(bucket).keys() == versions.withdrawn.keys() | {"_headers"}
    lost = CliRunner().invoke(publish, ["s3://no-such-bucket/thu", "--no-build", "--language", "en"])
    assert (lost.exit_code, "s3://no-such-bucket/thu was not finished" in lost.stderr) == (2, True)
    assert [value for value in KEYS.values() if value in lost.output and "east" not in value] == []
