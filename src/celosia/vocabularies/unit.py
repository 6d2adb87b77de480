"""The words for what a figure counts, or is in. Pure."""

from collections.abc import Mapping

from celosia.locales import N_

UNITS: Mapping[str, str] = {
    "persons": N_("persons"),
    "households": N_("households"),
    "cases": N_("cases"),
    "reports": N_("reports"),
    "judgments": N_("judgments"),
    "calls": N_("calls"),
    "events": N_("events"),
    "institutions": N_("institutions"),
    "documents": N_("documents"),
    "samples": N_("samples"),
    "days": N_("days"),
    "unknown": N_("Unit not stated"),
}
"""The message of each unit by its code."""
