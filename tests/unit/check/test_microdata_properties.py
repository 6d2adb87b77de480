"""No table that was counted from code lists trips; no list of invented people passes, whatever its columns are called."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.check.microdata_tables import CALLS, PERIOD, PERSONS, coded, codes, counted
from unit.exporters.catalogs import column

from celosia.model import Role

GIVEN = ("María", "Juan", "Rosa", "José", "Ana", "Luis", "Carmen", "Pedro", "Lucía", "Jorge")
SURNAMES = ("Inventada", "de Prueba", "Ejemplo", "Supuesta", "Ficticio", "Imaginaria")
LISTS = {
    "provincia": ("AR-A", "AR-B", "AR-C", "AR-D", "AR-E"),
    "genero": ("mujer", "varon", "sin-dato"),
    "edad": ("0-17", "18-29", "30-44", "45-59", "60-mas"),
    "explotacion": ("sexual", "laboral", "otra"),
    "codigo_indec": ("06007", "06014", "14021", "82063", "90084"),
    "ubigeo": ("150101", "150102", "080101"),
}
YEARS = [str(year) for year in range(2008, 2026)]
NEUTRAL = st.sampled_from(("c1", "columna", "valor", "dato", "campo_a", "clave", "referencia"))
ROLES = st.sampled_from((Role.DIMENSION, Role.ATTRIBUTE))
UNITS = st.sampled_from(("persons", "households", "cases", "reports", "calls"))


@st.composite
def aggregated(draw):
    """A table of counts from 5 up, crossed from code lists."""
    names = draw(st.lists(st.sampled_from(sorted(LISTS)), min_size=1, max_size=3, unique=True))
    years = draw(st.lists(st.sampled_from(YEARS), min_size=1, max_size=3, unique=True))
    keys = list(product(years, *(LISTS[name] for name in names)))
    counts = draw(
        st.lists(st.one_of(st.none(), st.just(0), st.integers(5, 90_000_000)), min_size=len(keys), max_size=len(keys))
    )
    measure = draw(st.sampled_from((PERSONS, CALLS)))
    columns = (PERIOD, *(coded(name, *LISTS[name]) for name in names), measure)
    return counted(columns, [(*key, count) for key, count in zip(keys, counts, strict=True)])


@st.composite
def people(draw):
    """Rows of invented persons, with a name or a document and perhaps a count of 1."""
    size = draw(st.integers(12, 40))
    kind = draw(st.sampled_from(("name", "dni", "dotted")))
    numbers = draw(st.lists(st.integers(5_000_000, 60_000_000), min_size=size, max_size=size, unique=True))
    names = draw(st.lists(st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAMES)), min_size=size, max_size=size))
    values = {
        "name": [f"{given} {surname}" for given, surname in names],
        "dni": [str(number) for number in numbers],
        "dotted": [f"{number:,}".replace(",", ".") for number in numbers],
    }[kind]
    told = column(draw(NEUTRAL), "string", role=draw(ROLES))
    measures = (column("cuenta", "integer", role=Role.MEASURE, unit="documents"),) if draw(st.booleans()) else ()
    rows = [("2020", value, *(1 for _ in measures)) for value in values]
    return (PERIOD, told, *measures), rows


@settings(max_examples=60, deadline=None)
@given(aggregated())
def test_tables_counted_from_code_lists_never_trip(described):
    assert codes(described) == set()


@settings(max_examples=60, deadline=None)
@given(people(), UNITS)
def test_people_in_a_guarded_table_always_trip(listed, unit):
    assert codes(counted(*listed, unit=unit))


@settings(max_examples=60, deadline=None)
@given(people(), st.sampled_from(("register", "statistics", "directory")))
def test_people_trip_in_a_table_of_any_other_kind_too(listed, kind):
    columns, rows = listed
    unit = "institutions" if kind == "directory" else "documents"
    found = codes(counted((columns[0], columns[1]), [row[:2] for row in rows], kind=kind, unit=unit))
    assert found & {"identity-number", "personal-names"}
