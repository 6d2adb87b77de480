"""Pages that stand in the generated folder as finished HTML: embeds, redirects, tombstones. No template goes around them."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from celosia.model import Made
from celosia.publish import Store
from celosia.publish.code import code_version
from celosia.seal import Facts, facts_of

_FACTS = "facts.json"


def raw_pages(paths: Iterable[str]) -> tuple[str, ...]:
    """Those of the served files that are pages."""
    return tuple(path for path in paths if path.endswith(".html"))


def raw_facts(made: Made, store: Store) -> Made:
    """What such a page refers to, written down; read once for the same bytes."""
    key = hashlib.sha256(f"{code_version('celosia.seal')} raw {made.sha256}".encode()).hexdigest()
    known = store.recall(key) or store.keep(key, {_FACTS: json.dumps(asdict(facts_of(store.read(made)))).encode()})
    return known[_FACTS]


def told_facts(made: Made, store: Store) -> Facts:
    """Facts as they were written down."""
    told: Mapping[str, list[str]] = json.loads(store.read(made))
    return Facts(**{name: tuple(values) for name, values in told.items()})
