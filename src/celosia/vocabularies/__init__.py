"""A catalogue in the words of the standards that others read. Pure.

VOCABULARIES names each one by the file or the use that it serves.
"""

from collections.abc import Callable, Mapping

from celosia.vocabularies.citation import cite
from celosia.vocabularies.datapackage import data_package, table_schema

VOCABULARIES: Mapping[str, Callable[..., object]] = {"datapackage": data_package, "citation": cite}

__all__ = ["VOCABULARIES", "cite", "data_package", "table_schema"]
