"""Where somebody may send evidence that speaks against what a page says: a link that is filled in, or how to do it. Pure."""

from dataclasses import dataclass
from urllib.parse import quote

from celosia.model import Site
from celosia.model.commitment import Commitment
from celosia.render.views.reading import Reading
from celosia.render.views.text import Link, stated
from celosia.render.words import N_

_BODY = N_("Commitment {code}, page {url}\n\nMilestone:\nWhat the page says:\nWhat I know, with its source and date:\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A link to where the publisher takes issues or letters; `text` alone where there is neither."""

    text: str
    link: Link | None


def counter(commitment: Commitment, site: Site, reading: Reading) -> Counter:
    """The place for counter-evidence on a commitment's page."""
    _ = reading.word
    url = f"{site.url}commitments/{commitment.id}/"
    title = _("Counter-evidence on {code}").format(code=commitment.code)
    body = _(_BODY).format(code=commitment.code, url=url)
    if site.issues_url:
        return Counter(
            text=_("Whatever you send is read in public, and is answered there: send nothing that could lead to a person."),
            link=Link(text=stated(_("Send counter-evidence")), href=_issue(site.issues_url, title, body)),
        )
    if site.publisher.email:
        address = f"mailto:{site.publisher.email}?subject={quote(title)}&body={quote(body)}"
        return Counter(
            text=_(
                "This site has no public place for it. Write to the publisher, and say whether your letter may be published."
            ),
            link=Link(text=stated(site.publisher.email), href=address),
        )
    text = _("This site has no public place for it, and gives no address. Ask its publisher, {name}, how to send it.")
    return Counter(text=text.format(name=site.publisher.name), link=None)


def _issue(url: str, title: str, body: str) -> str:
    """The address of a new issue, filled in.

    >>> _issue("https://git.example/x/y/issues", "A b", "c")
    'https://git.example/x/y/issues/new?title=A%20b&body=c'
    """
    new = url.rstrip("/").removesuffix("/new")
    mark = "&" if "?" in new else "/new?"
    return f"{new}{mark}title={quote(title)}&body={quote(body)}"
