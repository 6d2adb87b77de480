"""The agreements as one dataset for catalogues of catalogues: two files of all, and one of each. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from celosia.derive import Publication
from celosia.exporters.format import FORMATS, Format
from celosia.locales import N_, gettext
from celosia.model import Agreement, Counts, Dataset, LangString, Made, PeriodOfTime
from celosia.render.address import ROOT, folder
from celosia.render.dates import last_known
from celosia.render.menu import written
from celosia.render.pages.dataset import own_site
from celosia.vocabularies.dcat import agreement_iri
from celosia.vocabularies.record import Distribution, Record

ID = "agreements"
_PATH = f"{ID}/"
_KEYWORDS = (N_("agreements"), N_("treaties"))
_THEMES = ("INTR", "JUST")
_ALL = N_("All agreements")
_ONE = N_("Parties, dates, status and sources of the agreement, for programs.")


def collection(publication: Publication) -> Record:
    """The collection as it is known of, without its files."""
    site = own_site(publication.site)
    spatial = dict.fromkeys(code for told in publication.agreements for code in told.agreement.countries)
    known = {territory.code for territory in publication.territories}
    first = min((told.dataset.issued for told in publication.datasets), default=publication.modified)
    dataset = Dataset(
        id=ID,
        title=_written(publication, "title"),
        description=_written(publication, "description"),
        summary=LangString(es=""),
        version="",
        kind="register",
        issued=first,
        modified=max(first, last_known(publication)),
        keywords=(*map(_words, _KEYWORDS), *dict.fromkeys(told.agreement.subject for told in publication.agreements)),
        license=site.license,
        publisher=site.publisher.name,
        creator=site.publisher.name,
        sources=(),
        spatial=tuple(code for code in spatial if code in known),
        themes=_THEMES,
        frequency="IRREG",
        counts=_COUNTS,
        tables=(),
        charts=(),
        changes=(),
    )
    page = f"{site.url}{_PATH}"
    return Record(dataset=dataset, site=site, page=page, latest=page, distributions=(), temporal=_temporal(publication))


def with_collection_files(record: Record, agreements: tuple[Agreement, ...], made: Mapping[str, Made]) -> Record:
    """The collection with its files, as large as they were made."""
    csv, json = FORMATS[0], next(format_ for format_ in FORMATS if format_.name == "json")
    whole = (_whole(format_, record) for format_ in (csv, json))
    each = (_each(agreement, json, record) for agreement in agreements)
    return replace(record, distributions=tuple(_measured((*whole, *each), record, made)))


def _written(publication: Publication, part: str) -> LangString:
    """What a person wrote at the head of the page of agreements, in each language."""
    told = {lang: str(getattr(written(publication, _PATH, lang), part)) for lang in publication.site.languages}
    return LangString(es=told.get("es") or told["en"], en=told.get("en"))


def _temporal(publication: Publication) -> PeriodOfTime:
    """From the first signature to the day that the newest status is known of."""
    last = last_known(publication)
    dated = [told.agreement.signed.start for told in publication.agreements if told.agreement.signed]
    first = min((*dated, last))
    return PeriodOfTime.parse(f"{first.isoformat()}/{last.isoformat()}")


def _whole(format_: Format, record: Record) -> Distribution:
    title = _words(_ALL)
    return Distribution(
        name=f"{ID}-{format_.name}",
        title=LangString(es=f"{title.es} ({format_.title})", en=f"{title.en} ({format_.title})"),
        description=record.dataset.description,
        url=f"{record.page}{ID}.{format_.name}",
        page=record.page,
        format=format_.name,
        media_type=format_.media_type,
    )


def _each(agreement: Agreement, format_: Format, record: Record) -> Distribution:
    return Distribution(
        name=agreement.id,
        title=agreement.title,
        description=_words(_ONE),
        url=f"{record.site.url}api/v1/agreements/{agreement.id}.json",
        page=f"{record.page}{agreement.id}/",
        format=format_.name,
        media_type=format_.media_type,
        about=agreement_iri(agreement, record.site),
    )


def _measured(files: tuple[Distribution, ...], record: Record, made: Mapping[str, Made]) -> Iterator[Distribution]:
    for one in files:
        known = made.get(f"{folder(ROOT)}{one.url.removeprefix(record.site.url)}")
        yield replace(one, size=known.size, sha256=known.sha256, sha512=known.sha512) if known else one


def _words(message: str) -> LangString:
    return LangString(es=gettext("es")(message), en=gettext("en")(message))


_NOTHING = LangString(es="")
_COUNTS = Counts(
    unit="documents", what=_NOTHING, event=_NOTHING, recorder=_NOTHING, definition=_NOTHING, includes=_NOTHING,
    excludes=_NOTHING, period_rule=_NOTHING,
)  # fmt: skip
