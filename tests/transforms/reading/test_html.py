"""HTML to blocks: what a reader of the page sees, whatever stands in the markup."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading.html import DEEPEST, HtmlBlock, check_depth, decode_references, split_html
from transforms.records import NewsError, Reason

SETTINGS = settings(max_examples=300, deadline=None, derandomize=True)
TAGS = (
    "p div span b i a ul ol li dl dt dd h1 h3 table tbody tr td th caption pre br hr blockquote "
    "figure section select option textarea title script style svg math template noscript iframe "
    "object head body html form o:p x-y"
).split()
PIECES = (
    ["<!-- ", " -->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "</", "<", ">", "&", "&amp;", "&lt;"]
    + ["&nbsp;", "&#xD800;", "&#0;", "&#x110000;", "&amp;#xD800;", "&lt;p&gt;", "&bogus;", "&#13;"]
    + ["\x00", "\ud800", "\n", " ", "'", '"', "=", "é", "漢", "\u202e", "\u200b", "word"]
    + [f"<{tag}>" for tag in TAGS]
    + [f"</{tag}>" for tag in TAGS]
)
SOUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=20).map("".join)


def text(*texts: str) -> list[HtmlBlock]:
    return [HtmlBlock("text", content) for content in texts]


def item(*texts: str, number: int = 1) -> list[HtmlBlock]:
    """Items of one list; those outside of any have 0."""
    return [HtmlBlock("item", content, number) for content in texts]


def heading(*texts: str) -> list[HtmlBlock]:
    return [HtmlBlock("heading", content) for content in texts]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("plain", text("plain")),
        ("two\nlines ", text("two lines")),
        ("<p>one</p><p>two</p>", text("one", "two")),
        ("<p>one<p>two", text("one", "two")),
        ("<p>one</p>loose<p>two</p>", text("one", "loose", "two")),
        ("<div>a<p>b</p>c</div>", text("a", "b", "c")),
        ("<div><div>a</div><div>b</div></div>", text("a", "b")),
        ("a<br>b<BR/>c", text("a", "b", "c")),
        ("a<br><br>b", text("a", "b")),
        ("a<hr>b", text("a", "b")),
        ("<p>a <b>b</b><i>c</i>\n d</p>", text("a bc d")),
        ("<p>a&nbsp;b</p>", text("a\xa0b")),
        ("<p>a<wbr>b&shy;c&zwnj;d</p>", text("ab\xadc\u200cd")),
        ("<h1>a</h1>b<h6>c</h6>", heading("a") + text("b") + heading("c")),
        ("<blockquote><p>a</p></blockquote>", text("a")),
        ("<pre>a  b\r\n  c\n\nd</pre>", text("a b", "c", "d")),
        ("<p>5 < 6 & 7 > 3</p>", text("5 < 6 & 7 > 3")),
        ("<p>&lt;b&gt; &amp; &quot;&#8217;&#x2019;</p>", text('<b> & "’’')),
        ("<figure><img alt='x'><figcaption>a</figcaption></figure>", text("a")),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", text("漢(kan)")),
        ("<button>a</button> <a href='x'>b</a>", text("a b")),
    ],
)
def test_blocks_are_what_a_reader_sees_as_blocks(markup: str, expected: list[HtmlBlock]) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>a</li><li>b</li></ul>", item("a", "b")),
        ("<li>a<li>b", item("a", "b", number=0)),
        ("<ul><li></li><li> </li><li>a</li></ul>", item("a")),
        ("<p>lead:</p><ol><li>a</ol><p>tail</p>", text("lead:") + item("a") + text("tail")),
        ("<ul>lead<li>a</li>tail</ul>", text("lead") + item("a") + text("tail")),
        (
            "<ul><li>a<ol><li>b</li></ol>c</li></ul>",
            item("a") + item("b", number=2) + item("c"),
        ),
        ("<ul><li>a</ul><ol><li>b</ol>", item("a") + item("b", number=2)),
        ("<ul><li>a<br>b</li></ul>", item("a\nb")),
        ("<ul><li><p>a</p><p>b</p></li></ul>", item("a\nb")),
        ("<ul><li><pre>a  b\nc</pre></li></ul>", item("a b\nc")),
        ("<dl><dt>a<dd>b</dl>", item("a", "b")),
        ("<li><table><tr><td>a<td>b<tr><td>c</table></li>", item("a b\nc", number=0)),
        ("<table><tr><td><ul><li>a</li></ul></td></tr></table>", item("a")),
    ],
)
def test_a_list_item_is_one_block_and_an_item_within_it_another(
    markup: str, expected: list[HtmlBlock]
) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<li><h3>Ports</h3>Open them.</li>", item("Ports\nOpen them.", number=0)),
        ("<li><p>one</p>two</li>", item("one\ntwo", number=0)),
        ("<li>a<blockquote>b</blockquote>c</li>", item("a\nb\nc", number=0)),
    ],
)
def test_what_follows_a_block_within_an_item_is_a_line_of_its_own(
    markup: str, expected: list[HtmlBlock]
) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", text("a b", "c")),
        ("<table><caption>a</caption><tbody><tr><td>b</table>", text("a", "b")),
        ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", text("a", "b")),
    ],
)
def test_a_row_of_a_table_is_a_block(markup: str, expected: list[HtmlBlock]) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>alert('<p>x</p>')</script>",
        "<style>p { color: red }</style>",
        "<noscript><img src='x'>x</noscript>",
        "<template><p>x</p></template>",
        "<iframe src='javascript:x'>x</iframe>",
        "<object><p>x</p></object>",
        "<svg><title>x</title><text>x</text></svg>",
        "<textarea>x</textarea>",
        "<select><option>x</option></select>",
        "<!-- x <p>x</p> -->",
        "<!DOCTYPE x>",
        "<img alt='x' onerror='x'>",
        "<? x ?>",
        "<?xml:namespace prefix = o />",
    ],
)
def test_scripts_comments_pictures_and_forms_are_not_text(unseen: str) -> None:
    assert split_html(f"<p>before</p>{unseen}<p>after</p>") == text("before", "after")


@pytest.mark.parametrize("instruction", ["<?php echo 1 ?>", "<?a>"])
def test_processing_instructions_are_not_text(instruction: str) -> None:
    assert split_html(f"<p>before{instruction}</p><p>after</p>") == text("before", "after")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;ul&gt;&lt;li&gt;c", text("a & b") + item("c")),
        ("<p>Tom &amp;amp; Ann &amp;#8217;s</p>", text("Tom & Ann ’s")),
        ("<p>a &amp;lt;p&amp;gt; b</p>", text("a <p> b")),
        ("<p>code: &lt;p&gt;</p>", text("code: <p>")),
        ("<p>a &amp;amp;amp; b</p>", text("a &amp; b")),
    ],
)
def test_a_text_that_was_escaped_twice_is_decoded_twice_and_no_more(
    markup: str, expected: list[HtmlBlock]
) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("R&amp;D", "R&D"),
        ("&#8217;&#x2019;&rsquo;", "’’’"),
        ("AT&T; &bogus; & &amp", "AT&T; &bogus; & &amp"),
        ("&amp;lt;", "&lt;"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_references_are_decoded_once(written: str, expected: str) -> None:
    assert decode_references(written) == expected


def test_references_to_what_no_warehouse_takes_are_replacement_characters() -> None:
    assert split_html("<p>a&#xD800;b&#0;c&amp;#xDFFF;d&#x110000;e</p>") == text("a�b�c�d�e")


def test_bidi_controls_stay() -> None:
    assert split_html("<p>\u202bنص\u202c \u2067x\u2069\u200f</p>") == text(
        "\u202bنص\u202c \u2067x\u2069\u200f"
    )


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a</p><p>&amp;nbsp;</p><p>b</p>", text("a", "b")),
        ("<p>a &amp;nbsp;</p>", text("a")),
        ("<p>&amp;#10;a</p>", text("a")),
    ],
)
def test_a_space_that_was_escaped_twice_is_no_text(markup: str, expected: list[HtmlBlock]) -> None:
    assert split_html(markup) == expected


@SETTINGS
@given(SOUP)
def test_no_markup_raises_or_leaves_what_no_warehouse_takes(markup: str) -> None:
    for block in split_html(markup):
        assert block.kind in ("text", "heading", "item")
        assert block.text
        assert "\x00" not in block.text
        block.text.encode("utf-8")


@SETTINGS
@given(st.text(), st.sampled_from(["p", "li", "h2", "td", "pre", "script", "title", "b", "select"]))
def test_any_text_within_any_tag_can_be_read(content: str, tag: str) -> None:
    for block in split_html(f"<{tag}>{content}</{tag}>"):
        assert block.text
        assert "\x00" not in block.text
        block.text.encode("utf-8")


@SETTINGS
@given(
    st.text(st.characters(categories=["L", "N"]), min_size=1),
    st.sampled_from("p div h2 li b".split()),
)
def test_letters_come_out_as_they_went_in(word: str, tag: str) -> None:
    kind = {"h2": "heading", "li": "item"}.get(tag, "text")
    assert split_html(f"<{tag}>\n{word} </{tag}>") == [
        HtmlBlock(kind, word, 0 if tag == "li" else None)
    ]


TREE = st.recursive(
    st.just("w"),
    lambda inside: st.tuples(
        st.sampled_from("p div span b i h2 ul li ol blockquote section dd pre".split()),
        st.lists(inside, max_size=4),
    ),
    max_leaves=12,
)


@SETTINGS
@given(TREE)
def test_every_word_comes_out_once_and_in_order(tree: object) -> None:
    words = 0

    def markup(node: object) -> str:
        nonlocal words
        if not isinstance(node, tuple):
            words += 1
            return f"w{words}."
        tag, children = node
        return f"<{tag}>{''.join(map(markup, children))}</{tag}>"

    found = split_html(markup(tree))
    read = "".join("".join(block.text.split()) for block in found)
    assert read == "".join(f"w{n}." for n in range(1, words + 1))


@pytest.mark.parametrize("tag", ["b", "div", "font", "ul", "section", "table"])
def test_nesting_up_to_the_limit_is_read_and_beyond_it_refused(tag: str) -> None:
    check_depth(f"<{tag}></{tag}>" * 9 + f"<{tag}>" * DEEPEST + "x")
    with pytest.raises(NewsError) as caught:
        split_html(f"<{tag}>" * (DEEPEST + 1) + "x")
    assert caught.value.reason is Reason.TOO_DEEP
    assert caught.value.detail == "more than 500 elements within each other"


def test_depth_counts_open_elements_not_elements() -> None:
    assert split_html("<div>x</div>" * 2000) == text("x") * 2000
    assert split_html("<ul><li>" * 300 + "x") == item("x", number=300)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("p", text("x")), ("li", item("x", number=0)), ("td", text("x")), ("br", text("x"))],
)
def test_tags_that_close_themselves_are_not_nested(tag: str, expected: list[HtmlBlock]) -> None:
    assert split_html(f"<{tag}>" * 5_000 + "x") == expected


def test_a_hundred_thousand_unclosed_tags_are_refused_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(NewsError) as caught:
        split_html("<p><b>" * 100_000)
    assert caught.value.reason is Reason.TOO_DEEP
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("piece", ["<b></x>", "<div><!--</div>-->", "<div></p>"])
def test_end_tags_that_close_nothing_do_not_hide_the_depth(piece: str) -> None:
    with pytest.raises(NewsError) as caught:
        split_html(piece * 2_000)
    assert caught.value.reason is Reason.TOO_DEEP


def test_formatting_that_is_never_closed_is_not_multiplied_by_the_paragraphs() -> None:
    fonts = "".join(f"<font a={number}>" for number in range(400))
    start = time.monotonic()
    assert split_html(f"<div>{fonts}</div>" + "<p>x</p>" * 20_000) == text("x") * 20_000
    assert time.monotonic() - start < 5


def test_so_many_elements_that_their_depth_may_be_hidden_are_refused_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(NewsError) as caught:
        split_html("<div a='</div>'>" * 200_000)
    assert caught.value.reason is Reason.TOO_DEEP
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<DIV>x</div>" * 600, text("x") * 600),
        ("<svg>" + "<path d=''/>" * 600 + "</svg>x", text("x")),
        ("<div><span>x</div>" * 600, text("x") * 600),
        ("<p><ruby>x<rt>y</ruby></p>" * 600, text("xy") * 600),
        ("<embed>" * 600 + "x", text("x")),
    ],
    ids=["case", "svg", "span", "ruby", "embed"],
)
def test_what_is_not_deep_is_read(markup: str, expected: list[HtmlBlock]) -> None:
    assert split_html(markup) == expected


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("word " * 1_000_000, 1),
        ("<br>x" * 50_000, 50_000),
        ("&lt;" * 200_000, 1),
        ("<!--" * 200_000, 0),
        ("<" * 500_000, 1),
        ("</p>" * 200_000, 0),
        ("<a b='" + "<" * 500_000, 0),
    ],
    ids=["line", "breaks", "references", "comments", "brackets", "ends", "attribute"],
)
def test_large_markup_takes_a_moment(markup: str, blocks: int) -> None:
    start = time.monotonic()
    assert len(split_html(markup)) == blocks
    assert time.monotonic() - start < 10
