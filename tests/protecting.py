"""Synthetic confidential sources and plans for them: every figure is drawn at random, nobody is in them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from celosia.load import load
from celosia.model import Catalog, Policy
from celosia.model.plan import Plan, PlannedDimension, PlannedSource, PlannedTable
from celosia.protect import Order, Protected, protect

BASE = Path(__file__).parent / "failures/base"
HEADER = "fecha,sexo,edad,provincia\n"
PROVINCES = ("A", "B", "C", "D", "E")
PARENTS = (("a", "norte"), ("b", "norte"), ("c", "sur"), ("d", "sur"), ("e", "sur"))


@dataclass(frozen=True, slots=True)
class Teller:
    def tell(self, more: int = 1) -> None:
        pass


@contextmanager
def stage(_: str) -> Iterator[Teller]:
    yield Teller()


def persons(count: int, *, seed: int = 1, years: Sequence[str] = ("2023", "2024")) -> list[str]:
    """Synthetic microdata, skewed as real ones are."""
    random = Random(seed)
    rows = [
        f"{random.choice(years)}-0{random.randint(1, 9)}-11,{random.choice('MMMV')},"
        f"{random.choices(('menor', 'joven', 'adulta', ''), (2, 5, 9, 1))[0]},{random.choices(PROVINCES, (2, 9, 5, 8, 1))[0]}\n"
        for _ in range(count)
    ]
    return [HEADER, *rows]


def dimensions() -> tuple[PlannedDimension, ...]:
    ages = (("menor", "menor"), ("joven", "joven"), ("adulta", "adulta"))
    return (
        PlannedDimension(name="periodo", time="year"),
        PlannedDimension(name="sexo", codes=(("M", "mujer"), ("V", "varon")), total="total"),
        PlannedDimension(name="edad", codes=ages, default="sin-dato", total="total", unknown=("sin-dato",)),
        PlannedDimension(
            name="provincia", codes=tuple((name, name.lower()) for name in PROVINCES), parents=PARENTS, total="total"
        ),
    )


def table(name: str, *columns: str, **changes: object) -> PlannedTable:
    sources = {"periodo": "fecha"}
    pairs = tuple((column, sources.get(column, column)) for column in ("periodo", *columns))
    return replace(PlannedTable(dataset="ejemplo-sintetico", name=name, measure="personas", dimensions=pairs), **changes)


def plan(*tables: PlannedTable, **changes: object) -> Plan:
    made = Plan(
        name="sintetico",
        population="ejemplo-sintetico.personas",
        unit="persons",
        date=date(2026, 1, 15),
        method="suppression",
        source=PlannedSource(path="../confidencial.csv", kind="microdata"),
        dimensions=dimensions(),
        tables=tables or (table("por-edad", "edad"), table("por-provincia", "provincia")),
    )
    return replace(made, **changes)


def catalog(**policy: object) -> Catalog:
    """The invented base catalogue, with rules of its own."""
    loading = load(BASE, {})
    assert loading.catalog is not None
    return replace(loading.catalog, policy=replace(Policy(), **policy))


def protected(planned: Plan, lines: Sequence[str], known: Catalog | None = None, budget: float = 20.0) -> Protected:
    return protect(Order(plan=planned, catalog=known or catalog(), budget=budget), lines, stage)


def files(made: Protected) -> Mapping[str, str]:
    return {path: body.decode() for path, body in made.files}
