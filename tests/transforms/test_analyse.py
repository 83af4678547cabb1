"""An entry's way to its rows: exact rows of samples, and rows that always fit their limit."""

import dataclasses
import pathlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.actors.lexicon import lexicon
from transforms.analyse import Analysis, analyse
from transforms.reading.parse import read_file
from transforms.records import (
    RECORD_LIMIT,
    Act,
    Article,
    Block,
    Dateline,
    Entry,
    Mention,
    Quote,
    Revision,
    Segment,
    to_json,
)
from transforms.revisions.identity import article_id, content_hash
from transforms.text import read_story

ROOT = pathlib.Path(__file__).resolve().parents[2]
ID = "0123456789abcdef" * 2


def revision_of(entry: Entry) -> Revision:
    """A revision for an entry that nothing else is known of."""
    return Revision(
        article_id=ID,
        revision=3,
        content_hash="v1:" + ID,
        source_uri=entry.source_uri,
        entry=entry.index,
        size=len(entry.text),
        first_seen="2026-03-01T06:00:00Z",
        last_seen="2026-03-02T06:00:00Z",
        sightings=4,
    )


def analysed(entry: Entry) -> Analysis:
    """The analysis of an entry by the shipped tables."""
    return analyse(entry, revision_of(entry), "r-1", lexicon())


def sample(path: str, index: int = 0) -> Entry:
    """An entry of the shipped samples."""
    entry = list(read_file((ROOT / "samples" / path).read_bytes(), f"samples/{path}"))[index]
    assert isinstance(entry, Entry)
    return entry


def segment(index: int, kind: str, start: int, text: str, language: str, **other: object) -> object:
    """A segment row of the articles below, with what is the same in all of them."""
    plain = Segment(
        segment_id=f"{ID}-3-{index}",
        article_id=ID,
        revision=3,
        index=index,
        kind=kind,
        start=start,
        end=start + len(text),
        text=text,
        list=None,
        position=None,
        lead_in=None,
        language=language,
        language_score=1.0,
        principals=(),
        mentions=(),
        quotes=(),
        acts=(),
        url=None,
        published=None,
        run_id="r-1",
        schema_version=1,
    )
    return dataclasses.replace(plain, **other)  # type: ignore[arg-type]


def mention(
    principal: str, start: int, text: str, kind: str = "name", role: str | None = None
) -> Mention:
    """A mention of a state or an organisation."""
    return Mention(
        actor_id=principal,
        principal=principal,
        type=principal.partition(":")[0],
        role=role,
        start=start,
        end=start + len(text),
        text=text,
        tagger=f"names-2:{kind}",
    )


def act(
    kind: str,
    issuer: str,
    addressee: str,
    cue: tuple[int, int],
    codes: str,
    rule: str,
    **other: object,
) -> Act:
    """An act of one party towards another; codes: PLOVER event and CAMEO code."""
    plover, cameo = codes.split()
    plain = Act(
        type=kind,
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        issuers=(issuer,),
        addressees=(addressee,),
        modality="asserted",
        cue_start=cue[0],
        cue_end=cue[1],
        inherited=False,
        rule=f"acts-1:{rule}",
    )
    return dataclasses.replace(plain, **other)  # type: ignore[arg-type]


# ---- exact rows ---------------------------------------------------------------------------------


def test_a_plain_story_gives_exactly_these_rows() -> None:
    text = (
        "Egypt asks Ethiopia for an answer on the port\r\n\r\n"
        "The government of Egypt sent a letter to Addis Ababa, with a copy to the UN:\r\n"
        "- The port must be opened to ships within ten days.\r\n"
        "- Egypt will not pay for the repairs of the northern quay.\r\n"
        "\r\n12.5\r\n"
    )
    found = analysed(read_story(text, "stories/egypt.txt"))
    assert found.article == Article(
        article_id=ID,
        revision=3,
        content_hash="v1:" + ID,
        source_uri="stories/egypt.txt",
        source_kind="text",
        feed_url=None,
        feed_title=None,
        url=None,
        guid=None,
        title="Egypt asks Ethiopia for an answer on the port",
        authors=(),
        categories=(),
        published=None,
        updated=None,
        dateline=None,
        language="en",
        language_score=1.0,
        continued=False,
        text=text,
        first_seen="2026-03-01T06:00:00Z",
        last_seen="2026-03-02T06:00:00Z",
        sightings=4,
        run_id="r-1",
        schema_version=1,
        truncated=False,
        continues=None,
    )
    assert found.cut == ""
    assert found.segments == (
        segment(
            0,
            "title",
            0,
            "Egypt asks Ethiopia for an answer on the port",
            "en",
            principals=("state:EGY", "state:ETH"),
            mentions=(mention("state:EGY", 0, "Egypt"), mention("state:ETH", 11, "Ethiopia")),
            acts=(act("appeal", "state:EGY", "state:ETH", (6, 10), "REQUEST 020", "verb:ask"),),
        ),
        segment(
            1,
            "paragraph",
            49,
            "The government of Egypt sent a letter to Addis Ababa, with a copy to the UN:",
            "en",
            principals=("state:EGY", "state:ETH", "igo:UN"),
            mentions=(
                mention("state:EGY", 67, "Egypt", role="government"),
                mention("state:ETH", 90, "Addis Ababa", "capital"),
                mention("igo:UN", 122, "UN", "acronym"),
            ),
        ),
        segment(
            2,
            "bullet",
            129,
            "The port must be opened to ships within ten days.",
            "en",
            list=1,
            position=1,
            lead_in=1,
            acts=(
                act(
                    "demand",
                    "state:EGY",
                    "state:ETH",
                    (138, 145),
                    "REQUEST 100",
                    "must:must",
                    inherited=True,
                ),
            ),
        ),
        segment(
            3,
            "bullet",
            182,
            "Egypt will not pay for the repairs of the northern quay.",
            "en",
            list=1,
            position=2,
            lead_in=1,
            principals=("state:EGY",),
            mentions=(mention("state:EGY", 182, "Egypt"),),
            acts=(
                act("refusal", "state:EGY", "state:ETH", (188, 200), "REJECT 120", "verb:will not"),
            ),
        ),
        segment(4, "paragraph", 242, "12.5", "en"),
    )


def test_an_entry_of_the_sample_feed_gives_exactly_these_rows() -> None:
    entry = sample("feeds/al-mina/20260305T0500.xml", 1)
    found = analysed(entry)
    url, published = "https://al-mina.example/world/arab-league-sudan", "2026-03-05T02:10:00Z"
    title = "جامعة الدول العربية تدعو السودان إلى هدنة في بورتسودان"
    lines = [
        "القاهرة (نوروفا) - دعت جامعة الدول العربية السودان إلى هدنة إنسانية مدتها أسبوعان "
        "في محيط ميناء بورتسودان، وحذرت من توقف وصول المساعدات.",
        "وجاء في بيان الجامعة:",
        "وقف القصف قرب الميناء فوراً.",
        "على الحكومة السودانية السماح بتفريغ ثلاث سفن إغاثة.",
        "نناشد الأمم المتحدة إرسال مراقبين.",
        'وأكدت الخرطوم أنها "لم تمنع أي سفينة".',
    ]
    text = (
        f"{title}\n\n{lines[0]}\n\n{lines[1]}\n\n١- {lines[2]}\n\n٢- {lines[3]}\n\n"
        f"٣- {lines[4]}\n\n{lines[5]}"
    )
    assert found.article == Article(
        article_id=ID,
        revision=3,
        content_hash="v1:" + ID,
        source_uri="samples/feeds/al-mina/20260305T0500.xml",
        source_kind="rss",
        feed_url="https://al-mina.example/world",
        feed_title="صحيفة الميناء - أخبار العالم",
        url=url,
        guid="almina-502",
        title=title,
        authors=(),
        categories=("السودان",),
        published=published,
        updated=None,
        dateline=Dateline(outlet=None, agency="نوروفا", place="القاهرة", date=None, date_text=None),
        language="ar",
        language_score=1.0,
        continued=False,
        text=text,
        first_seen="2026-03-01T06:00:00Z",
        last_seen="2026-03-02T06:00:00Z",
        sightings=4,
        run_id="r-1",
        schema_version=1,
        truncated=False,
        continues=None,
    )
    same = {"url": url, "published": published}
    listed = {"list": 1, "lead_in": 2, **same}
    inherited = {"cue_start": None, "cue_end": None, "inherited": True}
    codes = "REQUEST 020"
    wanted = act("demand", "igo:LAS", "state:SDN", (0, 0), "REQUEST 100", "lead::", **inherited)
    asked = act("appeal", "igo:LAS", "igo:UN", (309, 314), codes, "speaker:ناشد", inherited=True)
    assert found.segments == (
        segment(
            0,
            "title",
            0,
            title,
            "ar",
            principals=("igo:LAS", "state:SDN"),
            mentions=(
                mention("igo:LAS", 0, "جامعة الدول العربية"),
                mention("state:SDN", 25, "السودان"),
            ),
            acts=(act("appeal", "igo:LAS", "state:SDN", (20, 24), "REQUEST 020", "verb:دعا"),),
            **same,
        ),
        segment(
            1,
            "paragraph",
            56,
            lines[0],
            "ar",
            principals=("igo:LAS", "state:SDN"),
            mentions=(
                mention("igo:LAS", 79, "جامعة الدول العربية"),
                mention("state:SDN", 99, "السودان"),
            ),
            acts=(
                act("appeal", "igo:LAS", "state:SDN", (75, 78), "REQUEST 020", "verb:دعا"),
                act("threat", "igo:LAS", "state:SDN", (164, 168), "THREATEN 130", "verb:حذر"),
            ),
            **same,
        ),
        segment(
            2,
            "paragraph",
            194,
            lines[1],
            "ar",
            principals=("igo:LAS",),
            mentions=(
                dataclasses.replace(
                    mention("igo:LAS", 207, "الجامعة"), tagger="references-1:party"
                ),
            ),
            **same,
        ),
        segment(3, "bullet", 220, lines[2], "ar", position=1, acts=(wanted,), **listed),
        segment(
            4,
            "bullet",
            253,
            lines[3],
            "ar",
            position=2,
            principals=("state:SDN",),
            mentions=(mention("state:SDN", 265, "السودانية", "adjective", role="government"),),
            acts=(wanted,),
            **listed,
        ),
        segment(
            5,
            "bullet",
            309,
            lines[4],
            "ar",
            position=3,
            principals=("igo:UN",),
            mentions=(mention("igo:UN", 315, "الأمم المتحدة"),),
            acts=(asked,),
            **listed,
        ),
        segment(
            6,
            "paragraph",
            345,
            lines[5],
            "ar",
            principals=("state:SDN",),
            mentions=(mention("state:SDN", 351, "الخرطوم", "capital"),),
            quotes=(
                Quote(start=359, end=382, kind="indirect", speaker="state:SDN"),
                Quote(start=365, end=381, kind="direct", speaker="state:SDN"),
            ),
            acts=(
                act(
                    "denial",
                    "state:SDN",
                    "",
                    (365, 372),
                    "REJECT 016",
                    "blame:لم يفعل (نفي)",
                    addressees=(),
                ),
            ),
            **same,
        ),
    )


def test_rows_of_the_sample_story_in_turkish() -> None:
    entry = sample("stories/tr-ege-arama.txt")
    found = analysed(entry)
    article = found.article
    assert article.text == (ROOT / "samples/stories/tr-ege-arama.txt").read_text(encoding="utf-8")
    assert (article.language, article.language_score, article.source_kind) == ("tr", 1.0, "text")
    assert article.title == (
        "Türkiye, Ege'de ortak arama kurtarma için Yunanistan'a yedi maddelik öneri sundu"
    )
    assert found.segments[5] == segment(
        5,
        "paragraph",
        669,
        "Bakan Taşdelen'in açıkladığı ve Ankara'nın Yunanistan'dan talep ettiği hususlar şöyle:",
        "tr",
        principals=("state:TUR", "state:GRC"),
        mentions=(
            Mention(
                actor_id="state:TUR",
                principal="state:TUR",
                type="person",
                role="minister",
                start=675,
                end=683,
                text="Taşdelen",
                tagger="people-1:context",
            ),
            mention("state:TUR", 701, "Ankara", "capital"),
            mention("state:GRC", 712, "Yunanistan"),
        ),
        acts=(
            act("demand", "state:TUR", "state:GRC", (727, 739), "REQUEST 100", "verb:talep etmek"),
        ),
    )
    assert found.segments[7] == segment(
        7,
        "bullet",
        840,
        "Yunanistan, geri itme uygulamalarına derhal son vermelidir.",
        "tr",
        list=1,
        position=2,
        lead_in=5,
        principals=("state:GRC",),
        mentions=(mention("state:GRC", 840, "Yunanistan"),),
        acts=(
            act(
                "demand",
                "state:TUR",
                "state:GRC",
                (888, 898),
                "REQUEST 100",
                "must:gerek",
                inherited=True,
            ),
        ),
    )


def test_principals_stand_once_in_order_of_first_mention() -> None:
    entry = read_story("Berlin, Warsaw, Germany, the EU and Poland. Berlin again.", "a.txt")
    (only,) = analysed(entry).segments
    assert only.principals == ("state:DEU", "state:POL", "igo:EU")
    assert [m.principal for m in only.mentions] == [
        *("state:DEU", "state:POL", "state:DEU", "igo:EU", "state:POL", "state:DEU"),
    ]


def test_a_segment_may_be_in_another_language_than_its_article() -> None:
    english = "The minister said on Monday that the harbour will stay closed for another week. "
    german = "Der Minister sagte am Montag, dass der Hafen noch eine Woche geschlossen bleibt."
    entry = read_story(f"Harbour closed\n\n{english * 5}\n\n{german}\n\n7 : 4", "a.txt")
    found = analysed(entry)
    assert found.article.language == "en"
    assert [s.language for s in found.segments] == ["en", "en", "de", "en"]


def test_a_text_without_letters_has_no_known_language() -> None:
    found = analysed(read_story("12 : 7", "a.txt"))
    assert (found.article.language, found.article.language_score) == ("und", 0.0)
    assert [(s.language, s.language_score) for s in found.segments] == [("und", 0.0)]


# ---- rows that fit ------------------------------------------------------------------------------


def check(found: Analysis, entry: Entry) -> None:
    """Whatever was cut or split: nothing is lost, every row fits, offsets and indexes are right."""
    article = found.article
    assert article.text + found.cut == entry.text
    assert article.truncated == bool(found.cut)
    position = 0
    for index, row in enumerate(found.segments):
        assert row.segment_id == f"{ID}-3-{index}"
        assert row.index == index
        assert position <= row.start < row.end <= len(article.text)
        assert not article.text[position : row.start].strip(" \n-123.")
        assert article.text[row.start : row.end] == row.text == row.text.strip()
        assert row.lead_in is None or row.lead_in < index
        for m in row.mentions:
            assert row.start <= m.start < m.end <= row.end
            assert article.text[m.start : m.end] == m.text
        assert row.principals == tuple(dict.fromkeys(m.principal for m in row.mentions))
        position = row.end
    assert not article.text[position:].strip()
    for each in (article, *found.segments):
        assert len(to_json(each).encode("utf-8")) <= RECORD_LIMIT


def bytes_of(row: Article) -> int:
    """The length of a row in a shard."""
    return len(to_json(row).encode("utf-8"))


def test_a_long_text_is_cut_between_two_blocks() -> None:
    blocks = [f"Paragraph {n} of a story that does not end." for n in range(70_000)]
    entry = read_story("A long story\n\n" + "\n\n".join(blocks), "long.txt")
    assert len(entry.text) > 3_000_000
    found = analysed(entry)
    check(found, entry)
    kept = len(found.segments) - 1
    assert found.article.text == "A long story\n\n" + "\n\n".join(blocks[:kept])
    assert found.cut == "\n\n" + "\n\n".join(blocks[kept:])
    assert [row.text for row in found.segments] == ["A long story", *blocks[:kept]]
    # another block would not have fitted
    longer = dataclasses.replace(found.article, text=entry.text[: len(found.article.text) + 50])
    assert bytes_of(longer) > RECORD_LIMIT - 64 >= bytes_of(found.article)


def test_a_long_block_is_cut_at_white_space() -> None:
    entry = read_story("harbour " * 375_000, "long.txt")
    assert [block.kind for block in entry.blocks] == ["text"]
    found = analysed(entry)
    check(found, entry)
    assert found.article.text.endswith("harbour ")
    assert found.cut.startswith("harbour ")
    assert RECORD_LIMIT - 100 < bytes_of(found.article) <= RECORD_LIMIT
    assert {row.kind for row in found.segments} == {"paragraph"}


@pytest.mark.parametrize(
    ("character", "size"), [("w", 1), ("é", 2), ("漢", 3), ("\U0001f6a2", 4), ('"', 2), ("\x01", 6)]
)
def test_a_long_block_without_white_space_is_cut_anywhere(character: str, size: int) -> None:
    entry = read_story(character * 3_000_000, "long.txt")
    found = analysed(entry)
    check(found, entry)
    assert RECORD_LIMIT - 80 - size < bytes_of(found.article) <= RECORD_LIMIT
    assert found.segments
    assert sum(row.end - row.start for row in found.segments) == len(found.article.text)


def test_a_text_that_json_escapes_fits_between_blocks() -> None:
    blocks = ['"\x01\\\t"' * 400 for _ in range(600)]
    entry = read_story("Title\n\n" + "\n\n".join(blocks), "long.txt")
    found = analysed(entry)
    check(found, entry)
    assert len(found.article.text) == len("Title") + (len(found.segments) - 1) * 2_002
    assert bytes_of(found.article) > RECORD_LIMIT - 10_000


def test_a_text_just_within_the_limit_is_not_cut() -> None:
    empty = bytes_of(analysed(read_story("a", "long.txt")).article) - 1
    entry = read_story("a" * (RECORD_LIMIT - 64 - empty), "long.txt")
    found = analysed(entry)
    # the language of such a text is not known either; "und" and its score are as long as before
    assert found.cut == ""
    check(found, entry)
    entry = read_story("a" * (RECORD_LIMIT - empty + 1), "long.txt")
    assert analysed(entry).cut


def test_a_long_block_below_a_headline_is_cut_at_white_space() -> None:
    entry = read_story("A long story\n\n" + "harbour " * 375_000, "long.txt")
    found = analysed(entry)
    check(found, entry)
    assert bytes_of(found.article) > RECORD_LIMIT - 100


def test_a_text_with_a_long_blank_end_keeps_all_its_segments() -> None:
    entry = read_story("News\n\nThe end is blank." + "\n" * 2_000_000, "long.txt")
    found = analysed(entry)
    check(found, entry)
    assert [row.text for row in found.segments] == ["News", "The end is blank."]


DENSE = "All of them: " + "Iran, Iraq, Sudan, China and the EU; " * 5_600
"""A paragraph of 200 KB whose mentions come to several megabytes; its middle is within a word."""


def dense_story(*below: str) -> Entry:
    """A story with a headline, the dense paragraph, and other blocks below it."""
    return read_story("\n\n".join(["Everybody speaks", DENSE.strip(), *below]), "dense.txt")


def test_a_paragraph_dense_with_names_becomes_several_segments() -> None:
    entry = dense_story("The end.")
    found = analysed(entry)
    check(found, entry)
    assert found.cut == ""
    assert len(found.segments) > 4
    assert [row.kind for row in found.segments] == (
        ["title"] + ["paragraph"] * (len(found.segments) - 1)
    )
    assert " ".join(row.text for row in found.segments[1:-1]) == DENSE.strip()
    assert sum(len(row.mentions) for row in found.segments) == 5 * 5_600
    assert len({row.segment_id for row in found.segments}) == len(found.segments)


def test_a_list_still_knows_its_introduction_behind_a_split() -> None:
    entry = dense_story("They ask for this:", "- Open the gate.\n- Lower the fee.")
    found = analysed(entry)
    check(found, entry)
    *_, lead_in, first, second = found.segments
    assert lead_in.text == "They ask for this:"
    assert lead_in.index > 4
    assert [(row.text, row.list, row.position, row.lead_in) for row in (first, second)] == [
        ("Open the gate.", 1, 1, lead_in.index),
        ("Lower the fee.", 1, 2, lead_in.index),
    ]


def test_an_introduction_that_is_split_itself_is_still_named() -> None:
    entry = dense_story("- Open the gate.\n- Lower the fee.")
    found = analysed(entry)
    check(found, entry)
    *parts, first, second = found.segments[1:]
    assert len(parts) > 3
    assert first.lead_in == second.lead_in
    assert first.lead_in in [row.index for row in parts]


def test_an_item_that_is_split_stays_in_its_list_at_its_place() -> None:
    entry = read_story(f"News\n\nThey ask:\n- One.\n- {DENSE.strip()}\n- Three.", "dense.txt")
    found = analysed(entry)
    check(found, entry)
    lead_in, first, *parts, last = found.segments[1:]
    assert len(parts) > 3
    assert (lead_in.kind, lead_in.index) == ("paragraph", 1)
    assert {(row.kind, row.list, row.position, row.lead_in) for row in parts} == {
        ("bullet", 1, 2, 1),
    }
    assert (first.text, first.position) == ("One.", 1)
    assert (last.text, last.list, last.position, last.lead_in) == ("Three.", 1, 3, 1)


def test_a_dense_paragraph_without_white_space_is_split_too() -> None:
    entry = read_story("中国" * 30_000, "dense.txt")
    found = analysed(entry)
    check(found, entry)
    assert len(found.segments) > 1
    assert "".join(row.text for row in found.segments) == entry.text
    assert sum(len(row.mentions) for row in found.segments) > 29_900


def html_entry(kinds: Sequence[str], texts: Sequence[str]) -> Entry:
    """An entry whose source marked its blocks."""
    text, blocks = "", []
    for kind, words in zip(kinds, texts, strict=True):
        text += "\n\n" if text else ""
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words
    return Entry(source_uri="f", index=0, source_kind="rss", text=text, blocks=tuple(blocks))


def test_html_items_beyond_the_limit_are_cut_between_items() -> None:
    items = [f"Item {n} of the list" for n in range(60_000)]
    entry = html_entry(["title", "text", *["item"] * len(items)], ["Title", "They ask:", *items])
    found = analysed(entry)
    check(found, entry)
    kept = len(found.segments) - 2
    assert 0 < kept < len(items)
    assert [row.text for row in found.segments[2:]] == items[:kept]
    assert {(row.list, row.lead_in) for row in found.segments[2:]} == {(1, 1)}


@given(st.text(max_size=300).filter(str.strip))
@settings(deadline=None, max_examples=60)
def test_analysing_twice_gives_the_same_rows(text: str) -> None:
    entry = html_entry(["text"], [text.strip()])
    assert analysed(entry) == analysed(entry)
    assert analysed(entry).article.text == entry.text


def test_identity_is_the_revisions_and_not_recomputed() -> None:
    entry = sample("stories/tr-ege-arama.txt")
    found = analysed(entry)
    assert found.article.article_id != article_id(entry)
    assert found.article.content_hash != content_hash(entry)
    assert {row.article_id for row in found.segments} == {ID}
