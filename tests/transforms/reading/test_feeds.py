"""Feeds: every format's entries as they should be, what is hostile, broken or cut in them.

`python -m tests.transforms.reading.test_feeds`, from the repository's root, writes golden/expected
anew with what the code gives now; read the difference line by line before you keep it.
"""

import json
import pathlib
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading.feeds import parse_feed
from transforms.reading.items import BadEntry
from transforms.reading.json_feed import parse_json_feed
from transforms.reading.parse import read_file
from transforms.records import Block, Entry, NewsError, Reason, to_json
from transforms.revisions.identity import article_id, content_hash
from transforms.text import LONGEST_TITLE

SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)
GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "golden"
FEEDS = sorted(path.name for path in (GOLDEN / "feeds").iterdir())
KINDS = {
    "atom-0.3.xml": "atom",
    "atom-1.0.xml": "atom",
    "double-escaped.xml": "rss",
    "html-lists.xml": "rss",
    "iso-8859-9.xml": "rss",
    "json-feed-1.1.json": "json_feed",
    "json-feed-1.json": "json_feed",
    "rss-0.90.xml": "rdf",
    "rss-0.91.xml": "rss",
    "rss-0.92.xml": "rss",
    "rss-1.0.xml": "rdf",
    "rss-2.0.xml": "rss",
    "utf-16.xml": "rss",
    "windows-1256.xml": "rss",
    "youtube.xml": "atom",
}
JSON_FEED = "https://jsonfeed.org/version/1.1"


def lines(name: str) -> Iterator[str]:
    """What a golden feed gives, one line of JSON an item."""
    return map(to_json, read_file((GOLDEN / "feeds" / name).read_bytes(), name))


def rewrite() -> None:
    """Write the expected lines of every golden feed anew."""
    folder = GOLDEN / "expected"
    folder.mkdir(exist_ok=True)
    for name in FEEDS:
        text = "".join(f"{line}\n" for line in lines(name))
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def rss(*items: str, channel: str = "") -> str:
    """An RSS feed with these items, each without its own tag."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:gml="http://www.opengis.net/gml">'
        f"<channel><title>Quay</title><link>https://quay.example/</link>{channel}"
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def atom(*entries: str, feed: str = "") -> str:
    """An Atom feed with these entries, each without its own tag."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>{feed}'
        f"{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"
    )


def read(text: str, damaged: bool = False) -> list[Entry | BadEntry]:
    return list(parse_feed(text, "x", damaged))


def entries(text: str) -> list[Entry]:
    found = read(text)
    assert not [item for item in found if isinstance(item, BadEntry)]
    return [item for item in found if isinstance(item, Entry)]


def entry(text: str) -> Entry:
    (found,) = entries(text)
    return found


def item(**fields: object) -> Entry:
    """The entry of a JSON Feed's only item."""
    (found,) = parse_json_feed({"version": JSON_FEED, "items": [fields]}, "x")
    assert isinstance(found, Entry)
    return found


def reasons(found: list[Entry | BadEntry]) -> list[Reason | None]:
    return [item.error.reason if isinstance(item, BadEntry) else None for item in found]


@pytest.mark.parametrize("name", FEEDS)
def test_a_golden_feed_gives_exactly_the_expected_entries(name: str) -> None:
    expected = (GOLDEN / "expected" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines(name)] == [json.loads(line) for line in expected]


def test_nothing_else_is_expected_of_golden_feeds() -> None:
    expected = sorted(path.name for path in (GOLDEN / "expected").iterdir())
    assert expected == [f"{name}.jsonl" for name in FEEDS]
    assert sorted(KINDS) == FEEDS


@pytest.mark.parametrize("name", FEEDS)
def test_a_golden_feeds_blocks_are_its_text(name: str) -> None:
    for line in lines(name):
        found = json.loads(line)
        spans = [(block["start"], block["end"]) for block in found["blocks"]]
        assert "\n\n".join(found["text"][start:end] for start, end in spans) == found["text"]
        titles = [block for block in found["blocks"] if block["kind"] == "title"]
        assert [found["text"][b["start"] : b["end"]] for b in titles] == [found["title"]][
            : len(titles)
        ]
        assert bool(titles) == (found["title"] is not None)


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=list(KINDS))
def test_the_kind_is_told_from_the_content_and_not_from_the_name(name: str, kind: str) -> None:
    data = (GOLDEN / "feeds" / name).read_bytes()
    for uri in ("story.txt", "feed.json", "feed.xml", "picture.png"):
        assert {(found.source_uri, kind_of(found)) for found in read_file(data, uri)} == {
            (uri, kind)
        }


def kind_of(found: object) -> object:
    return getattr(found, "source_kind", found)


def test_an_entry_is_all_that_its_feed_says_of_it() -> None:
    text = rss(
        "<title>Port strike</title><link>https://quay.example/1?utm_source=rss</link>"
        "<guid isPermaLink='false'>qn-1</guid><dc:creator>Ann</dc:creator>"
        "<category>Ports</category><pubDate>Mon, 09 Mar 2026 10:00:00 +0100</pubDate>"
        "<description>&lt;p&gt;It is over.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Pay.</description>",
        channel="<lastBuildDate>Mon, 09 Mar 2026 12:00:00 GMT</lastBuildDate>",
    )
    assert read(text) == [
        Entry(
            source_uri="x",
            index=0,
            source_kind="rss",
            feed_url="https://quay.example/",
            feed_title="Quay",
            url="https://quay.example/1",
            guid="qn-1",
            guid_trusted=True,
            title="Port strike",
            authors=("Ann",),
            categories=("Ports",),
            published="2026-03-09T09:00:00Z",
            updated=None,
            snapshot="2026-03-09T12:00:00Z",
            text="Port strike\n\nIt is over.\n\nPay.",
            blocks=(Block("title", 0, 11), Block("text", 13, 24), Block("item", 26, 30, 1)),
        )
    ]


def test_a_feed_without_entries_gives_none() -> None:
    assert read(rss()) == []
    assert read(atom()) == []
    assert list(parse_json_feed({"version": JSON_FEED, "items": []}, "x")) == []


@pytest.mark.parametrize(
    "text",
    [
        '<html><head><!-- <rdf:RDF xmlns="http://web.resource.org/cc/"></rdf:RDF> --></head>'
        "<body><p>404 Not Found</p></body></html>",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:Person><foaf:name>Jo</foaf:name>'
        "</foaf:Person></rdf:RDF>",
    ],
    ids=["html", "foaf"],
)
def test_a_page_or_rdf_that_is_no_feed_is_not_lost_without_a_reject(text: str) -> None:
    (found,) = read_file(text.encode(), "x")
    assert kind_of(found) is found


@pytest.mark.parametrize("text", ["<rss", "<rss version='2.0'><channel><title>T</ti", "<feed <"])
def test_a_feed_so_damaged_that_no_entry_is_left_is_broken(text: str) -> None:
    with pytest.raises(NewsError) as caught:
        read(text)
    assert caught.value.reason is Reason.BROKEN_FEED
    assert 0 < len(caught.value.detail) <= 200


@SETTINGS
@given(
    st.lists(st.text(st.sampled_from("ab <>&;é"), max_size=6), max_size=6),
    st.booleans(),
)
def test_the_nth_item_found_has_the_index_n(titles: list[str], in_atom: bool) -> None:
    written = [f"<title><![CDATA[{title}]]></title>" for title in titles]
    found = read(atom(*written) if in_atom else rss(*written))
    assert [item.index for item in found] == list(range(len(titles)))


def test_an_index_counts_bad_entries_too() -> None:
    found = read(rss("<title>a</title>", "<guid>b</guid>", "<title>c</title>"))
    assert [item.index for item in found] == [0, 1, 2]
    assert reasons(found) == [None, Reason.NO_TEXT, None]


def test_an_entry_without_title_and_text_keeps_what_it_has_in_its_payload() -> None:
    (found,) = read(rss("<guid isPermaLink='false'>g</guid><link>https://quay.example/1</link>"))
    assert isinstance(found, BadEntry)
    assert found.error.reason is Reason.NO_TEXT
    assert found.error.detail == "neither a title nor a text"
    assert json.loads(found.payload) == {
        "guid": "g",
        "url": "https://quay.example/1",
        "title": None,
        "text": None,
    }


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "<title> </title>",
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>",
        "<description>&lt;img src='x'&gt;</description>",
        "<title></title><description>&lt;p&gt;&amp;nbsp;&lt;/p&gt;</description>",
        "<title>\u200b</title>",
        "<description>&lt;p&gt;\u200b\u200f&lt;/p&gt;</description>",
    ],
)
def test_what_nobody_can_see_is_no_text(nothing: str) -> None:
    assert reasons(read(rss(nothing))) == [Reason.NO_TEXT]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Kenya &amp; Somalia", "Kenya & Somalia"),
        ("Kenya &amp;amp; Somalia", "Kenya & Somalia"),
        ("a &lt;b&gt;c&lt;/b&gt; d", "a c d"),
        ("5 &lt; 6", "5 < 6"),
        ("<![CDATA[a <em>b</em> &amp; c]]>", "a b & c"),
        ("\n a\n\tb ", "a b"),
        ("&#8216;Won&#8217;t&#8217;", "‘Won’t’"),
        ("a &lt;script&gt;x&lt;/script&gt;b", "a b"),
        ("a &lt;img src=x onerror=alert(1)&gt; b", "a b"),
        ("\u202bنص\u202c \u2067x\u2069", "\u202bنص\u202c \u2067x\u2069"),
        ("a\x00b", "a\ufffdb"),
        ("a&amp;#xD800;b", "a\ufffdb"),
    ],
)
def test_an_rss_title_is_plain_text(written: str, title: str) -> None:
    assert entry(rss(f"<title>{written}</title>")).title == title


@pytest.mark.parametrize("title", ["AT&T", "R&D budget"])
def test_an_ampersand_that_is_not_escaped_stays_as_it_is(title: str) -> None:
    assert entry(rss(f"<title>{title}</title>")).title == title


def test_an_atom_title_is_markup_only_where_it_says_so() -> None:
    found = entries(
        atom(
            '<title type="html">a &lt;b&gt;c&lt;/b&gt;</title>',
            '<title type="text">a &lt;b&gt;c&lt;/b&gt;</title>',
            "<title>&lt;script&gt;x&lt;/script&gt;</title>",
            '<title type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">a <b>c</b></p></title>',
        )
    )
    assert [item.title for item in found] == ["a c", "a <b>c</b>", "<script>x</script>", "a c"]


@pytest.mark.parametrize(("length", "titled"), [(LONGEST_TITLE, True), (LONGEST_TITLE + 1, False)])
def test_a_title_too_long_for_one_is_text(length: int, titled: bool) -> None:
    found = entry(rss(f"<title>{'x' * length}</title><description>b</description>"))
    assert found.title == ("x" * length if titled else None)
    assert found.blocks[0] == Block("title" if titled else "text", 0, length)
    assert found.text == "x" * length + "\n\nb"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("one\n\ntwo &amp;amp; three", "one\n\ntwo & three"),
        ("- one\n- two", "- one\n- two"),
        ("5 &lt; 6", "5 < 6"),
        ("<![CDATA[<p>a<br/>b</p>]]>", "a\n\nb"),
        ("&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b", "a\n\nb"),
        ("&amp;lt;p&amp;gt;a &amp;amp;amp; b&amp;lt;/p&amp;gt;", "a & b"),
        ("<![CDATA[<script>x</script><style>y</style><iframe src=z>w</iframe>a]]>", "a"),
    ],
)
def test_a_description_is_text_or_markup_as_it_looks(written: str, text: str) -> None:
    assert entry(rss(f"<description>{written}</description>")).text == text


def test_the_full_text_replaces_the_summary() -> None:
    found = entry(
        rss(
            "<title>t</title><description>A long summary that the content replaces.</description>"
            "<content:encoded>&lt;p&gt;full&lt;/p&gt;</content:encoded>"
        )
    )
    assert found.text == "t\n\nfull"


def test_of_several_contents_the_one_with_markup_is_taken() -> None:
    found = entry(
        atom(
            '<title>t</title><content type="text">a longer text of the same</content>'
            '<content type="html">&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</content>'
        )
    )
    assert found.text == "t\n\na\n\nb"


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("<author>desk@quay.example (Ann Bo)</author>", ("Ann Bo",)),
        ("<author>Ann Bo</author>", ("Ann Bo",)),
        ("<author>Ann Bo &lt;ann@quay.example&gt;</author>", ("Ann Bo",)),
        ("<author>ann@quay.com</author>", ()),
        ("<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator>", ("Ann", "Bo")),
        ("<dc:creator>Ann</dc:creator><dc:creator>Ann</dc:creator>", ("Ann",)),
        ("<dc:creator>A &amp;amp; B</dc:creator>", ("A & B",)),
        ("<dc:creator> </dc:creator>", ()),
        ("<dc:creator>" + "x" * 600 + "</dc:creator>", ("x" * 500,)),
        ("<author>ann@quay.example</author>", ()),
        ("<author>ann@quay.museum</author>", ()),
    ],
)
def test_authors_are_names(written: str, authors: tuple[str, ...]) -> None:
    assert entry(rss(f"<title>t</title>{written}")).authors == authors


def test_an_atom_entry_has_authors_but_not_its_contributors() -> None:
    found = entry(
        atom(
            "<title>t</title><author><name>Ann</name><email>a@quay.example</email></author>"
            "<author><name>Bo</name></author><contributor><name>Cy</name></contributor>"
        )
    )
    assert found.authors == ("Ann", "Bo")


def test_an_atom_entry_without_an_author_has_its_feeds() -> None:
    author = "<author><name>Ann</name></author>"
    assert entry(atom("<title>t</title>", feed=author)).authors == ("Ann",)


def test_categories_are_distinct_and_no_more_than_a_hundred() -> None:
    written = "".join(f"<category>c{number % 150}</category>" for number in range(300))
    found = entry(rss(f"<title>t</title>{written}"))
    assert found.categories == tuple(f"c{number}" for number in range(100))


def test_a_category_is_its_term_or_else_its_label() -> None:
    found = entry(
        atom(
            '<title>t</title><category term="eu" label="EU"/>'
            '<category label="Water &amp;amp; Sea"/>'
        )
    )
    assert found.categories == ("eu", "Water & Sea")


@pytest.mark.parametrize(
    ("written", "guid", "url"),
    [
        ("<guid>https://quay.example/1</guid>", "https://quay.example/1", "https://quay.example/1"),
        ("<guid isPermaLink='false'>qn-1</guid>", "qn-1", None),
        ("<guid></guid><link>https://quay.example/1</link>", None, "https://quay.example/1"),
        ("<link>javascript:alert(1)</link>", None, None),
        (
            "<link>https://quay.example/1?fbclid=x&amp;id=2#top</link>",
            None,
            "https://quay.example/1?id=2",
        ),
        ("<guid isPermaLink='false'>" + "g" * 5000 + "</guid>", "g" * 4000, None),
    ],
)
def test_guid_and_address_are_what_the_entry_says(
    written: str, guid: str | None, url: str | None
) -> None:
    found = entry(rss(f"<title>t</title>{written}"))
    assert (found.guid, found.url) == (guid, url)


def test_a_guid_that_stands_for_different_links_is_not_trusted() -> None:
    one = "<title>t</title><guid isPermaLink='false'>{}</guid><link>https://quay.example/{}</link>"
    found = entries(rss(one.format("g", 1), one.format("h", 2), one.format("g", 3)))
    assert [item.guid_trusted for item in found] == [False, True, False]
    found = entries(rss(one.format("g", 1), one.format("g", "1?utm_source=x"), one.format("g", 1)))
    assert [item.guid_trusted for item in found] == [True, True, True]
    items = [{"id": "g", "url": f"https://quay.example/{n}", "title": "t"} for n in (1, 2)]
    listed = list(parse_json_feed({"items": items}, "x"))
    assert [item.guid_trusted for item in listed if isinstance(item, Entry)] == [False, False]


def test_an_address_that_stands_for_no_single_story_is_not_trusted() -> None:
    one = "<title>{}</title><link>https://quay.example/{}</link>"
    shared = entries(rss(one.format("a", 1), one.format("b", 1), one.format("c", 2)))
    assert [item.url_trusted for item in shared] == [False, False, True]
    home = entries(rss(one.format("a", ""), one.format("b", "?p=2")))
    assert [item.url_trusted for item in home] == [False, True]
    again = entries(rss(one.format("a", 1), one.format("a", "1?utm_source=x")))
    assert [item.url_trusted for item in again] == [True, True]


def test_a_guid_of_a_whole_feed_is_not_trusted_also_without_addresses() -> None:
    one = "<title>{}</title><guid isPermaLink='false'>1970-01-01</guid><link>{}</link>"
    for link in ("", "https://quay.example/"):
        found = entries(rss(one.format("a", link), one.format("b", link)))
        assert [item.guid_trusted for item in found] == [False, False]
        assert len({article_id(item) for item in found}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>The  strike\n is over.</p>", "<p>The strike is over.</p>"),
        ("<p>Over.</p><img src='https://t.example/p.gif?1' width='1'>", "<p>Over.</p>"),
        ("<p class='a' id='b'>Over.</p>", "<p id='b' class='a'>Over.</p>"),
        ("<p>It&rsquo;s over.</p>", "<p>It\u2019s over.</p>"),
    ],
)
def test_what_no_reader_sees_is_no_revision(one: str, other: str) -> None:
    texts = [
        entry(rss(f"<title>t</title><description><![CDATA[{body}]]></description>"))
        for body in (one, other)
    ]
    assert content_hash(texts[0]) == content_hash(texts[1])


def test_a_feeds_own_address_comes_before_that_of_its_site() -> None:
    own = '<link rel="self" href="https://quay.example/atom.xml"/><link href="https://quay.example/"/>'
    assert entry(atom("<title>t</title>", feed=own)).feed_url == "https://quay.example/atom.xml"
    assert entry(rss("<title>t</title>")).feed_url == "https://quay.example/"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Mon, 09 Mar 2026 10:00:00 GMT", "2026-03-09T10:00:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 +0100", "2026-03-09T09:00:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 +05:30", "2026-03-09T04:30:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 +0545", "2026-03-09T04:15:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 -0000", "2026-03-09T10:00:00Z"),
        ("Mon, 09 Mar 2026 20:00:00 EST", "2026-03-10T01:00:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 PDT", "2026-03-09T17:00:00Z"),
        ("Mon, 09 Mar 2026 10:00:00 Z", "2026-03-09T10:00:00Z"),
        ("Tue, 09 Mar 2026 10:00:00 GMT", "2026-03-09T10:00:00Z"),  # it was a Monday
        ("9 Mar 2026 10:00 GMT", "2026-03-09T10:00:00Z"),
        ("2026-03-09T10:00:00+14:00", "2026-03-08T20:00:00Z"),
        ("2026-03-09T10:00:00.250Z", "2026-03-09T10:00:00Z"),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"),
        ("Thu, 01 Jan 1970 00:01:00 GMT", "1970-01-01T00:01:00Z"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:59 GMT", None),
        ("Thu, 01 Jan 1970 01:00:00 +0100", None),
        ("1970-01-01T00:00:00Z", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("Mon, 09 Mar 1899 10:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -0500", None),
        ("Mon, 32 Mar 2026 10:00:00 GMT", None),
        ("Sun, 29 Feb 2026 10:00:00 GMT", None),
        ("09/03/2026 10:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_time_is_in_utc_or_null(written: str, published: str | None) -> None:
    found = entry(rss(f"<title>t</title><pubDate>{written}</pubDate>"))
    assert (found.published, found.updated, found.snapshot) == (published, None, published)


@pytest.mark.parametrize(
    ("zone", "published"),
    [("MSK", "07:00:00"), ("CEST", "08:00:00"), ("IST", None), ("XYZ", None)],
)
def test_a_time_in_an_unknown_zone_is_no_guess(zone: str, published: str | None) -> None:
    found = entry(rss(f"<title>t</title><pubDate>Mon, 09 Mar 2026 10:00:00 {zone}</pubDate>"))
    assert found.published in (None, f"2026-03-09T{published}Z")


def test_published_and_updated_are_two_times() -> None:
    found = entry(
        atom(
            "<title>t</title><published>2026-03-09T10:00:00+02:00</published>"
            "<updated>2026-03-09T11:30:00+02:00</updated>"
        )
    )
    assert (found.published, found.updated) == ("2026-03-09T08:00:00Z", "2026-03-09T09:30:00Z")
    found = entry(atom("<title>t</title><updated>2026-03-09T11:30:00Z</updated>"))
    assert (found.published, found.updated) == (None, "2026-03-09T11:30:00Z")


def test_the_snapshot_is_the_feeds_own_time_or_else_its_latest_entrys() -> None:
    times = [
        f"<title>t</title><pubDate>0{day} Mar 2026 10:00:00 GMT</pubDate>" for day in (2, 4, 3)
    ]
    assert {found.snapshot for found in entries(rss(*times))} == {"2026-03-04T10:00:00Z"}
    built = "<lastBuildDate>Sun, 01 Mar 2026 00:00:00 GMT</lastBuildDate>"
    assert {found.snapshot for found in entries(rss(*times, channel=built))} == {
        "2026-03-01T00:00:00Z"
    }
    epoch = "<lastBuildDate>Thu, 01 Jan 1970 00:00:00 GMT</lastBuildDate>"
    assert entries(rss(*times, channel=epoch))[0].snapshot == "2026-03-04T10:00:00Z"


def test_the_snapshot_of_a_feed_without_other_times_is_its_publication() -> None:
    dated = "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>"
    assert entry(rss("<title>t</title>", channel=dated)).snapshot == "2026-03-02T08:00:00Z"


@pytest.mark.parametrize(
    "tail",
    ["", "<title>b", "<title>b</title>", "<title>b</title><desc", "<title>b</title><description>c"],
)
@pytest.mark.parametrize("tag", ["item", "entry"])
def test_the_entry_within_which_the_file_ends_is_rejected_alone(tag: str, tail: str) -> None:
    whole = rss("<title>a</title>") if tag == "item" else atom("<title>a</title>")
    text = whole[: whole.rindex(f"</{tag}>") + len(f"</{tag}>")] + f"<{tag}>{tail}"
    found = read(text)
    assert reasons(found) == [None, Reason.TRUNCATED_ENTRY]
    assert found[1].index == 1


@pytest.mark.parametrize("end", ["</channel></rss>", "</channel></rs", "</cha", ""])
def test_a_file_that_ends_between_entries_has_them_all(end: str) -> None:
    text = rss("<title>a</title>", "<title>b</title>").removesuffix("</channel></rss>") + end
    assert [found.title for found in entries(text)] == ["a", "b"]


def test_a_truncated_entry_keeps_what_was_read_of_it_in_its_payload() -> None:
    whole = rss("<title>b</title><description>The text goes on")
    (found,) = read(whole.removesuffix("</item></channel></rss>"))
    assert isinstance(found, BadEntry)
    assert found.error.reason is Reason.TRUNCATED_ENTRY
    assert json.loads(found.payload)["title"] == "b"


def test_an_entry_that_speaks_of_items_is_not_truncated() -> None:
    text = rss("<title>a</title><description><![CDATA[An <item> begins]]></description>")
    assert [found.title for found in entries(text)] == ["a"]


def test_a_comment_after_the_last_entry_does_not_cut_it() -> None:
    text = rss("<title>a</title>").replace("</channel>", "<!-- <item> --></channel>")
    assert reasons(read(text)) == [None]


def test_a_comment_that_an_entrys_markup_leaves_open_does_not_cut_the_last_one() -> None:
    opened = "<description><![CDATA[x <!-- y]]></description>"
    assert reasons(read(rss(f"<title>a</title>{opened}", "<title>b</title>"))) == [None, None]
    assert reasons(read(rss("<title>a</title>", f"<title>b</title>{opened}"))) == [None, None]


def test_one_damaged_entry_among_good_ones_is_rejected_alone() -> None:
    text = rss("<title>a</title>", "<title>b\ufffd</title>", "<title>c</title>")
    found = read(text, damaged=True)
    assert reasons(found) == [None, Reason.UNDECODABLE, None]
    assert isinstance(found[1], BadEntry)
    assert json.loads(found[1].payload)["title"] == "b\ufffd"
    assert reasons(read(text)) == [None, None, None]


def test_markup_nested_too_deeply_rejects_its_entry_alone_and_is_kept() -> None:
    deep = "&lt;div&gt;" * 600
    found = read(
        rss(
            f"<guid isPermaLink='false'>g</guid><description>{deep}</description>",
            "<title>ok</title>",
        )
    )
    assert reasons(found) == [Reason.TOO_DEEP, None]
    assert isinstance(found[0], BadEntry)
    payload = json.loads(found[0].payload)
    assert (payload["guid"], payload["text"][:10]) == ("g", "<div><div>")
    items = [{"id": "g", "content_html": "<div>" * 600}, {"id": "h", "title": "ok"}]
    listed = list(parse_json_feed({"items": items}, "x"))
    assert reasons(listed) == [Reason.TOO_DEEP, None]


def test_a_hundred_thousand_unclosed_tags_reject_their_entry_at_once() -> None:
    start = time.monotonic()
    tags = f"<![CDATA[{'<b>' * 100_000}]]>"
    found = read(rss(f"<title>{tags}</title>", f"<description>{tags}</description>"))
    assert reasons(found) == [Reason.TOO_DEEP, Reason.TOO_DEEP]
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "item",
    [
        "<title>a&#xD800;b</title>",
        "<title>a</title><description>&#55296;</description>",
        "<title>a&#x110000;b</title>",
        "<title>a&#99999999999;b</title>",
        "<title>a</title><gml:pos>1 1</gml:pos>",
        "<title>a</title><category></item>b</category></item><item>",
        '<title>a</title><content><height"3/></content>',
    ],
    ids=["surrogate", "decimal", "beyond", "huge", "gml", "category", "height"],
)
def test_nothing_in_a_feed_raises_anything_but_our_own_error(item: str) -> None:
    for found in read_file(rss(item).encode(), "x"):
        to_json(found).encode("utf-8")


OWN_KEYS = "authors links tags title_detail summary_detail published_parsed updated_parsed".split()


@pytest.mark.parametrize("name", OWN_KEYS)
def test_an_item_may_have_an_element_named_like_a_key_of_feedparsers(name: str) -> None:
    found = entry(rss(f"<title>t</title><{name}>Ann, Bo</{name}>"))
    assert (found.text, found.published, found.updated) == ("t", None, None)


@pytest.mark.parametrize("name", OWN_KEYS)
def test_a_channel_may_have_an_element_named_like_a_key_of_feedparsers(name: str) -> None:
    found = entry(rss("<title>t</title>", channel=f"<{name}>Ann, Bo</{name}>"))
    assert (found.text, found.snapshot) == ("t", None)


def test_a_bomb_of_entities_neither_explodes_nor_hides_other_entries() -> None:
    rows = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{rows}]>'
    text = rss("<title>A &l9; bomb</title>", "<title>b</title>").replace("<rss", f"{bomb}<rss", 1)
    start = time.monotonic()
    assert [found.text for found in entries(text)] == ["A &l9; bomb", "b"]
    assert time.monotonic() - start < 10


def test_a_large_entity_repeated_is_not_expanded_beyond_measure() -> None:
    bomb = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 3_000}">]>'
    text = rss(f"<title>{'&a;' * 100_000}</title>", "<title>b</title>")
    found = entries(text.replace("<rss", f"{bomb}<rss", 1))
    assert sum(len(item.text) for item in found) < 10_000_000
    assert found[1].text == "b"


def test_an_external_entity_is_not_fetched(tmp_path: pathlib.Path) -> None:
    (tmp_path / "secret").write_text("secret")
    outside = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    text = rss("<title>z &a; y</title>").replace("<rss", f"{outside}<rss", 1)
    assert "secret" not in entry(text).text


def test_a_line_of_five_megabytes_is_one_block() -> None:
    text = "word " * 1_000_000
    found = entry(rss(f"<title>t</title><description>{text}</description>"))
    assert found.blocks == (Block("title", 0, 1), Block("text", 3, 3 + len(text) - 1))


def test_a_json_item_is_all_that_its_feed_says_of_it() -> None:
    feed = {
        "version": JSON_FEED,
        "title": "Quay &amp; Sea",
        "home_page_url": "https://quay.example/",
        "feed_url": "https://quay.example/feed.json",
        "items": [
            {
                "id": "qn-1",
                "url": "https://quay.example/1?utm_source=json",
                "external_url": "https://other.example/",
                "title": "Tom <b> & Jerry",
                "content_html": "<p>a</p><ul><li>b</li></ul>",
                "content_text": "never",
                "summary": "never",
                "date_published": "2026-03-09T10:00:00+01:00",
                "date_modified": "2026-03-09T11:00:00.500+01:00",
                "authors": [{"name": "Ann"}, {"url": "https://x.example"}, {"name": "Bo"}, 5],
                "author": {"name": "never"},
                "tags": ["Ports", None, 7, "Ports", ["x"]],
            }
        ],
    }
    assert list(parse_json_feed(feed, "x")) == [
        Entry(
            source_uri="x",
            index=0,
            source_kind="json_feed",
            feed_url="https://quay.example/feed.json",
            feed_title="Quay & Sea",
            url="https://quay.example/1",
            guid="qn-1",
            title="Tom <b> & Jerry",
            authors=("Ann", "Bo"),
            categories=("Ports", "7"),
            published="2026-03-09T09:00:00Z",
            updated="2026-03-09T10:00:00Z",
            snapshot="2026-03-09T10:00:00Z",
            text="Tom <b> & Jerry\n\na\n\nb",
            blocks=(Block("title", 0, 15), Block("text", 17, 18), Block("item", 20, 21, 1)),
        )
    ]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"content_html": "<p></p>", "content_text": "a"}, "a"),
        ({"content_text": "", "summary": "a"}, "a"),
        ({"content_text": "a\r\n\r\n- b\r- c"}, "a\n\n- b\n- c"),
        ({"content_text": "5 <draft> & 6"}, "5 <draft> & 6"),
        ({"content_text": "\u202ea\u202c b"}, "a\u202c b"),
        ({"content_text": "x\x00y"}, "x\ufffdy"),
        ({"content_html": 5}, "5"),
    ],
)
def test_a_json_items_text_is_the_best_that_it_has(fields: dict[str, object], text: str) -> None:
    assert item(**fields).text == text


@pytest.mark.parametrize(
    ("stated", "guid"), [("a", "a"), (4402, "4402"), (1.5, "1.5"), (True, None), (None, None)]
)
def test_a_json_items_id_may_be_a_number(stated: object, guid: str | None) -> None:
    assert item(id=stated, title="t").guid == guid


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ({"author": {"name": "Ann"}}, ("Ann",)),
        ({"authors": "Ann"}, ()),
        ({"authors": [{"name": ["Ann"]}]}, ()),
        ({}, ()),
    ],
)
def test_a_json_items_authors_are_those_of_either_version(
    fields: dict[str, object], authors: tuple[str, ...]
) -> None:
    assert item(title="t", **fields).authors == authors


def test_a_json_item_without_an_author_has_its_feeds() -> None:
    feed = {"version": JSON_FEED, "authors": [{"name": "Ann"}], "items": [{"title": "t"}]}
    (found,) = parse_json_feed(feed, "x")
    assert isinstance(found, Entry)
    assert found.authors == ("Ann",)


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2026-03-09T10:00:00Z", "2026-03-09T10:00:00Z"),
        ("2026-03-09T02:30:00+13:00", "2026-03-08T13:30:00Z"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("Mon, 09 Mar 2026 10:00:00 GMT", None),
        (5, None),
        (None, None),
    ],
)
def test_a_json_items_time_is_in_utc_or_null(stated: object, published: str | None) -> None:
    assert item(title="t", date_published=stated).published == published


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock is in New York."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be set")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("new_york")
def test_times_do_not_depend_on_the_machines_zone() -> None:
    assert entry(rss("<title>t</title><pubDate>2026-03-09T10:00:00</pubDate>")).published == (
        "2026-03-09T10:00:00Z"
    )
    assert item(title="t", date_published="2026-03-09T10:00:00Z").published == (
        "2026-03-09T10:00:00Z"
    )


@pytest.mark.usefixtures("new_york")
@pytest.mark.parametrize("stated", ["2026-03-09T10:00:00", "2026-03-09"])
def test_a_json_items_time_without_a_zone_does_not_depend_on_the_machines(stated: str) -> None:
    assert item(title="t", date_published=stated).published in (
        None,
        "2026-03-09T10:00:00Z",
        "2026-03-09T00:00:00Z",
    )


def test_surrogates_that_json_escapes_are_replacement_characters_everywhere() -> None:
    written = (
        r'{"title":"\ud800","items":[{"id":"\ud800","title":"a\ud800b","content_text":"\u0000",'
        r'"url":"https://quay.example/\ud800","authors":[{"name":"\udfff"}],"tags":["\ud800t"]}]}'
    )
    (found,) = parse_json_feed(json.loads(written), "x")
    assert isinstance(found, Entry)
    assert found.text == "a\ufffdb\n\n\ufffd"
    assert (found.guid, found.feed_title, found.url) == ("\ufffd", "\ufffd", None)
    assert (found.authors, found.categories) == (("\ufffd",), ("\ufffdt",))
    to_json(found).encode("utf-8")


def test_a_nul_that_json_escapes_is_nowhere_in_the_entry() -> None:
    items = [{"title": "t", "url": "https://a\x00b/1"}]
    (found,) = parse_json_feed({"feed_url": "https://a\x00b/", "items": items}, "x")
    assert "\\u0000" not in to_json(found)


@pytest.mark.parametrize("items", [None, 5, "x", {}, [1], [{"title": "t"}, None]])
def test_a_json_feed_whose_items_are_none_is_broken(items: object) -> None:
    with pytest.raises(NewsError) as caught:
        list(parse_json_feed({"version": JSON_FEED, "items": items}, "x"))
    assert caught.value.reason is Reason.BROKEN_FEED


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside),
    max_leaves=4,
)
JSON_KEYS = (
    "id url external_url title content_html content_text summary tags author authors "
    "date_published date_modified"
).split()


@SETTINGS
@given(st.lists(st.dictionaries(st.sampled_from(JSON_KEYS), JSON_VALUES), max_size=4), JSON_VALUES)
def test_a_json_feed_of_any_values_gives_an_entry_or_a_reject_an_item(
    items: list[dict[str, object]], title: object
) -> None:
    found = list(parse_json_feed({"title": title, "feed_url": title, "items": items}, "x"))
    assert [item.index for item in found] == list(range(len(items)))
    for each in found:
        if isinstance(each, Entry):
            to_json(each).encode("utf-8")
        else:
            assert each.error.reason is Reason.NO_TEXT


if __name__ == "__main__":
    rewrite()


def test_a_year_alone_is_no_day() -> None:
    assert entry(rss("<title>t</title><pubDate>2026</pubDate>")).published is None


def test_zeros_before_a_reference_change_nothing() -> None:
    assert entry(rss("<title>a&#x0000000000041;b</title>")).title == "aAb"


def test_a_broken_byte_in_a_guid_rejects_its_entry() -> None:
    text = rss("<title>a</title><guid>x\ufffd</guid>", "<title>b</title><guid>y</guid>")
    assert reasons(read(text, damaged=True)) == [Reason.UNDECODABLE, None]
