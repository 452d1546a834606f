"""An import that is killed at its worst moments and run again gives the graph of one that was left alone."""

import json
import os
import random
import signal
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphdb.check import check, digest
from graphdb.endpoint import Endpoint
from importers.reading import BATCH

BZPEER = Path(sysconfig.get_path("scripts")) / "bzpeer"
PAPERS = 2 * BATCH + 500
PREPRINTS = 500
WORDS = [f"{a}{b}" for a in ("gram", "mor", "syn", "lex") for b in ("matics", "phology", "tax")]
GIVEN = [f"{a}{b}" for a in ("A", "Bo", "Che", "Do") for b in ("da", "ra", "lin", "mar", "sa")]
FAMILY = [f"{a}{b}" for a in ("Ber", "Han", "Ki", "Mor", "Sa") for b in ("ger", "ne", "lund", "to")]

Rows = Callable[..., list[list[Any]]]


def names(chance: random.Random) -> list[str]:
    return list(dict.fromkeys(f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}" for _ in range(chance.randint(1, 4))))


def title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=3)).capitalize()


def anthology(chance: random.Random, collection: str, first: int, last: int) -> str:
    papers = []
    for number in range(first, last):
        authors = "".join(
            f"<author><first>{name.split()[0]}</first><last>{name.split()[1]}</last></author>" for name in names(chance)
        )
        papers.append(
            f'<paper id="{number}"><title>{title(chance)}</title>{authors}'
            f"<doi>10.5555/{collection}.{number}</doi><url>{collection}-1.{number}</url></paper>\n"
        )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<collection id="{collection}"><volume id="1">\n'
        f"<meta><booktitle>Proceedings</booktitle><year>{collection[:4]}</year><venue>gen</venue></meta>\n"
        f"{''.join(papers)}</volume></collection>\n"
    )


def preprint(chance: random.Random, number: int) -> str:
    authors = names(chance)
    record = {
        "id": f"1804.{number:05}",
        "submitter": authors[0],
        "authors": " and ".join(authors),
        "title": title(chance),
        # Every fourth is the preprint of a paper.
        "doi": f"10.5555/2018.gen.{number}" if number % 4 == 0 else None,
        "categories": chance.choice(["cs.CL", "cs.CL cs.LG", "cs.AI cs.CL"]),
        "abstract": f"We study {title(chance)}.",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2018 19:18:42 GMT"}],
        "update_date": "2018-11-26",
        "authors_parsed": [[*reversed(name.split()), ""] for name in authors],
    }
    return json.dumps(record) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Papers of three volumes, citations between them, and preprints of which some are preprints of the papers."""
    chance = random.Random(7)
    folder = tmp_path / "files"
    folder.mkdir()
    size = PAPERS // 3
    for year in (2018, 2019, 2020):
        collection = f"{year}.gen"
        (folder / f"{collection}.xml").write_text(anthology(chance, collection, 1, size + 1))
    pairs = {
        f"{chance.choice((2019, 2020))}.gen-1.{chance.randint(1, size)} , 2018.gen-1.{chance.randint(1, size + 9)}\n"
        for _ in range(500)
    }
    (folder / "pairs.txt").write_text("".join(sorted(pairs)))
    (folder / "preprints.jsonl").write_text("".join(preprint(chance, number) for number in range(1, PREPRINTS + 1)))
    return folder


@pytest.fixture
def start_import(clean_graph: Endpoint, data_dir: Path, folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `bzpeer import` of the folder on the shared Neo4j, which is empty at first."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BZPEER_")}
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [BZPEER, "import", "auto", folder, "--json", *options],
            env={**environment, "BZPEER_DATA_DIR": str(data_dir)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Whoever runs the tests in the background of a shell has them ignore SIGINT, and what they start as well.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_an_import_killed_while_it_writes_and_while_it_derives_is_completed_by_running_it_again_or_on(
    start_import: Callable[..., subprocess.Popen[str]],
    clean_graph: Endpoint,
    empty_the_graph: Callable[[], None],
    rows: Rows,
) -> None:
    def completed() -> dict[str, Any]:
        stdout, stderr = process.communicate(timeout=120)
        assert process.returncode == 0, stderr
        summary: dict[str, Any] = json.loads(stdout)
        return summary

    def killed_when(cypher: str) -> None:
        deadline = time.monotonic() + 120
        while not rows(cypher)[0][0]:
            assert process.poll() is None, "the import ended before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.kill()
        process.communicate(timeout=30)
        assert process.returncode == -signal.SIGKILL

    process = start_import()
    undisturbed = completed()
    assert check(clean_graph) == []
    expected = digest(clean_graph)
    empty_the_graph()

    process = start_import()
    killed_when("MATCH (r:Record) RETURN count(r) >= 1")
    [[written]] = rows("MATCH (r:Record) RETURN count(r)")
    assert 0 < written < PAPERS + PREPRINTS

    process = start_import()
    killed_when("MATCH ()-[c:COLLABORATED_WITH]->() RETURN count(c) > 0")
    assert rows("MATCH (r:Record) RETURN count(r)") == [[PAPERS + PREPRINTS]]
    assert check(clean_graph) != []

    process = start_import("--resume")
    last = completed()
    assert last["read"] == undisturbed["read"]
    assert last["written"] + last["unchanged"] + last["merged"] == last["read"]
    assert rows("MATCH (run:ImportRun) RETURN run.state, run.id = $last ORDER BY run.startedAt", last=last["run"]) == [
        ["INTERRUPTED", False],
        ["COMPLETED", True],
    ]
    assert check(clean_graph) == []
    assert digest(clean_graph) == expected


def test_an_import_that_is_interrupted_says_how_it_goes_on(
    start_import: Callable[..., subprocess.Popen[str]], clean_graph: Endpoint, rows: Rows
) -> None:
    process = start_import()
    deadline = time.monotonic() + 120
    while not rows("MATCH (r:Record) RETURN count(r) >= 1")[0][0]:
        assert process.poll() is None, "the import ended before it could be interrupted"
        assert time.monotonic() < deadline
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout) == (1, "")
    assert stderr.endswith(
        "What was written stays. The same command with --resume goes on from there.\nbzpeer: interrupted.\n"
    )
    process = start_import("--resume")
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    assert rows("MATCH (r:Record) RETURN count(r)") == [[PAPERS + PREPRINTS]]
    assert check(clean_graph) == []
