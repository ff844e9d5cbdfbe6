"""The same input gives the same bytes, whatever the order of its mappings and the environment."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig, load_config
from generator.pipeline import build
from generator.reading.document import load
from tests.support.folders import contents

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
# Small documents of all versions, each with something of its own.
SMALL = (
    "aio-32-querystring",
    "lakefs",
    "localstack",
    "oai-32-tags",
    "oai-callback-example",
    "oai-link-example",
    "oai-petstore",
    "oai-tictactoe",
    "oai-webhook-example",
    "oas-discriminators",
    "oas-param-styles",
    "oas-security",
    "ogen-32-additionalops",
    "pokeapi",
    "redocly-museum",
    "resend",
    "scalar-galaxy",
    "star-trek",
    "supabase-auth",
    "tgi",
)


def trigger() -> ClientConfig:
    """Return the configuration of this repository's own client, with paths that work from anywhere."""
    (config,) = load_config(ROOT / "pyproject.toml")
    overlays = tuple(str(ROOT / path) for path in config.overlays)
    return replace(config, document=str(ROOT / config.document), overlays=overlays)


def shuffled(node: Any, chance: random.Random) -> Any:
    """Return a node with the keys of every mapping in it in another order."""
    if isinstance(node, dict):
        keys = chance.sample(list(node), len(node))
        return {key: shuffled(node[key], chance) for key in keys}
    if isinstance(node, list):
        return [shuffled(item, chance) for item in node]
    return node


def made(config: ClientConfig) -> dict[str, bytes]:
    """Return the files of a package, without the manifest: it has the digest of the document's bytes."""
    return {path: text for path, text in build(config).files.items() if path != "oasmith.json"}


def assert_order_does_not_matter(config: ClientConfig, seed: int, folder: Path) -> None:
    document = Path(config.document)
    data = shuffled(load(document).data, random.Random(seed))
    copy = folder / document.name
    copy.write_text(json.dumps(data), "utf-8")
    assert load(copy).data == load(document).data
    assert made(replace(config, document=str(copy))) == made(config)


def test_two_runs() -> None:
    assert build(trigger()).files == build(trigger()).files


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_does_not_matter(seed: int, tmp_path: Path) -> None:
    assert_order_does_not_matter(trigger(), seed, tmp_path)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")
@pytest.mark.parametrize("name", SMALL)
def test_the_order_of_keys_does_not_matter_elsewhere(name: str, tmp_path: Path) -> None:
    (document,) = [path for path in (CORPUS / name).iterdir() if path.stem == "openapi"]
    config = ClientConfig(document=str(document), package="acme")
    assert_order_does_not_matter(config, 1, tmp_path)


def test_the_environment_does_not_matter(tmp_path: Path) -> None:
    found = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Kathmandu")):
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": seed,
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "TZ": zone,
        }
        output = tmp_path / seed
        command = [sys.executable, "-m", "generator", "generate", "--output", str(output)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        found.append(contents(output / "trigger_dev"))
    assert found[0] == found[1]
    assert {path: text for path, text in found[0].items() if text is not None} == build(trigger()).files
