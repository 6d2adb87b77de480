"""celosia release · diff · record · move · withdraw: what keeps the promises of permanence."""

import argparse
from collections.abc import Callable, Mapping

from celosia.cli.shared import day_of, environment, workshop_of
from celosia.derive import Difference, difference
from celosia.derive.difference_file import difference_csv, difference_json
from celosia.derive.difference_text import difference_text
from celosia.locales.permanence import phrase, withdrawn_text
from celosia.model import LangString
from celosia.permanence import Bench, move, record, withdraw
from celosia.permanence import Order as Withdrawing
from celosia.pipeline import Proving
from celosia.release import Order as Releasing
from celosia.release import release
from celosia.release.state import catalog_at, state

DIFFERENCES: Mapping[str, Callable[[Difference, str], str]] = {
    "text": difference_text,
    "csv": lambda told, lang: difference_csv(told).decode(),  # noqa: ARG005 - files are the same in every language
    "json": lambda told, lang: difference_json(told).decode(),  # noqa: ARG005 - idem
}
"""How `celosia diff` prints."""


def release_command(options: argparse.Namespace) -> int:
    """Freeze, and say what was frozen."""
    root, workshop = options.root.resolve(), workshop_of(options)
    note = LangString(es=options.note, en=options.note_en) if options.note else None
    day = day_of(options)
    order = Releasing(root=root, dataset=options.dataset, day=day, type=options.type, note=note, version=options.number)
    with workshop.progress.stage("check") as counter:
        released = release(order, {}, Proving(workshop=workshop, counter=counter))
    if released.difference:
        print(difference_text(released.difference, options.lang), end="")
    print(phrase("released", options.lang).format(folder=released.folder, files=released.files))
    return 0


def diff_command(options: argparse.Namespace) -> int:
    """Print what differs. 0 whether anything does or not: it is an answer, not a fault."""
    catalog = catalog_at(options.root.resolve())
    older, newer = state(options.older, catalog), state(options.newer, catalog)
    print(DIFFERENCES[options.form](difference(older, newer), options.lang), end="")
    return 0


def record_command(options: argparse.Namespace) -> int:
    """Write down every address."""
    done = record(_bench(options), day_of(options))
    print(phrase("recorded", options.lang).format(new=done.new, all=done.all))
    return 0


def move_command(options: argparse.Namespace) -> int:
    """Give an address up for another."""
    done = move(_bench(options), options.old, options.new, day_of(options))
    print(phrase("moved", options.lang).format(addresses=done.addresses))
    return 0


def withdraw_command(options: argparse.Namespace) -> int:
    """Take something out, and say what is left to do elsewhere."""
    order = Withdrawing(
        dataset=options.dataset,
        reason=options.reason,
        note=LangString(es=options.note, en=options.note_en),
        day=day_of(options),
        version=options.number,
        table=options.table,
        replaced_by=options.replaced_by,
    )
    done = withdraw(_bench(options), order)
    print(withdrawn_text((done.addresses, done.amended), done.still, done.mentions, options.lang))
    return 0


def _bench(options: argparse.Namespace) -> Bench:
    root = options.root.resolve()
    return Bench(root=root, environment=environment(root), workshop=workshop_of(options))
