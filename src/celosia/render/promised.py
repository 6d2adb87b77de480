"""The words of commitments and events: who says, what they say, what can be verified, what was published of a year. Pure."""

from collections.abc import Mapping

from celosia.render.words import N_

ASSERTERS: Mapping[str, str] = {
    "state": N_("The State"),
    "irm": N_("IRM, the independent reviewer of the Open Government Partnership"),
    "cso": N_("Civil society organisations"),
    "ogp": N_("Open Government Partnership (OGP)"),
    "organisation": N_("The organisation that runs the project"),
}
ALWAYS_ASKED = ("state", "irm", "cso")
"""Whose word a page looks for, and says so where no source gives it."""

CLAIMS: Mapping[str, str] = {
    "active": N_("Active"),
    "inactive": N_("Inactive"),
    "pending-review": N_("Pending review"),
    "not-started": N_("Not started"),
    "limited": N_("Limited"),
    "substantial": N_("Substantial"),
    "complete": N_("Complete"),
    "did-not-change": N_("Did not change"),
    "marginal": N_("Marginal"),
    "major": N_("Major"),
}

VERDICTS: Mapping[str, str] = {
    "found": N_("Found in the catalogue"),
    "part": N_("Found in part, or overdue"),
    "before": N_("Only data from before the promise"),
    "none": N_("Nothing found"),
    "beyond": N_("Cannot be verified with public data"),
}
EXPLAINED: Mapping[str, str] = {
    "found": N_("there is evidence, none of it is overdue, and no required breakdown is missing"),
    "part": N_("there is evidence, but a promised breakdown was found in no year, or an update or a check is overdue"),
    "before": N_("what there is ends before the promise began"),
    "none": N_("neither a dataset, nor an event, nor a document was found; it may exist without having been published"),
    "beyond": N_("it is about something that public data do not show"),
}

MARKS: Mapping[str, str] = {
    "published": N_("Published"),
    "mixed": N_("Published, some figures protected"),
    "part": N_("Part of the year"),
    "share": N_("Percentages only"),
    "protected": N_("Protected"),
    "none": N_("Not found"),
}
NEVER = N_("Never published, as far as this catalogue could see")

CONTRADICTIONS: Mapping[str, str] = {
    "nothing-published": N_("A source says “{claim}”, and this catalogue found nothing published for milestone {milestone}."),
    "nothing-after-due": N_(
        "A source says “{claim}”, and the data found for milestone {milestone} end on {last}: "
        "none is from after the date promised, {due}."
    ),
    "breakdown-missing": N_("A source says “{claim}”, and promised breakdowns of milestone {milestone} were found in no year."),
}

EVENTS: Mapping[str, str] = {
    "meeting": N_("Meeting"),
    "training": N_("Training"),
    "other": N_("Other event"),
}
NO_EVENTS: Mapping[str, str] = {
    "meeting": N_("No published meetings were found."),
    "training": N_("No published trainings of this promise were found."),
    "other": N_("No published events were found."),
}
