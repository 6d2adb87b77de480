"""The words of comparisons and crosswalks as messages of gettext: a code in, English words out. Pure."""

from collections.abc import Mapping

from celosia.locales import N_
from celosia.vocabularies.unit import UNITS

CLASSES: Mapping[str, str] = {
    "not-comparable": N_("Not comparable"),
    "definition": N_("They differ by definition"),
    "coverage-or-time": N_("They differ by coverage or by time"),
    "revised": N_("Revised"),
    "internal-contradiction": N_("Internal contradiction"),
    "unexplained": N_("Unexplained"),
    "same-figure": N_("The figures agree"),
}
MEANINGS: Mapping[str, str] = {
    "not-comparable": N_("They count different things: neither their difference nor their ratio says anything."),
    "definition": N_("Each counts by a rule of its own, which the sources state in part."),
    "coverage-or-time": N_("They cover other months, other institutions or other ways of reporting."),
    "revised": N_("The same system published another figure later for the same period."),
    "internal-contradiction": N_("Figures of one and the same source do not agree with each other."),
    "unexplained": N_("They are given for the same thing and the same period, and no source says why they differ."),
    "same-figure": N_("Two sources, or a total and its parts, say the same: one is a control of the other."),
}
ANSWERS: Mapping[str, str] = {"yes": N_("Yes"), "no": N_("No"), "unknown": N_("Not known")}
MATCHES: Mapping[str, str] = {
    "exact": N_("the same"),
    "narrower": N_("only a part of it"),
    "broader": N_("more than it"),
    "none": N_("nothing that is the same"),
}
QUALIFIERS: Mapping[str, str] = {
    "aprox": N_("about"),
    "más de": N_("more than"),
    "al menos": N_("at least"),
    "casi": N_("almost"),
    "cerca de": N_("close to"),
    "revisado": N_("revised"),
    "conteo propio de filas": N_("our own count of rows"),
}
COMPARED: Mapping[str, str] = {**UNITS, "%": "%"}
"""The units of what is compared."""
