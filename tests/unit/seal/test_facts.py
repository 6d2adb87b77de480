"""The tags of a page are read whatever way they are written."""

import pytest

from celosia.seal import facts_of


@pytest.mark.parametrize(
    ("html", "field", "found"),
    [
        ('<a title="a > b" href="x.html">x</a>', "links", ("x.html",)),
        ("<A HREF=x.html>x</A>", "links", ("x.html",)),
        ("<img\n src='a.svg'\n alt=''/>", "loads", ("a.svg",)),
        ('<td data-v="1">1</td><span class="id">x</span>', "anchors", ()),
        ('<td class="number"id="a">1</td>', "anchors", ("a",)),
        ("<style>p{}</style>", "forbidden", ("<style>",)),
        ("<script>1</script>", "forbidden", ("<script>",)),
        ("<p OnClick=x>x</p>", "forbidden", ("onclick",)),
        ('<p style="color:red">x</p>', "forbidden", ("style",)),
        ('<script type="application/ld+json">{}</script>', "forbidden", ()),
    ],
)
def test_a_tag_tells(html: str, field: str, found: tuple[str, ...]) -> None:
    assert getattr(facts_of(html.encode()), field) == found
