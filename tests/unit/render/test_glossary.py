"""The first time that a word of the glossary stands in the prose of a page, it leads to what it means; nowhere else."""

from markupsafe import Markup

from celosia.model import Term
from celosia.render.address import Address
from celosia.render.glossary import Explaining
from celosia.render.views.text import Text

TERMS = (
    Term(id="victima", forms=(("es", "víctima"), ("es", "víctimas"), ("en", "victims"))),
    Term(id="victima-rescatada", forms=(("es", "víctimas rescatadas"), ("en", "rescued victims"))),
    Term(id="pnr", forms=(("es", "PNR"), ("en", "PNR"))),
)


def _explaining(path="methods/", lang="es"):
    return Explaining(TERMS, Address(lang=lang, path=path))


def _to(term):
    return f"../glossary/index.html#{term}"


def test_the_first_time_that_a_word_stands_in_a_text_it_leads_to_the_glossary():
    told = _explaining().tell(Text(text="Víctimas y <víctimas>"))
    assert told == Markup(f'<a href="{_to("victima")}">Víctimas</a> y &lt;víctimas&gt;')


def test_a_longer_term_is_not_taken_for_a_shorter_one():
    told = _explaining().markdown("Las víctimas\nrescatadas; las víctimas rescatadas y las víctimas.")
    assert f"las [víctimas rescatadas]({_to('victima-rescatada')})" in told
    assert told.count("](") == 2


def test_what_the_text_of_the_page_led_to_its_fragment_does_not_lead_to_again():
    explaining = _explaining()
    assert _to("pnr") in explaining.markdown("El PNR.")
    assert explaining.tell(Text(text="El PNR y una víctima")) == f'El PNR y una <a href="{_to("victima")}">víctima</a>'


def test_nothing_leads_from_headings_tables_code_links_or_html():
    apart = "`víctimas` y [las víctimas](../datasets/index.html) y https://x.example/víctimas"
    lines = ("# Víctimas", "| víctimas |", "```", "víctimas", "```", "    víctimas", "<p>víctimas</p>", apart)
    body = "\n".join(lines)
    assert _explaining().markdown(body) == body


def test_a_link_that_a_person_wrote_is_the_first():
    body = "Ver [a quién se cuenta](../glossary/index.html#victima). Las víctimas."
    assert _explaining().markdown(body) == body


def test_a_name_is_known_only_as_it_is_written():
    assert _explaining().tell(Text(text="pnr")) == "pnr"
    assert _explaining().tell(Text(text="subvíctima, víctimario")) == "subvíctima, víctimario"


def test_nothing_leads_from_the_glossary_to_itself_nor_from_a_text_in_another_language():
    assert _explaining("glossary/").tell(Text(text="víctimas")) == "víctimas"
    assert _explaining(lang="en").tell(Text(text="las víctimas", lang="es")) == '<span lang="es">las víctimas</span>'
    assert _to("victima") in _explaining(lang="en").tell(Text(text="all victims"))
