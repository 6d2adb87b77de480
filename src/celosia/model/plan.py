"""A protection plan: which tables are made from a confidential source, and how. It holds no figure, so it may be public."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from celosia.model.counted import Unit

Method = Literal["suppression", "rounding"]
SourceKind = Literal["microdata", "counts"]
Granularity = Literal["stated", "year", "month"]
Merge = Literal["year", "all"]
Pairs = tuple[tuple[str, str], ...]

_NAMED = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSource:
    """The confidential file. `count` names the column of counts; none where each row is one of the unit (microdata).

    `where` keeps the rows that have one of the texts in a column.
    """

    path: str
    kind: SourceKind
    count: str | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    delimiter: str = ","
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDimension:
    """A column of the published tables: the code of each text in the source, and how codes add up.

    `default` is the code of every other text, `total` the code of the rows for all codes together, `parents` says which
    code is a part of which. Codes in `unknown` («sin dato») tell nothing of anybody. `time` says how periods are cut.
    """

    name: str
    codes: Pairs = ()
    default: str | None = None
    total: str | None = None
    parents: Pairs = ()
    unknown: tuple[str, ...] = ()
    sensitive: bool = False
    time: Granularity | None = None

    @property
    def leaves(self) -> tuple[str, ...]:
        """The codes that rows of the source can have, in the order of the plan."""
        last = () if self.default is None else (self.default,)
        return tuple(dict.fromkeys((*(code for _, code in self.codes), *last)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A source column that holds several categories («Mujeres | 2021»), and the names of its parts."""

    column: str
    separator: str
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTable:
    """One table to publish: pairs of dimension and source column.

    `fixed` are dimensions with one code in the whole table, `collapse` those shown by their parents, `merge` makes longer
    periods, `impossible` are crosses that cannot happen (structural zeros, rule R3), `attributes` columns with the same
    text in all rows, or with what the rows of the source say in a column (`{column}`). With `stated` there are rows only
    for the crosses that the source has, and they add up to no total but those of other tables. With `publish` false the
    table is only kept in mind, because an earlier release had it.
    """

    dataset: str
    name: str
    measure: str
    dimensions: Pairs
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    split: Split | None = None
    fixed: Pairs = ()
    collapse: tuple[str, ...] = ()
    merge: Merge | None = None
    impossible: tuple[Pairs, ...] = ()
    attributes: Pairs = ()
    stated: bool = False
    publish: bool = True

    @property
    def told(self) -> tuple[str, ...]:
        """The columns of the source that the attributes repeat."""
        named = (name for _, text in self.attributes for name in _NAMED.findall(text))
        return tuple(dict.fromkeys(name for name in named if name != "key"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A family of tables of one population. `crossed`: the tables tell attributes of victims, whatever their unit counts.

    `threshold` raises the k of the catalogue's rules for this plan; it never lowers it.
    """

    name: str
    population: str
    unit: Unit
    date: date
    method: Method
    source: PlannedSource
    dimensions: tuple[PlannedDimension, ...]
    tables: tuple[PlannedTable, ...]
    crossed: bool = False
    threshold: int = 0

    @property
    def path(self) -> str:
        """Where the plan stands in the catalogue."""
        return f"protection/{self.name}.yaml"

    def dimension(self, name: str) -> PlannedDimension:
        """The dimension of that name. `KeyError` where there is none."""
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise KeyError(name)

    @property
    def time(self) -> str | None:
        """The name of the dimension of time, or none."""
        return next((dimension.name for dimension in self.dimensions if dimension.time), None)
