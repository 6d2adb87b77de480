"""Which page may tell which checksum: that of a file beside it, and the page of an agreement that of its record."""

from celosia.seal.site import listings

HASHES = {
    "api/v1/agreements/uno.json": ("a1",),
    "api/v1/agreements/dos.json": ("b2",),
    "agreements/uno/cita.ris": ("c3",),
}


def test_a_page_of_an_agreement_tells_the_checksum_of_its_own_record():
    pages = ("agreements/uno/index.html", "en/agreements/uno/index.html", "agreements/dos/index.html", "about/index.html")
    known = listings(pages, HASHES)
    assert known["agreements/uno/index.html"] == known["en/agreements/uno/index.html"] == {"a1", "c3"}
    assert known["agreements/dos/index.html"] == {"b2"}
    assert known["about/index.html"] == frozenset()
