"""The versions of a dataset side by side: its history, what changed from each to the next, and every pair as files. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from types import MappingProxyType

from celosia.derive import DatasetPublication, Difference, Publication, difference
from celosia.derive.difference_file import changes_path, difference_csv, difference_json
from celosia.locales import format_date, gettext
from celosia.model import Change, Dataset, LangString, Made, Site, Territory, Unit
from celosia.render.address import ROOT, Address, folder
from celosia.render.heads import Place, changes_head
from celosia.render.pages.dataset import own_site
from celosia.render.pages.document import document_files, titled
from celosia.render.territory import named_territories
from celosia.render.views.changes import ChangesView, Step, between, files, history
from celosia.render.views.reading import Reading
from celosia.render.words import N_, both

TITLE = N_("Versions and changes: {title}")
LEAD = N_("This page lists every published version of this dataset and says what changed from one to the next.")
"""What the page is for, which the search tells of it."""
_NEWEST = N_("The current version is {version}, of {day}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """All that the page shows, in one language: the states have no bytes, only what names their parts."""

    dataset: Dataset
    site: Site
    steps: tuple[Step, ...]
    others: tuple[Difference, ...]
    numbers: tuple[str, ...]
    territories: tuple[Territory, ...]
    lang: str


def changes_units(publication: Publication) -> Iterable[Unit]:
    """For each dataset with releases: each pair of them as files, and the page in each language."""
    for told in publication.datasets:
        if told.versions:
            yield from _units(told, publication)


def changes_files(told: Difference) -> Mapping[str, bytes]:
    """The difference between two versions as CSV and JSON."""
    base = f"{folder(ROOT)}datasets/{told.dataset}/"
    return {
        base + changes_path(told.older, told.newer, "csv"): difference_csv(told),
        base + changes_path(told.older, told.newer, "json"): difference_json(told),
    }


def changes_page(page: ChangesPage, made: Mapping[str, Made] = MappingProxyType({})) -> Mapping[str, bytes]:
    """The two files of the page. Nothing was made for it where there is one version only."""
    home = f"datasets/{page.dataset.id}/"
    address = Address(lang=page.lang, path=f"{home}changes/")
    reading = Reading.of(address, page.territories)
    view = ChangesView(
        home=address.page(home),
        changes=history(page.dataset, page.numbers, reading),
        steps=tuple(between(step, reading, made) for step in reversed(page.steps)),
        others=tuple((one.older, one.newer, files(one, reading, made)) for one in page.others),
    )
    title = LangString(es=both(TITLE, title=page.dataset.title.es).es, en=both(TITLE, title=page.dataset.title.text("en")).en)
    place = Place(site=page.site, address=address, parent=page.dataset.title.text(page.lang))
    told = (path.partition(home)[2] for path in sorted(made))
    archives = (f"v/{number}/{page.dataset.id}-{number}.zip" for number in page.numbers)
    head = changes_head(page.dataset, place, title.text(page.lang), (*archives, *told))
    document = titled(title, _lead(page.dataset), address, updated=page.dataset.modified)
    return document_files(document, "changes", view, head, page.site.terms)


def _lead(dataset: Dataset) -> LangString:
    """What the page opens with: which version is the current one, and of what day."""
    newest = next(change for change in dataset.changes if change.version == dataset.version)
    return LangString(es=_opening(newest, "es"), en=_opening(newest, "en"))


def _opening(newest: Change, lang: str) -> str:
    _ = gettext(lang)
    return f"{_(_NEWEST).format(version=newest.version, day=format_date(newest.date, lang))} {_(LEAD)}"


def _units(told: DatasetPublication, publication: Publication) -> Iterable[Unit]:
    states = [version.version.dataset for version in told.versions]
    pairs = {(one.version, two.version): difference(one, two) for one, two in combinations(states, 2)}
    names = []
    for (older, newer), between_ in pairs.items():
        names.append(f"changes:{told.dataset.id}:{older}--{newer}")
        yield Unit(name=names[-1], function=changes_files, arguments=(between_,))
    following = {(one.version, two.version) for one, two in pairwise(states)}
    bare = {state.version: _bare(state) for state in states}
    steps = tuple(Step(difference=pairs[pair], older=bare[pair[0]], newer=bare[pair[1]]) for pair in pairs if pair in following)
    for lang in publication.site.languages:
        page = ChangesPage(
            site=own_site(publication.site),
            dataset=_bare(told.dataset),
            steps=steps,
            others=tuple(one for pair, one in pairs.items() if pair not in following),
            numbers=tuple(bare),
            territories=named_territories(told, publication.territories),
            lang=lang,
        )
        yield Unit(
            name=f"page:{lang}:datasets/{told.dataset.id}/changes/",
            function=changes_page,
            arguments=(page,),
            needs=tuple(names),
        )


def _bare(dataset: Dataset) -> Dataset:
    """The names and words of a dataset's tables, without a row."""
    return replace(dataset, tables=tuple(replace(table, rows=(), body=b"") for table in dataset.tables))
