"""The pages of a catalogue as a person would write them for plain MkDocs: all in Markdown, tables included. Pure."""

from collections.abc import Iterable

from celosia.model import Agreement, Chart, Column, Dataset, LangString, Table

_FORMATS = ("csv", "xlsx", "json", "parquet")
_DRAWN = ("svg", "png", "csv", "vega.json")


def list_page(title: str, cards: Iterable[tuple[str, str, str]]) -> str:
    """A list of links, each with its sentence."""
    return f"# {title}\n\n" + "\n".join(f"- [{name}]({page}.md): {text}" for page, name, text in cards) + "\n"


def dataset_page(dataset: Dataset, lang: str) -> str:
    """Summary, description, what is counted, the charts, the tables with all their rows, the dictionary, the downloads."""
    parts = (
        f"# {dataset.title.text(lang)}",
        dataset.summary.text(lang),
        dataset.description.text(lang),
        *_counts(dataset, lang),
        *(_chart(chart, f"{dataset.id}/charts/{chart.name}", lang) for chart in dataset.charts),
        *(_table(table, lang) for table in dataset.tables),
        *(_dictionary(table, lang) for table in dataset.tables),
        _downloads(dataset, lang),
        "\n".join(f"- {change.version}, {change.date}: {change.note.text(lang)}" for change in dataset.changes),
    )
    return "\n\n".join(parts) + "\n"


def agreement_page(agreement: Agreement, lang: str) -> str:
    """What is known of an agreement, in a table."""
    signed = agreement.signed.text if agreement.signed else "-"
    facts = (
        ("kind", agreement.kind),
        ("instrument", agreement.instrument.text(lang)),
        ("parties", "; ".join(party.name.text(lang) for party in agreement.parties)),
        ("signed", signed),
        ("status", agreement.status.text.text(lang)),
        ("source", f"[{agreement.status.source.title}]({agreement.status.source.url})"),
        ("subject", agreement.subject.text(lang)),
        ("confidence", agreement.confidence),
    )
    note = agreement.note or LangString(es="")
    return f"# {agreement.title.text(lang)}\n\n{note.text(lang)}\n\n{_rows(('', ''), facts)}\n"


def _counts(dataset: Dataset, lang: str) -> Iterable[str]:
    told = dataset.counts
    about = (told.what, told.event, told.recorder, told.definition, told.includes, told.excludes, told.period_rule)
    return (text.text(lang) for text in about)


def _chart(chart: Chart, path: str, lang: str) -> str:
    description = chart.description.text(lang)
    links = " · ".join(f"[{ending}]({path}.{ending})" for ending in _DRAWN)
    return f"## {chart.title.text(lang)}\n\n![{description}]({path}.svg)\n\n{description}\n\n{links}"


def _table(table: Table, lang: str) -> str:
    names = tuple(column.title.text(lang) for column in table.columns)
    return f"## {table.title.text(lang)}\n\n{_rows(names, table.rows)}"


def _dictionary(table: Table, lang: str) -> str:
    rows = ((column.name, column.title.text(lang), _description(column, lang), column.type) for column in table.columns)
    return _rows(("", "", "", ""), rows)


def _description(column: Column, lang: str) -> str:
    return column.description.text(lang) if column.description else ""


def _rows(names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = (names, ("---",) * len(names), *rows)
    return "\n".join("| " + " | ".join("" if cell is None else str(cell) for cell in line) + " |" for line in lines)


def _downloads(dataset: Dataset, lang: str) -> str:
    above = f"{dataset.id}/" if lang == "es" else f"../../../datasets/{dataset.id}/"
    names = [f"{table.name}.{ending}" for table in dataset.tables for ending in _FORMATS]
    return "\n".join(f"- [{name}]({above}{name})" for name in (*names, "datapackage.json", f"{dataset.id}.zip"))
