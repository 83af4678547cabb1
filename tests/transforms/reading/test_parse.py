"""A file's bytes to entries and rejects: unpacked, decoded, told apart by content, all counted."""

import bz2
import codecs
import gzip
import json
import pathlib
import time
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.reading import parse
from transforms.reading.parse import decompress, read_file, reject
from transforms.records import PAYLOAD_LIMIT, Block, Entry, NewsError, Reason, Reject, to_json

SETTINGS = settings(max_examples=300, deadline=None, derandomize=True)
GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "golden" / "feeds"
STORY = "Port strike\n\nThe strike at the northern port is over, the ministry said on Tuesday."
JSON_FEED = "https://jsonfeed.org/version/1.1"
RUSSIAN = (
    "Министерство иностранных дел России потребовало во вторник от соседей письменных гарантий. "
    "Министр заявил, что переговоры о поставках зерна начнутся на следующей неделе."
)

Pack = Callable[[bytes], bytes]


def zstd_stream(data: bytes) -> bytes:
    """A frame that does not tell its content's size, as `zstd` writes from a pipe."""
    stream = zstandard.ZstdCompressor().compressobj()
    return stream.compress(data) + stream.flush()


PACKS: dict[str, Pack] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "zstd": zstandard.compress,
    "zstd-stream": zstd_stream,
}
packed = pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))


def rss(*items: str, encoding: str = "utf-8") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def read(data: bytes | str, uri: str = "x") -> list[Entry | Reject]:
    return list(read_file(data.encode() if isinstance(data, str) else data, uri))


def story(data: bytes | str) -> Entry:
    (found,) = read(data)
    assert isinstance(found, Entry)
    assert found.source_kind == "text"
    return found


def refusal(data: bytes | str) -> Reject:
    """The only thing that a file gives: one reject that means the whole of it."""
    (found,) = read(data)
    assert isinstance(found, Reject)
    assert (found.stage, found.entry, found.source_uri) == ("read", None, "x")
    return found


def reason(data: bytes | str) -> str:
    return refusal(data).reason


def titles(found: list[Entry | Reject]) -> list[str | None]:
    return [item.title if isinstance(item, Entry) else item.reason for item in found]


@packed
def test_a_compressed_file_is_read_like_the_file_itself(pack: Pack) -> None:
    for path in GOLDEN.iterdir():
        data = path.read_bytes()
        assert read(pack(data)) == read(data) != []
    assert read(pack(STORY.encode())) == read(STORY)


@packed
def test_a_file_in_several_members_is_read_throughout(pack: Pack) -> None:
    data = STORY.encode()
    assert decompress(pack(data[:20]) + pack(b"") + pack(data[20:])) == data


@packed
def test_compression_is_told_by_content_not_by_name(pack: Pack) -> None:
    data = STORY.encode()
    assert [found.source_uri for found in read(pack(data), "a.xml")] == ["a.xml"]
    assert titles(read(pack(data), "a.xml")) == titles(read(data, "a.gz")) == ["Port strike"]


@packed
def test_a_truncated_file_is_bad_compression_wherever_it_is_cut(pack: Pack) -> None:
    data = pack(STORY.encode() * 50)
    for end in (4, 9, len(data) // 2, len(data) - 5, len(data) - 1):
        found = refusal(data[:end])
        assert found.reason == "bad_compression"
        assert found.detail.split(":")[0] in PACKS


@packed
def test_a_truncated_second_member_is_bad_compression(pack: Pack) -> None:
    data = pack(STORY.encode())
    assert reason(data + data[:-3]) == "bad_compression"


@packed
def test_a_damaged_file_is_bad_compression(pack: Pack) -> None:
    data = bytearray(pack(STORY.encode() * 50))
    for place in range(4, 12):
        data[place] ^= 0xFF
    assert reason(bytes(data)) == "bad_compression"


@pytest.mark.parametrize("magic", [b"\x1f\x8b", b"BZh9", b"\x28\xb5\x2f\xfd"])
def test_a_magic_number_alone_is_bad_compression(magic: bytes) -> None:
    assert reason(magic) == "bad_compression"


def test_a_wrong_checksum_is_bad_compression() -> None:
    assert reason(gzip.compress(b"a story")[:-8] + bytes(8)) == "bad_compression"


@packed
def test_a_bomb_is_too_large_and_one_byte_less_is_not(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "FILE_LIMIT", 1_000)
    bomb = pack(b"a" * 1_001)
    assert len(bomb) < 200
    found = refusal(bomb)
    assert found.reason == "too_large"
    assert found.detail.endswith(": over 1000 bytes when decompressed")
    assert story(pack(b"a" * 1_000)).text == "a" * 1_000
    assert reason(pack(b"a" * 600) + pack(b"a" * 600)) == "too_large"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n\t",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE + b"\n\0",
        "\u3000\u200b\u200e".encode(),
    ],
)
def test_a_file_without_a_character_is_empty(data: bytes) -> None:
    found = refusal(data)
    assert (found.reason, found.detail) == ("empty", "no visible character")


@packed
def test_a_compressed_file_without_a_character_is_empty(pack: Pack) -> None:
    assert reason(pack(b"")) == reason(pack(b"\n")) == "empty"


def test_pictures_documents_and_random_bytes_are_not_text() -> None:
    assert reason(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj") == "not_text"
    assert reason(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") == "not_text"
    assert reason(bytes(range(256)) * 8) == "not_text"
    assert reason(gzip.compress(gzip.compress(STORY.encode() * 20))) == "not_text"


def test_bytes_that_no_encoding_explains_are_unknown_encoding() -> None:
    assert reason(b"caf\xe9") == "unknown_encoding"
    assert reason(bytes(range(160, 256)) * 4) == "unknown_encoding"


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        ("<!DOCTYPE html><html><body><p>404 Not Found</p></body></html>", "markup, but no feed"),
        ("\n <html lang='en'>\n", "markup, but no feed"),
        ('<?xml version="1.0"?><opml version="2.0"/>', "markup, but no feed"),
        ("<!-- a comment -->", "markup, but no feed"),
        ("<urlset>", "markup, but no feed"),
        ("\ufeff<p>A paragraph</p>", "markup, but no feed"),
        ('{"a": 1}', "JSON, but no JSON Feed"),
        ('{"version": 1, "items": []}', "JSON, but no JSON Feed"),
        ('{"version": "1.1", "items": []}', "JSON, but no JSON Feed"),
        ('\n{"version": null}', "JSON, but no JSON Feed"),
        ('[{"title": "a"}]', "JSON, but no JSON Feed"),
    ],
)
def test_markup_and_json_that_is_no_feed_is_unknown_format(data: str, detail: str) -> None:
    found = refusal(data)
    assert (found.reason, found.detail) == ("unknown_format", detail)


@pytest.mark.parametrize(
    "text", ["{Reuters} - It is over.", "a < b", "<3 the port", "< p >", "[1]: x"]
)
def test_a_story_may_begin_with_a_bracket(text: str) -> None:
    assert story(text).text == text


@pytest.mark.parametrize(
    "data",
    [
        '<rss version="2.0"><channel><title>T</ti',
        f'{{"version": "{JSON_FEED}", "items": [{{"id": "1"',
        f'{{"version": "{JSON_FEED}", "items": 5}}',
        f'{{"version": "{JSON_FEED}"}}',
        f'{{"version": "{JSON_FEED}", "items": ' + "[" * 100_000,
        f'{{"version": "{JSON_FEED}", "items": [], "n": ' + "9" * 5_000 + "}",
    ],
    ids=["cut-rss", "cut-json", "no-list", "no-items", "deep", "digits"],
)
def test_a_feed_that_gives_nothing_is_broken(data: str) -> None:
    found = refusal(data)
    assert found.reason == "broken_feed"
    assert 0 < len(found.detail) <= 200


def test_a_feed_may_begin_after_white_space_warnings_and_comments() -> None:
    feed = rss("<title>a</title>").removeprefix('<?xml version="1.0" encoding="utf-8"?>')
    for head in ("\n\n ", "<br />\n<b>Warning</b>: x in y on line 1\n", f"<!--{'x' * 3_000}-->"):
        assert titles(read(head + feed)) == ["a"]


def test_a_feed_is_a_feed_in_whatever_prefix() -> None:
    feed = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>t</a:title></a:entry>'
        "</a:feed>"
    )
    (found,) = read(feed, "story.txt")
    assert isinstance(found, Entry)
    assert (found.source_kind, found.title) == ("atom", "t")


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "utf-16", "utf-8"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(name: str) -> None:
    data = rss(f"<title>{RUSSIAN}</title>", encoding=name).encode(name)
    assert titles(read(data)) == [RUSSIAN]


def test_a_feed_that_declares_the_wrong_encoding_is_read_as_the_utf_8_that_it_is() -> None:
    data = rss(f"<title>{RUSSIAN}</title>", encoding="windows-1251").encode()
    assert titles(read(data)) == [RUSSIAN]


def test_one_bad_byte_in_a_feed_rejects_its_entry_alone() -> None:
    feed = rss("<title>Ä é ü</title>", "<title>b XX é</title>", "<title>c é</title>")
    found = read(feed.encode().replace(b"XX", b"\xff"))
    assert titles(found) == ["Ä é ü", "undecodable", "c é"]
    assert found[1] == Reject(
        stage="feeds",
        source_uri="x",
        entry=1,
        reason="undecodable",
        detail="U+FFFD stands for bytes not allowed",
        payload='{"guid": null, "url": null, "title": "b \ufffd é", "text": null}',
        run_id="",
        schema_version=0,
    )


def test_one_bad_byte_in_a_json_feed_rejects_its_item_alone() -> None:
    items = [{"title": "Ä é ü"}, {"title": "XX"}]
    feed = json.dumps({"version": JSON_FEED, "items": items}, ensure_ascii=False)
    assert titles(read(feed.encode().replace(b"XX", b"\xff"))) == ["Ä é ü", "undecodable"]


def test_one_bad_byte_in_a_story_rejects_it() -> None:
    found = refusal("Ä é ü, XX".encode().replace(b"XX", b"\xff"))
    assert (found.reason, found.detail) == ("undecodable", "bytes that utf-8 does not allow")
    assert found.payload == "Ä é ü, \ufffd"
    assert reason(codecs.BOM_UTF16_LE + "abcdefghijkl".encode("utf-16-le")[:-1]) == "undecodable"


def test_one_bad_byte_in_a_feed_of_ascii_with_a_quote_rejects_its_entry_alone() -> None:
    sentence = "The ministry said on Tuesday that it’s going to reopen the northern port."
    feed = rss(f"<title>{sentence}</title>", "<title>b XX</title>")
    assert titles(read(feed.encode().replace(b"XX", b"\xff"))) == [sentence, "undecodable"]


def test_every_fault_of_an_entry_is_a_reject_with_its_index() -> None:
    feed = rss(
        "<guid>a</guid>",
        f"<title>b</title><description>{'&lt;div&gt;' * 600}</description>",
        "<title>c</title>",
        "<title>d",
    ).removesuffix("</item></channel></rss>")
    found = read(feed)
    assert titles(found) == ["no_text", "too_deep", "c", "truncated_entry"]
    rejects = [item for item in found if isinstance(item, Reject)]
    assert [(item.stage, item.entry) for item in rejects] == [
        ("feeds", 0),
        ("feeds", 1),
        ("feeds", 3),
    ]


def test_a_file_of_utf_8_tells_its_offsets_without_the_mark_and_with_its_line_ends() -> None:
    text = "Port strike\r\n\r\nIt is over.\r\n"
    assert read(codecs.BOM_UTF8 + text.encode(), "a.txt") == [
        Entry(
            source_uri="a.txt",
            index=0,
            source_kind="text",
            title="Port strike",
            text=text,
            blocks=(Block("title", 0, 11), Block("text", 15, 26)),
        )
    ]


def test_a_story_keeps_its_bidi_controls_and_loses_its_nul() -> None:
    text = "\u202bميناء\u202c\n\nx\x00y \u2067z\u2069."
    assert story(text).text == text.replace("\x00", "\ufffd")


def test_a_line_of_five_megabytes_is_a_story_of_one_block() -> None:
    text = "word " * 1_000_000 + "end"
    start = time.monotonic()
    found = story(text)
    assert (found.title, found.blocks) == (None, (Block("text", 0, len(text)),))
    assert time.monotonic() - start < 10


def test_a_reject_is_clean_and_within_its_limit() -> None:
    found = reject("read", "x", 3, NewsError(Reason.EMPTY, "a\x00\ud800"), "\x00é\ud800" * 3_000)
    assert found == Reject(
        stage="read",
        source_uri="x",
        entry=3,
        reason="empty",
        detail="a\ufffd\ufffd",
        payload=("\ufffdé\ufffd" * 512),
        run_id="",
        schema_version=0,
    )
    assert len(found.payload.encode()) == 4_096


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"x" * 10_000,
        ("<html>" + "é" * 10_000).encode(),
        ("<html> " + "漢" * 10_000).encode(),
        b"\xff" * 10_000,
        bytes(10_000),
        b"%PDF-" + b"\xfe\0" * 5_000,
    ],
    ids=["ascii", "two", "three", "invalid", "nul", "mixed"],
)
def test_a_payload_is_at_most_its_limit_of_utf_8(data: bytes) -> None:
    payload = refusal(data).payload
    assert PAYLOAD_LIMIT - 3 <= len(payload.encode("utf-8")) <= PAYLOAD_LIMIT == 4_096
    assert "\x00" not in payload


def test_the_payload_of_a_long_entry_is_at_most_its_limit() -> None:
    deep = f"<title>a</title><description>{'&lt;div&gt;漢' * 5_000}</description>"
    (found,) = read(rss(deep))
    assert isinstance(found, Reject)
    assert PAYLOAD_LIMIT - 3 <= len(found.payload.encode()) <= PAYLOAD_LIMIT


def check(found: list[Entry | Reject]) -> None:
    """What holds for every file: rows that can be written, blocks within the text, indexes."""
    for number, item in enumerate(found):
        to_json(item).encode("utf-8")
        assert "\x00" not in "".join(
            v for v in json.loads(to_json(item)).values() if type(v) is str
        )
        if isinstance(item, Reject):
            assert Reason(item.reason)
            assert len(item.payload.encode()) <= PAYLOAD_LIMIT
            assert item.entry == number or (item.entry is None and item.stage == "read")
            continue
        assert item.index == number
        assert item.blocks
        ends = [offset for block in item.blocks for offset in (block.start, block.end)]
        assert ends == sorted(ends)
        assert ends[-1] <= len(item.text)
        assert all(item.text[block.start : block.end].strip() for block in item.blocks)


@SETTINGS
@given(st.binary(max_size=400))
@example(b"\x1f\x8b\x08")
@example(b"{" * 2_000)
@example(b"\xfe\xff\xd8\x00")
def test_any_bytes_give_at_least_one_item_and_never_raise(data: bytes) -> None:
    found = read(data)
    check(found)
    assert len(found) == 1


@SETTINGS
@given(st.sampled_from(list(PACKS.values())), st.binary(max_size=100), st.integers(0, 60))
def test_any_damage_to_a_compressed_file_gives_one_item(pack: Pack, noise: bytes, at: int) -> None:
    data = pack(STORY.encode())
    found = read(data[:at] + noise + data[at + len(noise) :])
    check(found)
    assert len(found) == 1


MARKS = (
    "<item> </item> <title> </title> <description> </description> <link> </link> <guid> </guid> "
    "<content:encoded> </content:encoded> <![CDATA[ ]]> <!-- --> <p> <li> &lt;p&gt; &amp; &bogus; "
    "&amp;nbsp; & < > x é \\x00 \\ud800 <pubDate> </pubDate> <entry> </entry> <rss> </channel> "
    "</rss> <feed> <?xml ?> <!DOCTYPE"
).split()
PIECES = [piece.encode().decode("unicode-escape") if "\\" in piece else piece for piece in MARKS]
SOUP = st.lists(st.sampled_from([*PIECES, " ", "\n\n"]) | st.text(max_size=3), max_size=25)


@SETTINGS
@given(SOUP.map("".join), st.booleans())
def test_any_soup_within_a_feed_gives_rows_that_can_be_written(soup: str, closed: bool) -> None:
    feed = f'<rss version="2.0"><channel><item><title>a</title>{soup}'
    if closed:
        feed += "</item></channel></rss>"
    found = read(feed.encode("utf-8", "replace"))
    check(found)
    assert found


@SETTINGS
@given(st.sampled_from(sorted(path.name for path in GOLDEN.iterdir())), st.data())
def test_a_golden_feed_cut_anywhere_gives_whole_entries_and_one_reject_at_most(
    name: str, data: st.DataObject
) -> None:
    whole = (GOLDEN / name).read_bytes()
    cut = data.draw(st.integers(200, len(whole)))  # by then the root element has begun
    found = read(whole[:cut])
    check(found)
    entries = [item for item in found if isinstance(item, Entry)]
    expected = [item for item in read(whole) if isinstance(item, Entry)]
    told = [(item.guid, item.title, item.text) for item in expected]
    assert [(item.guid, item.title, item.text) for item in entries] == told[: len(entries)]
    assert len(found) - len(entries) <= 1
