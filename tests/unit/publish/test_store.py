"""What the store knows of a file: nothing here was drawn of anything."""

from celosia.publish.store import describe


def test_a_drawing_says_its_size_and_what_it_shows() -> None:
    body = '<svg width="10" height="20.4"><title>a</title><desc>b &amp; c</desc></svg>'
    made = describe("x.svg", body.encode())
    assert (made.width, made.height, made.description) == (10, 20, "b & c")


def test_a_drawing_without_words_has_none() -> None:
    assert describe("x.svg", b'<svg width="10" height="20"></svg>').description is None
