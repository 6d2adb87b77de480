"""Publications of invented catalogues, and their pages as the site generator will read them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from unit.exporters.catalogs import SITE, column, dataset, notes, table

from celosia.derive import Publication, derive
from celosia.model import (
    Agreement,
    AgreementStatus,
    Approval,
    Catalog,
    Code,
    Dataset,
    HelpLine,
    LangString,
    Made,
    Party,
    PeriodOfTime,
    Role,
    SourceLink,
    Table,
    Territory,
    Unit,
)
from celosia.render import render

LINE = HelpLine(
    country="XX",
    number="000",
    label=LangString(es="País inventado", en="Invented country"),
    note=LangString(es="Nadie atiende", en="Nobody answers"),
    source="https://linea.example/",
    checked=date(2026, 11, 1),
)
NORMS = table(
    (
        column("id", "string", concept="identifier"),
        column("tipo", "string", role=Role.DIMENSION),
        column("numero", "string"),
        column("titulo", "string"),
        column("fuente_url", "string", concept="url"),
    ),
    (
        ("n-1", "Ley", "1", "Una norma inventada", "https://norma.example/"),
        ("n-2", "Ley", "2", "Otra", "http://norma.example/"),
    ),
    name="normas",
)
CONTACTS = table(
    (
        column("id", "string", concept="identifier"),
        column("pais", "string", role=Role.DIMENSION, codes=(Code(value="AR", label=LangString(es="Argentina")),)),
        column("provincia", "string", role=Role.DIMENSION, concept="ref-area"),
        column("nombre", "string"),
        column("telefono", "string", concept="telephone"),
        column("verificado_el", "date"),
    ),
    (
        ("c-1", "AR", None, "Oficina inventada", "0000 000", None),
        ("c-2", "AR", "AR-A", "Otra oficina inventada", "ver nota", date(2026, 10, 1)),
        ("c-3", "AR", "AR-A", "Oficina vieja inventada", None, date(2026, 1, 1)),
    ),
    name="contactos",
)
AGREEMENT = Agreement(
    id="acuerdo-inventado",
    title=LangString(es="Acuerdo inventado"),
    kind="international",
    instrument=LangString(es="Acuerdo", en="Agreement"),
    countries=("AR",),
    parties=(Party(name=LangString(es="Parte inventada", en="Invented party")),),
    signed=None,
    in_force=None,
    approvals=(Approval(text="Ley 1", norm="n-1"),),
    status=AgreementStatus(
        code="signed",
        text=LangString(es="firmado", en="signed"),
        as_at=PeriodOfTime.parse("2020-05"),
        source=SourceLink(title="Nota inventada", url="https://nota.example/"),
    ),
    subject=LangString(es="Nada", en="Nothing"),
    official_url=None,
    sources=(SourceLink(title="Nota sin cifrar", url="http://nota.example/x"),),
    confidence="media",
)


def a_publication(*datasets: Dataset, **changes: object) -> Publication:
    """A publication with a register of norms, a directory and an agreement besides these datasets."""
    norms = dataset(NORMS, id="normas", kind="register", title=LangString(es="Normas"))
    contacts = dataset(CONTACTS, id="contactos", kind="directory", title=LangString(es="Contactos"))
    plain = Catalog(
        site=replace(SITE, help_lines=(LINE,), norms="normas", directory="contactos"),
        datasets=(*(datasets or (dataset(),)), norms, contacts),
        key_figures=(),
        agreements=(AGREEMENT, replace(AGREEMENT, id="acuerdo-fechado", signed=PeriodOfTime.parse("2015-07-15"))),
        territories=(
            Territory(code="AR", name=LangString(es="Argentina", en="Argentina")),
            Territory(code="AR-A", name=LangString(es="Salta", en="Salta"), parent="AR"),
        ),
        sources=notes().sources,
        pages=(),
        modified=date(2026, 11, 21),
    )
    return derive(replace(plain, **changes))


def units(publication: Publication) -> Mapping[str, Unit]:
    """The units of a publication by their names."""
    return {unit.name: unit for unit in render(publication, material_css="assets/stylesheets/main.css")}


def page(publication: Publication, name: str) -> str:
    """The Markdown and the fragment of a page ("es:datasets/x/"), one after the other."""
    unit = units(publication)[f"page:{name}"]
    files = unit.function(*unit.arguments, _AnyFile()) if unit.needs else unit.function(*unit.arguments)
    return "\n".join(body.decode() for _, body in sorted(files.items()))


def opening(publication: Publication, lang: str, path: str) -> str:
    """A list as it is written, the sentence that it opens with among it."""
    return page(publication, f"{lang}:{path}").replace("\\", "")


def long_table(rows: int) -> Table:
    """A table of so many invented rows."""
    return table(rows=[(f"x-{n}", "2019", "01", n, 0.5, None, True, "inv-1", None) for n in range(rows)])


class _AnyFile(dict[str, Made]):
    """Whatever is asked for was made: 12 kB, 640 by 300."""

    def __missing__(self, path: str) -> Made:
        return Made(size=12_000, sha256="0" * 64, width=640, height=300)
