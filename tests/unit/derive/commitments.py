"""An invented commitment over an invented table, to be changed one cell at a time."""

from dataclasses import replace
from datetime import date

from unit.exporters.catalogs import SITE, column, dataset, table

from celosia.model import Catalog, Dataset, LangString, PeriodOfTime, Role, SourceLink
from celosia.model.commitment import (
    Breakdown,
    Claim,
    Commitment,
    Event,
    EventFigure,
    Evidence,
    Milestone,
    Request,
    Rhythm,
    Rows,
)

TODAY = date(2026, 11, 21)
SOURCE = SourceLink(title="Nota inventada", url="https://nota.example/")
ROWS = (
    ("r-1", "2019", "m", 120, "A"),
    ("r-2", "2020-01/2020-06", "m", 60, "A"),
    ("r-3", "2021", "m", None, "Q"),
    ("r-4", "2018/2021", "m", 400, "A"),
)


def both(text: str) -> LangString:
    """A text that is the same in both languages."""
    return LangString(es=text, en=f"{text} (en)")


def cases(rows: tuple[tuple[object, ...], ...] = ROWS) -> Dataset:
    """A dataset with one table: by sex and period, a whole year, a half, a protected one, and several years together."""
    counted = table(
        (
            column("id", "string", concept="identifier"),
            column("periodo", "string", role=Role.DIMENSION, concept="time-period"),
            column("sexo", "string", role=Role.DIMENSION),
            replace(column("personas", "integer", role=Role.MEASURE), unit="persons"),
            column("estado", "string", concept="obs-status"),
        ),
        rows,
        name="por-sexo",
    )
    return dataset(counted, id="casos", title=both("Casos"))


def milestone(**changes: object) -> Milestone:
    """A milestone with a dataset as evidence and two required breakdowns, of which no table answers the second."""
    plain = Milestone(
        number="1",
        promise=both("Publicar los datos"),
        owners=(both("Organismo inventado"),),
        start=None,
        end=None,
        rhythm=Rhythm(months=6),
        evidence=(Evidence(date=TODAY, of=both("Datos por sexo"), dataset="casos", version=cases().version),),
        breakdowns=(
            Breakdown(name="sexo", title=both("Sexo"), tables=(Rows(dataset="casos", table="por-sexo"),)),
            Breakdown(name="lengua", title=both("Lengua"), tables=()),
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def commitment(*milestones: Milestone, claims: tuple[Claim, ...] = ()) -> Commitment:
    """A commitment with these milestones."""
    return Commitment(
        id="promesa",
        code="XX0001",
        title=both("Promesa inventada"),
        summary=both("Nadie la hizo"),
        programme=both("Plan inventado"),
        country="AR",
        period=PeriodOfTime.parse("2019/2022"),
        owners=(both("Organismo inventado"),),
        supporters=(),
        milestones=milestones or (milestone(),),
        claims=claims,
        remarks=(),
        sources=(SOURCE,),
        request=Request(law=both("Ley inventada"), url="https://ley.example/", authority=both("Autoridad inventada")),
    )


def complete() -> Claim:
    """Somebody says that it is complete."""
    return Claim(asserter="state", code="complete", text=both("Completo"), as_at=PeriodOfTime.parse("2022-12"), source=SOURCE)


def meeting(**changes: object) -> Event:
    """A meeting that answers the first milestone, with a figure of one cell."""
    figure = EventFigure(
        dataset="casos", table="por-sexo", measure="personas", where=(("id", "r-1"),), label=both("Personas presentes")
    )
    plain = Event(
        id="reunion",
        kind="meeting",
        title=both("Reunión inventada"),
        country="AR",
        date=PeriodOfTime.parse("2021-05-10"),
        organisers=(both("Organismo inventado"),),
        participants=(),
        answers=(("promesa", "1"),),
        documents=(),
        sources=(SOURCE,),
        figures=(figure,),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def catalog(*commitments: Commitment, data: Dataset | None = None, events: tuple[Event, ...] = ()) -> Catalog:
    """A catalogue with one dataset and these commitments."""
    return Catalog(
        site=SITE,
        modified=TODAY,
        key_figures=(),
        datasets=(data or cases(),),
        agreements=(),
        territories=(),
        sources=(),
        pages=(),
        commitments=commitments or (commitment(),),
        events=events,
    )
