"""Identity: one story one id, whatever its address was decorated with; one text one hash."""

import dataclasses
import hashlib
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.records import Block, Entry
from transforms.revisions.identity import (
    EVIDENCE_LENGTH,
    LONGEST_URL,
    Candidate,
    article_id,
    candidates,
    canonical_url,
    content_hash,
    is_home_page,
)
from transforms.tables import read_table

SETTINGS = settings(max_examples=300, deadline=None, derandomize=True)
ENTRY = Entry(
    source_uri="feed.xml",
    index=0,
    source_kind="rss",
    feed_url="https://feeds.example/rss",
    url="https://news.example/a?id=1",
    guid="qn-1",
    title="Port strike",
    text="Port strike\n\nIt is over.",
    blocks=(Block("title", 0, 11), Block("text", 13, 24)),
)
PATTERNS = [row["pattern"] for row in read_table("tracking_parameters.tsv")]


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(("1", *parts)).encode()).hexdigest()[:32]


def but(**changes: object) -> Entry:
    return dataclasses.replace(ENTRY, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("HTTPS://News.Example/A", "https://news.example/A"),
        ("https://news.example", "https://news.example/"),
        ("  https://news.example/a\n", "https://news.example/a"),
        ("https://news.example/a#top", "https://news.example/a"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2"),
        ("https://news.example/a?a=2&a=1", "https://news.example/a?a=1&a=2"),
        ("https://news.example/?", "https://news.example/"),
        ("https://news.example/a/../b/./c", "https://news.example/b/c"),
        ("https://news.example/é?q=é", "https://news.example/%C3%A9?q=%C3%A9"),
        ("https://news.example/%c3%a9", "https://news.example/%C3%A9"),
        ("https://news.example/a b?q=a%20b", "https://news.example/a%20b?q=a+b"),
        ("https://news.example/?q=a%26b%23c", "https://news.example/?q=a%26b%23c"),
        ("http://почта.рф/п", "http://xn--80a1acny.xn--p1ai/%D0%BF"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ],
)
def test_two_spellings_of_an_address_are_one(address: str, expected: str) -> None:
    assert canonical_url(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example:443/a", "https://news.example/a"),
        ("https://news.example:443/:443", "https://news.example/:443"),
        ("https://news.example:80/", "https://news.example:80/"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("http://news.example:80/a", "http://news.example/a"),
        ("https://[2001:443::1]:443/", "https://[2001:443::1]/"),
        ("https://u:443@a.example:443/", "https://u:443@a.example/"),
    ],
)
def test_the_default_port_is_left_out(address: str, expected: str) -> None:
    assert canonical_url(address) == expected


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_tracking_parameter_goes_in_any_case_and_place(pattern: str) -> None:
    name = pattern.replace("*", "x")
    for key in (name, name.upper()):
        for query in (f"{key}=1&id=7", f"id=7&{key}=a%20b", f"{key}&id=7", f"{key}=&id=7&{key}=2"):
            assert canonical_url(f"https://a.example/?{query}") == "https://a.example/?id=7"
        assert canonical_url(f"https://a.example/?{key}=1") == "https://a.example/"


@pytest.mark.parametrize(
    "query",
    "id=7 p=123 v=dQw4 article_id=5 q=utm_source page=2 story=ref fbclid2=1 Ref2=1 "
    "xutm_source=1 my_ref=1 guid=a-b lang=ar a=".split(),
)
def test_what_carries_identity_stays(query: str) -> None:
    assert canonical_url(f"https://a.example/?{query}") == f"https://a.example/?{query}"


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        " ",
        "qn-1",
        "/a",
        "//a.example/b",
        "mailto:a@b.example",
        "ftp://a.example/",
        "javascript:alert(1)",
        "tag:a.example,2026:1",
        "http://",
        "http:///a",
        "http://[::1",
        "http://a.example:x/",
        "http://a.example:99999/",
        "http://\ud800.example/",
    ],
)
def test_what_is_no_web_address_is_none(address: str | None) -> None:
    assert canonical_url(address) is None


def test_an_address_is_not_cut_but_left_out_when_it_is_too_long() -> None:
    longest = "https://a.example/".ljust(LONGEST_URL, "x")
    assert canonical_url(longest) == longest
    assert canonical_url(longest + "x") is None


HOSTS = st.sampled_from(["a.example", "www.B.example:8080", "почта.рф", "[::1]", "u:p@a.example"])
PATHS = st.text(st.sampled_from("ab/.%;:@é п~+-_'\"<|^\\"), max_size=12)
KEYS = st.sampled_from(["a", "id", "", "é", "utm_source", "REF", "fbclid", "%41", "a b", "a+b"])
VALUES = st.text(st.sampled_from("ab=%/?é п+;:@'\"2F"), max_size=6)
QUERIES = st.lists(st.tuples(KEYS, VALUES), max_size=4)
ADDRESSES = st.builds(
    lambda scheme, host, path, query, fragment: (
        f"{scheme}://{host}/{path}?{'&'.join(f'{key}={value}' for key, value in query)}#{fragment}"
    ),
    st.sampled_from(["http", "https", "HTTPS"]),
    HOSTS,
    PATHS,
    QUERIES,
    PATHS,
)


@SETTINGS
@given(ADDRESSES)
def test_canonical_addresses_stay_as_they_are(address: str) -> None:
    once = canonical_url(address)
    assert once is not None
    assert canonical_url(once) == once
    assert "#" not in once
    keys = {key.lower() for key, _ in parse_qsl(urlsplit(once).query, keep_blank_values=True)}
    assert not keys & {"utm_source", "ref", "fbclid"}


@SETTINGS
@given(QUERIES)
def test_the_parameters_that_stay_keep_their_values(query: list[tuple[str, str]]) -> None:
    address = "https://a.example/?" + "&".join(
        f"{key}={value}" for key, value in [*query, ("z", "z")]
    )
    kept = parse_qsl(urlsplit(canonical_url(address) or "").query, keep_blank_values=True)
    stated = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    gone = ("utm_source", "ref", "fbclid")
    assert kept == sorted(pair for pair in stated if pair[0].lower() not in gone)


@SETTINGS
@given(st.text() | st.text().map("http://a.example/".__add__))
@example("http://a:b:c/")
@example("http://]/")
def test_any_text_is_an_address_or_none(address: str) -> None:
    found = canonical_url(address)
    if found is not None:
        assert found.startswith(("http://", "https://"))
        found.encode("utf-8")


def test_a_tracking_parameter_that_is_escaped_goes_too() -> None:
    once = canonical_url("https://a.example/?id=7&utm_%73ource=x")
    assert once == canonical_url(once) == "https://a.example/?id=7"


@pytest.mark.parametrize("address", ["http://\\a.example/", "http://\x00", "https://\\?q=1"])
def test_an_address_that_has_no_host_in_the_end_is_none(address: str) -> None:
    assert canonical_url(address) is None


@pytest.mark.parametrize("address", ["https://a\x00b/", "https://a\x00b.example/c?d=\x00"])
def test_an_address_never_holds_nul(address: str) -> None:
    assert "\x00" not in (canonical_url(address) or "")


def test_a_guid_is_an_id_within_its_feeds_host() -> None:
    expected = digest("guid", "feeds.example", "qn-1")
    assert article_id(ENTRY) == expected
    assert article_id(but(url=None, title="New", text="New", index=5, source_uri="x")) == expected
    assert article_id(but(feed_url="http://www.feeds.example/other?x=1")) == expected
    assert article_id(but(feed_url="https://other.example/rss")) != expected
    assert article_id(but(guid="qn-2")) != expected


def test_a_guid_without_a_feeds_address_is_an_id_within_the_host_of_its_link() -> None:
    assert article_id(but(feed_url=None)) == digest("guid", "news.example", "qn-1")
    assert article_id(but(feed_url=None, url=None)) == digest("guid", "", "qn-1")


@pytest.mark.parametrize("changes", [{"guid": None}, {"guid": ""}, {"guid_trusted": False}])
def test_without_a_trusted_guid_the_address_is_the_id(changes: dict[str, object]) -> None:
    expected = digest("url", "https://news.example/a?id=1")
    assert article_id(but(**changes)) == expected
    assert article_id(but(**changes, title="New", text="New", feed_url=None)) == expected


def test_without_guid_and_address_the_text_is_the_id_but_for_its_white_space() -> None:
    expected = digest("text", "Port strike It is over.")
    assert article_id(but(guid=None, url=None)) == expected
    assert article_id(but(guid=None, url=None, text=" Port  strike\r\nIt is over.\n")) == expected
    assert article_id(but(guid=None, url=None, text="Port strike It is not.")) != expected


def test_an_id_of_one_kind_is_never_that_of_another() -> None:
    address = "https://news.example/"
    ids = {
        article_id(but(feed_url=None, url=None, guid=address)),
        article_id(but(guid=None, url=address)),
        article_id(but(guid=None, url=None, text=address)),
    }
    assert len(ids) == 3
    assert all(len(found) == 32 and int(found, 16) >= 0 for found in ids)


def test_ids_and_hashes_are_the_same_in_every_version() -> None:
    assert article_id(ENTRY) == "e1516e8bec8460168cbb8d6af3782430"
    assert content_hash(ENTRY) == "v1:40078b74d4f2fd21b6e7a3b9518e9aac"


@pytest.mark.parametrize(
    "text",
    [
        "Port strike\n\nIt is over.",
        "Port strike\r\n\r\nIt\tis  over.\n",
        " Port strike It is\xa0over.",
    ],
)
def test_a_hash_does_not_change_with_white_space(text: str) -> None:
    expected = "v1:" + digest("content", "Port strike", "Port strike It is over.")
    assert content_hash(but(text=text)) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Port strike\n\nIt is not over."},
        {"text": "Port strike\n\nIt is over"},
        {"text": "Port strike\n\nit is over."},
        {"text": "Portstrike\n\nIt is over."},
        {"title": "Port strikes"},
        {"title": None},
    ],
)
def test_a_hash_changes_with_every_word(changes: dict[str, object]) -> None:
    assert content_hash(but(**changes)) != content_hash(ENTRY)


def test_a_hash_is_of_the_words_alone() -> None:
    moved = but(guid="x", url=None, feed_url=None, index=9, published="2026-03-09T10:00:00Z")
    assert content_hash(moved) == content_hash(ENTRY)


@SETTINGS
@given(st.text(st.sampled_from("ab \n\t\xa0\u3000")), st.text(st.sampled_from("ab \n\t\xa0\u3000")))
def test_two_texts_have_one_hash_if_and_only_if_their_words_are_equal(one: str, two: str) -> None:
    equal = content_hash(but(text=one)) == content_hash(but(text=two))
    assert equal == (one.split() == two.split())


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://quay.example/", True),
        ("https://quay.example/?", True),
        ("https://quay.example/feed", True),
        ("https://quay.example/?p=12", False),
        ("https://quay.example/news", False),
    ],
)
def test_a_home_page_is_the_address_of_no_story(url: str, home: bool) -> None:
    canonical = canonical_url(url)
    assert canonical
    assert is_home_page(canonical, "https://quay.example/feed") == home


def test_each_id_that_an_entry_may_have_comes_with_what_speaks_for_it() -> None:
    guid, url, text = candidates(ENTRY)
    assert [guid.article_id, url.article_id, text.article_id] == [
        article_id(ENTRY),
        article_id(but(guid=None)),
        article_id(but(guid=None, url=None)),
    ]
    assert (url.evidence, text.evidence) == (Candidate.NONE, Candidate.NONE)
    assert len(guid.evidence) == EVIDENCE_LENGTH
    assert candidates(but(url="https://news.example/b"))[0].evidence != guid.evidence
    # without an address of its own, a story is told by its title
    alike = candidates(but(url_trusted=False))[0].evidence
    assert candidates(but(url="https://news.example/b", url_trusted=False))[0].evidence == alike
    assert candidates(but(url=None, title="Another"))[0].evidence != alike
    refuted = candidates(but(guid_trusted=False, url_trusted=False))
    assert [one.evidence for one in refuted] == [Candidate.REFUTED] * 2 + [Candidate.NONE]
    assert article_id(but(guid_trusted=False, url_trusted=False)) == text.article_id


def test_what_a_story_was_decorated_with_does_not_make_it_another() -> None:
    same = [
        "https://news.example/story?id=7&ref=rss",
        "https://news.example/story?utm_campaign=x&id=7#comments",
        "HTTPS://NEWS.example:443/story?id=7",
    ]
    assert {canonical_url(address) for address in same} == {"https://news.example/story?id=7"}
    assert canonical_url("https://news.example/story?id=8") != canonical_url(same[0])
