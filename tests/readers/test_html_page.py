"""Web pages: the article's words as a browser shows them, and nothing around it."""

import pytest

from analysis.errors import InputError
from analysis.readers import Reading, read_content


def read(page: str | bytes) -> Reading:
    return read_content(page if isinstance(page, bytes) else page.encode(), ending=".html")


def paragraphs(page: str | bytes) -> list[str]:
    return read(page).text.strip().split("\n\n")


def notes(page: str) -> list[str]:
    reading = read(page)
    return [reading.text[note.start : note.end] for note in reading.notes]


SAID = "We pay for the harbour from the tolls, and the ferries sail in May."


@pytest.mark.parametrize(
    "page, expected",
    [
        ("<p><b>W</b>e p<i>a</i>y un<wbr>believ&shy;ably.</p>", ["We pay unbelievably."]),
        (
            "<div>Ann Lee: What?<div>Jane Roe: That.</div>And more.</div>",
            ["Ann Lee: What?", "Jane Roe: That.", "And more."],
        ),
        ("<P>One<P>Two<UL><LI>three<LI>four</UL>", ["One", "Two", "three", "four"]),
        (
            "<p>What of<br>it?<br>Jane Roe: That.<br><br>We pay.</p>",
            ["What of it?", "Jane Roe: That.", "We pay."],
        ),
        (
            "<pre>Ann Lee: What\nof it?\nJane Roe: That.\n\nWe   pay.</pre>",
            ["Ann Lee: What of it?", "Jane Roe: That.", "We pay."],
        ),
        ("<p>Oh, <q>we <q>pay</q></q>.</p>", ["Oh, “we ‘pay’”."]),
        ("<p>R&amp;D &lt;b&gt; &#8220;x&#8221; &#150; y&nbsp;z AT&T</p>", ["R&D <b> “x” – y z AT&T"]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", ["漢字"]),
        ("<p>We <del>never</del><ins>always</ins> pay.</p>", ["We always pay."]),
        (
            "<p>10<sup>6</sup> for 5 m<sup>2</sup>, CO<sub>2</sub>, 21<sup>st</sup></p>",
            ["10⁶ for 5 m², CO2, 21st"],
        ),
        ("<details><summary>Why?</summary>We pay.</details>", ["Why?", "We pay."]),
        ("<p>a<b>Roe: we<p>pay</b> for it</p>", ["aRoe: we", "pay for it"]),
        ("<blockquote><p>We pay.</p><footer>Jane Roe</footer></blockquote>", ["We pay.", "Jane Roe"]),
        ("<p><b>Roe:<o:p></o:p></b> We pay.</p>", ["Roe: We pay."]),
    ],
)
def test_inline_tags_split_no_word_and_blocks_do(page, expected):
    assert paragraphs(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<p><a href='/roe'>Jane Roe</a>: We pay.</p>",
        "<p><strong>Jane Roe:</strong>We pay.</p>",
        "<p><strong>Jane Roe</strong>: We pay.</p>",
        "<p><span class='speaker'>Jane Roe</span><span class='timestamp'>0:12</span>We pay.</p>",
        "<p><strong>Jane Roe</strong> We pay.</p><p><strong>Jane Roe</strong> We do.</p>",
    ],
)
def test_a_name_keeps_apart_from_the_words(page):
    assert paragraphs(page)[0] == "Jane Roe: We pay."


def test_a_time_of_its_own_is_kept_as_one():
    reading = read("<p><span class='timestamp'>1:05</span> Jane Roe: We pay.</p>")
    assert (reading.text, reading.times[0].seconds) == ("Jane Roe: We pay.\n", 65)


LIST = (
    "<dl><dt>Ann Lee<dd>What does it cost us?<dt>Jane Roe<dd>It pays for itself."
    "<dt>Ann Lee<dd>Is it so, or is it not?</dl>"
)
TABLE = (
    "<table><tr><th>Who<th>Words<tr><td>Ann Lee<td>What does it cost us?<tr><td>Jane Roe<td>It pays for itself."
    "<tr><td>Ann Lee<td>Is it so, or is it not?</table>"
)


@pytest.mark.parametrize("page", [LIST, TABLE])
def test_a_list_or_table_of_names_and_words_holds_turns(page):
    reading = read(page)
    assert [turn.voice for turn in reading.turns] == ["Ann Lee", "Jane Roe", "Ann Lee"]
    assert reading.text.startswith("Ann Lee: What does it cost us?\n\nJane Roe: It pays")


def test_in_a_page_of_other_words_such_a_table_marks_no_turns():
    reading = read(f"<p>{SAID * 5}</p>{LIST}")
    assert not reading.turns
    assert "\n\nJane Roe: It pays for itself." in reading.text


def test_a_list_of_facts_holds_no_turns():
    assert not read("<dl><dt>Date<dd>12 May 2031<dt>Place<dd>Oldwick<dt>By<dd>Ann Lee</dl>").turns


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Home</nav>", "<header>The Gazette</header>", "<footer>All rights</footer>", "<aside>Read on</aside>",
        "<div class='cookie-banner'>We use cookies</div>", "<div id='comments'>A reader</div>", "<p hidden>No</p>",
        "<section class='post-relatedPosts'>More</section>",
        "<div role='dialog'>Sign up</div>", "<svg><text>x</text></svg>",
        "<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>",
        "<template><p>x</p></template>",
        "<div style='display: none'>No</div>", "<div aria-hidden='true'>No</div>",
        "<script>var x = '<p>no</p>';</script>",
        "<noscript>Turn it on</noscript>", "<select><option>One</option></select>",
        "<!-- <p>no</p> -->", "<style>p {}</style>",
    ],
)  # fmt: skip
def test_what_is_around_the_article_is_left_out_and_counted(furniture):
    reading = read(f"<html><body>{furniture}<div><h1>We pay</h1><p>{SAID}</p></div></body></html>")
    assert reading.text == f"We pay\n\n{SAID}\n"
    assert sum(reading.left_out.values()) == 1


def test_what_holds_most_of_a_page_is_no_furniture():
    page = f"<form class='has-sidebar'><div class='share comments'><p>{SAID}</p></div></form>"
    assert paragraphs(page) == [SAID]


def test_the_article_is_read_and_the_rest_of_the_page_is_not():
    page = f"<body><p>Outside</p><main><article><h1>We pay</h1><p>{SAID}</p></article></main></body>"
    assert paragraphs(page) == ["We pay", SAID]
    assert read(page).left_out["parts outside the article"] == 1


def test_a_page_of_several_articles_is_read_whole():
    page = f"<main><article><p>{SAID}</p></article><article><p>Why, then?</p></article></main>"
    assert paragraphs(page) == [SAID, "Why, then?"]


@pytest.mark.parametrize(
    "mark, note",
    [
        ("<sup><a href='#n1' id='r1'>1</a></sup>", "<ol><li id='n1'><p>A note. <a href='#r1'>↩</a></p></ol>"),
        (
            "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
            "<div><p><a href='#_ftnref1' name='_ftn1'>[1]</a> A note.</p></div>",
        ),
        (
            "<a name='a1' href='#s1'><sup>1</sup></a>",
            "<div><p><a name='s1' href='#a1'>1</a>A note.</p></div>",
        ),
        ("<sup>[1]</sup>", "<section class='footnotes'><p>A note.</p></section>"),
    ],
)
def test_a_footnote_is_a_note_and_its_mark_no_word(mark, note):
    page = f"<p>{SAID}{mark} So it is.</p>{note}"
    assert paragraphs(page) == [f"{SAID} So it is.", "A note."]
    assert notes(page) == ["A note."]
    assert read(page).left_out == {"footnote marks": 1}


def test_a_caption_is_a_note():
    assert notes(f"<p>{SAID}<figure><img src=x><figcaption>The harbour</figcaption></figure>") == [
        "The harbour"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<meta charset=utf-8><p>Café “Roe”</p>".encode(),
        "<p>Café “Roe”</p>".encode("utf-8-sig"),
        "<html><p>Café “Roe”</p>".encode("utf-16"),
        "<meta charset='iso-8859-1'><p>Café “Roe”</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Café “Roe”</p>".encode(
            "cp1252"
        ),
        "<?xml version='1.0' encoding='windows-1252'?><html><p>Café “Roe”</p></html>".encode("cp1252"),
    ],
)
def test_letters_are_those_of_the_encoding_that_a_page_names(content):
    assert paragraphs(content) == ["Café “Roe”"]


def test_a_page_of_another_encoding_that_names_none_is_refused():
    with pytest.raises(InputError, match=r"^line 2: the page is not UTF-8, and names no other encoding"):
        read("<html>\n<p>Café</p>".encode("cp1252"))


@pytest.mark.parametrize(
    "page, reason",
    [
        (f"<html><body><p>{SAID}<a hr", "the page breaks off inside a tag"),
        (f"<p>{SAID}<script>var x", "the page breaks off inside <script>"),
        (f"<p>{SAID}<!-- so", "the page breaks off inside a comment"),
        ("<div>" * 5000, "more than 400 deep"),
        ("We pay.", "its name ends in .html, but it holds no HTML"),
    ],
)
def test_a_broken_page_is_refused_in_one_sentence(page, reason):
    with pytest.raises(InputError, match=reason):
        read(page)


def test_a_page_that_never_ends_is_read_and_doubted():
    reading = read(f"<html><body><p>{SAID}")
    assert reading.left_out == {"end of the page, if it is cut off": 1}


@pytest.mark.parametrize(
    "piece", ["<!--", "<a b='", "<", "x<!>", "</", "&", "<p>x<br>", "<table><tr><td>", "<b>"]
)
def test_a_hostile_page_ends(piece):
    try:
        read("<p>" + piece * 5_000)
    except InputError as error:
        assert str(error).endswith(".")


def test_a_last_paragraph_that_opens_with_a_raised_mark_is_a_note():
    assert notes(f"<p>{SAID}<sup>1</sup></p><p>1 of us pays.</p><p>So it is.</p><p>2 of us do not.</p>") == []
    assert notes(f"<p>{SAID}<sup>1</sup></p><p>So it is.</p><p>1. A note.</p>") == ["1. A note."]
