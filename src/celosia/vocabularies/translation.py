"""The English texts of a dataset, in the form of its `datapackage.en.yaml`: only what somebody translated. Pure."""

from collections.abc import Iterable, Mapping

from celosia.model import Code, Column, Counts, Dataset, LangString, Table
from celosia.vocabularies.status import about_codes


def translation(dataset: Dataset) -> dict[str, object]:
    """Title, description, keywords, the «¿Qué cuenta?» box, tables and columns. Empty where nothing is translated."""
    keywords = [keyword.en for keyword in dataset.keywords]
    return _told(
        {
            "title": dataset.title,
            "description": dataset.description,
            "keywords": keywords if all(keywords) else None,
            "celosia": _celosia(dataset),
            "resources": _named(_table(table) for table in dataset.tables),
        }
    )


def _celosia(dataset: Dataset) -> dict[str, object]:
    files = _named({"name": file.name} | _told({"title": file.title, "warning": file.warning}) for file in dataset.record_level)
    counts = _counts(dataset.counts) if dataset.states("counts") else {}
    links = _named(
        {"name": file.name} | _told({"title": file.title, "description": file.description}) for file in dataset.links
    )
    told = {"summary": dataset.summary, "withheld": dataset.withheld, "counts": counts, "record_level": files, "links": links}
    return _told(told)


def _counts(counts: Counts) -> dict[str, object]:
    return _told(
        {
            "what": counts.what,
            "event": counts.event,
            "recorder": counts.recorder,
            "definition": counts.definition,
            "includes": counts.includes,
            "excludes": counts.excludes,
            "period_rule": counts.period_rule,
            "breaks": _named({"at": point.at} | _told({"label": point.label}) for point in counts.breaks),
        }
    )


def _table(table: Table) -> dict[str, object]:
    fields = _named(_column(column) for column in table.columns)
    return {"name": table.name} | _told({"title": table.title, "description": table.description, "fields": fields})


def _column(column: Column) -> dict[str, object]:
    categories = _named(_code(code) for code in column.codes)
    texts = {"title": column.title, "description": column.description or about_codes(column), "categories": categories}
    return {"name": column.name} | _told(texts)


def _code(code: Code) -> dict[str, object]:
    return {"value": code.value} | _told({"label": code.label})


def _named(parts: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """The parts that say more than which part they are."""
    return [part for part in parts if len(part) > 1]


def _told(texts: Mapping[str, object]) -> dict[str, object]:
    english = {name: text.en if isinstance(text, LangString) else text for name, text in texts.items()}
    return {name: text for name, text in english.items() if text}
