"""Our templates as MkDocs' theme, with fragments read as what they are: text. To compile each cost half of its page.

A fragment is one raw block (`render/fragment.py`), so what it says is known without asking Jinja. A plain `mkdocs build`
does ask, and gives the same bytes: a test compares.
"""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

from jinja2 import BaseLoader, Environment, Template
from jinja2.runtime import Context
from mkdocs.theme import Theme

from celosia.render import unwrapped

_FRAGMENTS = "fragments/"


class FragmentTheme(Theme):
    """MkDocs' own theme, whose environment takes fragments by a shorter way."""

    def get_env(self) -> Environment:
        """MkDocs' environment (filters, folders) with our loader before its own."""
        environment: Environment = super().get_env()
        environment.loader = _Fragments(environment.loader)
        return environment


class _Fragments(BaseLoader):
    """Fragments by a shorter way, all other templates as ever."""

    def __init__(self, others: BaseLoader | None) -> None:
        self._others = others or BaseLoader()

    def list_templates(self) -> list[str]:
        """None: MkDocs asks in order to copy a theme's images and styles, and ours are among the pages."""
        return []

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Where it stands in the folders of the theme."""
        return self._others.get_source(environment, template)

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:  # noqa: A002
        """A fragment as its text; anything else compiled."""
        if not name.startswith(_FRAGMENTS):
            return self._others.load(environment, name, globals)
        source, _, _ = self.get_source(environment, name)
        return _said(environment, unwrapped(source))


def _said(environment: Environment, text: str) -> Template:
    """A template that says a text and needs nothing to do so."""

    def root(context: Context) -> Iterator[str]:  # noqa: ARG001 - the signature of a compiled template
        yield text

    namespace: dict[str, Any] = {"name": None, "__file__": "<fragment>", "blocks": {}, "root": root, "debug_info": ""}
    return Template.from_module_dict(environment, namespace, {})
