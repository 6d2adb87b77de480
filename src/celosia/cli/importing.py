"""celosia import."""

import argparse
import os
from datetime import UTC, datetime

from celosia.cli.shared import FORMATS
from celosia.harvest import Order, harvest, summary
from celosia.locales.harvest import spoken


def import_(options: argparse.Namespace) -> int:
    """The only command that asks anything of an address, and only of the one that the person named."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    done = harvest(Order(source=options.source, root=options.root.resolve(), day=moment.date(), copy=options.copy))
    in_full = FORMATS[options.format]
    told = summary(done.report, options.lang) if options.format == "text" else in_full(done.report, options.lang)
    counts = {state: done.states.get(state, 0) for state in ("new", "refreshed", "same")}
    print(told, spoken("states", options.lang).format(**counts), sep="\n")
    written = spoken("written" if done.written else "nothing", options.lang)
    print(written.format(files=len(done.written)))
    return 0
