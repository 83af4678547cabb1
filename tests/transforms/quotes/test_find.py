"""Quotation marks, dialogue, and what is speech among quoted words."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import growth
from transforms.quotes.find import find_quotes
from transforms.quotes.quote_marks import find_quoted
from transforms.records import Mention, Passage, Quote

LANGUAGES = ["ar", "de", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "ru", "tr", "zh", "und"]


def passage(text: str, language: str = "en", kind: str = "paragraph") -> Passage:
    """A passage without mentions."""
    return Passage(kind=kind, text=text, language=language)


def direct(*texts: str, language: str = "en", kind: str = "paragraph") -> list[str]:
    """The words of every direct quote, passage after passage."""
    passages = [passage(text, language, kind) for text in texts]
    return [
        part.text[quote.start : quote.end]
        for part, quotes in zip(passages, find_quotes(passages), strict=True)
        for quote in quotes
        if quote.kind == "direct"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“{}”",
        '"{}"',
        "„{}“",
        "„{}”",
        "”{}“",
        "”{}”",
        "«{}»",
        "« {} »",
        "«\xa0{}\u202f»",
        "»{}«",
        "»{}»",
        "‹{}›",
        "›{}‹",
        "「{}」",
        "『{}』",
        "‘{}’",
        "‚{}‘",
        "'{}'",
        "‘‘{}’’",
        "’’{}‘‘",
        "''{}''",
        "``{}''",
        "<<{}>>",
        "〝{}〟",
    ],
)
@pytest.mark.parametrize("words", ["no rain fell", "لم يهطل المطر", "wet"])
def test_every_style_of_marks_is_known(text: str, words: str) -> None:
    for whole in (text.format(words), f"x {text.format(words)}, y"):
        (span,) = find_quoted(whole)
        assert whole[span.start : span.end] == words
        assert span.closed


@pytest.mark.parametrize(
    "text",
    [
        "the farmers' well and the cows' barn",
        "It's Ann’s and the Lees’ well",
        "the well is 6'2\" long",
        "a board of 3'11\" or 4′10″",
        'מזכ"ל האו"ם וארה"ב',
        "l'eau d’Évian",
        "об'єкт і п’ять",
        "Kuyu'nun Ankara’daki",
        "5 > 4 and 3 < 4",
        "a stray » and ” too",
    ],
)
def test_apostrophes_feet_and_gershayim_are_no_marks(text: str) -> None:
    assert find_quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘The farmers’ well is dry,’ she said", "The farmers’ well is dry,"),
        ("'It's dry', she said", "It's dry"),
        ('"האו"ם החליט" אמר', 'האו"ם החליט'),
        ('כתב ב"הארץ" אתמול', "הארץ"),
        ('قال و"البئر جافة"', "البئر جافة"),
    ],
)
def test_apostrophes_and_gershayim_within_quotes_do_not_end_them(text: str, words: str) -> None:
    assert [text[span.start : span.end] for span in find_quoted(text)] == [words]


def test_marks_nest() -> None:
    text = "“My aunt says ‘dig «deeper» now’ a lot” and “so on”"
    spans = find_quoted(text)
    assert [text[span.start : span.end] for span in spans] == [
        "My aunt says ‘dig «deeper» now’ a lot",
        "dig «deeper» now",
        "deeper",
        "so on",
    ]
    assert [span.parent for span in spans] == [None, 0, 1, None]


def test_marks_of_one_kind_nest() -> None:
    text = 'قال: "لدينا مفهوم "الوعد الصادق" هنا"'
    assert [text[span.start : span.end] for span in find_quoted(text)] == [
        'لدينا مفهوم "الوعد الصادق" هنا',
        "الوعد الصادق",
    ]


def test_a_double_mark_without_its_fellow_goes_on_to_the_end() -> None:
    (span,) = find_quoted("She said: “It is dry ")
    assert (span.start, span.end, span.closed) == (11, 20, False)


def test_a_single_mark_without_its_fellow_is_no_quote() -> None:
    assert find_quoted("in the '90s they dug ‘deep") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said: “It is dry.", "It is dry."),
        ("“It is dry and will stay so, Ann Lee said.", "It is dry and will stay so"),
        ("“It is dry and will stay so, said Ann Lee.", "It is dry and will stay so"),
    ],
)
def test_an_unclosed_quote_ends_before_its_tag(text: str, words: str) -> None:
    assert direct(text) == [words]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "„Der Brunnen ist leer, sagte sie.", "Der Brunnen ist leer"),
        ("fr", "« Le puits est vide, soupire le maire.", "Le puits est vide"),
        ("uk", "«Колодязь порожній, — каже він.", "Колодязь порожній"),
    ],
)
def test_an_unclosed_quote_ends_before_its_tag_in(language: str, text: str, words: str) -> None:
    assert direct(text, language=language) == [words]


def test_a_quote_over_paragraphs_is_one_in_each_with_one_speaker() -> None:
    name = Mention(
        actor_id="state:NZL",
        principal="state:NZL",
        type="person",
        role=None,
        start=26,
        end=33,
        text="Ann Lee",
        tagger="test",
    )
    last = Passage(
        kind="paragraph",
        text="“Nor will it ever,” said Ann Lee.".replace("said ", "said  "),
        language="en",
        mentions=(name,),
    )
    first = passage("“The well is dry. It will not fill.")
    second = passage("“It never did.")
    assert find_quotes([first, second, last]) == [
        (Quote(start=1, end=35, kind="direct", speaker="state:NZL"),),
        (Quote(start=1, end=14, kind="direct", speaker="state:NZL"),),
        (Quote(start=1, end=18, kind="direct", speaker="state:NZL"),),
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "— No, I blame the rain, she said at last.", ["No, I blame the rain"]),
        ("es", "—Está seco —contestó el alcalde.", ["Está seco"]),
        ("es", "—¿Está seco?", ["¿Está seco?"]),
        ("pt", "— Está seco — respondeu o prefeito.", ["Está seco"]),
        ("fr", "— Vous buvez quoi, au juste ?", ["Vous buvez quoi, au juste ?"]),
        ("ru", "– Пусто, – сказал он. – Совсем.", ["Пусто", "Совсем."]),
        ("he", "– יבש כמו מדבר, ענה אחד מהם.", ["יבש כמו מדבר"]),
        ("tr", "— Kuyu kurudu, dedi.", ["Kuyu kurudu"]),
        ("ar", "- وأين الماء؟ سألناه، فسكت.", ["وأين الماء؟"]),
        ("en", "– 3 degrees were measured on Monday.", []),
        ("en", "-14 degrees were measured on Monday.", []),
        ("ar", "- للمرمى: سامي ورامي.", []),
    ],
)
def test_a_line_behind_a_dash_is_said(language: str, text: str, words: list[str]) -> None:
    assert direct(text, language=language) == words


def test_a_bullet_behind_a_dash_is_not_said() -> None:
    assert direct("— No, she said.", kind="bullet") == []


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "“It is dry,” he said, “and hot.”", ["It is dry,", "and hot."]),
        ("ru", "«Здесь сухо, — сказал он, — и жарко».", ["Здесь сухо", "и жарко"]),
        ("ru", "«Здесь сухо», — сказал он. — «И жарко».", ["Здесь сухо", "И жарко"]),
        ("fr", "« Il fait sec, a-t-il dit, et chaud. »", ["Il fait sec", "et chaud."]),
    ],
)
def test_a_tag_parts_a_quote(language: str, text: str, parts: list[str]) -> None:
    assert direct(text, language=language) == parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met on the ship “Morning Star” in May."),
        ("en", "The so-called “water war” ended."),
        ("en", "He read the novel “The Last Well” twice."),
        ("en", "According to “The Daily Bucket”, it rained."),
        ("en", "Tan promised to publish it under the title “Too Old to Dig”."),
        ("en", "Officers discuss “options” for the well."),
        ("en", "The well, nicknamed “the Throat”, fell dry."),
        ("de", "Der Frachter „Morgenröte“ liegt im Hafen."),
        ("de", "Er wies den Ausdruck „Lärmbrunnen“ zurück."),
        ("ru", "На фестивале показали фильмы: «Колодец» и «Соль»."),
        ("ar", 'وصلت السفينة إلى قناة "الميناء" ليلاً.'),
        ("ar", "ويسمي الأهالي هذا الموسم “شهر الغبار”."),
        ("fa", "او این چاه را «گلوی کوه» نامید."),
        ("tr", "İki bakan «Meriç» adlı filmi izledi."),
        ("tr", "Köylüler kuyuya ‘‘Zeytin Kuyusu’’ diyor."),
        ("he", 'הסירה, שנקראת "נסיכת הגל", הגיעה.'),
        ("zh", "这条线曾被称为“雪国快线”。"),
        ("ja", "地元紙は「海の風車」と呼んでいる。"),
        ("pt", "O plano chama-se “Poço Limpo”."),
        ("it", "È in porto la nave scuola ‘‘Palinuro II’’."),
    ],
)
def test_names_titles_and_terms_are_no_quotes(language: str, text: str) -> None:
    assert direct(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "She said that the well had been “slow but kind”.", "slow but kind"),
        ("en", "He called the pump “a gift nobody wanted”.", "a gift nobody wanted"),
        ("es", "La embajada tacha de “ruido” las quejas.", "ruido"),
        ("ru", "Он назвал второй шаг «излишним».", "излишним"),
        ("ar", "وحذّر الوزير من «صيف بلا ماء».", "صيف بلا ماء"),
        ("he", 'השר קרא לעם: "תחסכו במים".', "תחסכו במים"),
        ("fr", "« On creuse encore plus profond », lâche-t-elle.", "On creuse encore plus profond"),
        ("uk", "Рибалка махнув рукою: «Ще побачимо».", "Ще побачимо"),
        ("en", "We like rain. “But not so very much of it.”", "But not so very much of it."),
    ],
)
def test_a_part_of_what_was_said_is_a_quote(language: str, text: str, words: str) -> None:
    assert direct(text, language=language) == [words]


def test_nested_words_are_a_quote_where_somebody_says_them() -> None:
    assert direct("“My aunt used to say, ‘Dig deep.’ We dug,” said Ann Lee.") == [
        "My aunt used to say, ‘Dig deep.’ We dug,",
        "Dig deep.",
    ]
    assert direct("“Whoever calls it a ‘dry peace’ never drank,” said Ann Lee.") == [
        "Whoever calls it a ‘dry peace’ never drank,"
    ]


def test_the_full_stop_between_the_marks_belongs_to_the_quote() -> None:
    assert direct("He said: “It is dry.”", "He said: “It is dry”.") == ["It is dry.", "It is dry"]


def test_a_quote_in_a_title_has_the_speaker_of_the_same_words_in_the_body() -> None:
    name = Mention(
        actor_id="igo:UN",
        principal="igo:UN",
        type="person",
        role=None,
        start=0,
        end=7,
        text="Ann Lee",
        tagger="test",
    )
    body = Passage(
        kind="paragraph",
        text="Ann Lee said: “It is a dry year, and a hot one.”",
        language="en",
        mentions=(name,),
    )
    title, text = find_quotes([passage("Well: “It is a dry year”", kind="title"), body])
    assert title == (Quote(start=7, end=23, kind="direct", speaker="igo:UN"),)
    assert [quote.speaker for quote in text] == ["igo:UN"]


@pytest.mark.parametrize("kind", ["boilerplate", "dateline", "continuation"])
def test_what_is_no_text_of_the_story_has_no_quotes(kind: str) -> None:
    assert direct("“It is dry and hot,” she said.", kind=kind) == []


def test_marks_are_read_in_a_language_without_verbs() -> None:
    assert direct("“Kisima kimekauka kabisa leo asubuhi.”", language="sw") == [
        "Kisima kimekauka kabisa leo asubuhi."
    ]


def test_an_article_without_passages_has_no_quotes() -> None:
    assert find_quotes([]) == []
    assert find_quotes([passage("")]) == [()]


PIECES = [
    *"\"“”„«»‹›「」『』‘’‚'`<>—–- .,:;!?…\n\u200f\u202b\u2028\x00",
    *("''", "’’", "‘‘", "said", " said ", "said that ", "قال ", "وأضاف أن ", "сказал, что "),
    *(
        "説",
        "说，",
        "と述べた",
        "dedi",
        "-diğini söyledi",
        "a-t-il dit",
        "אמר כי ",
        'או"ם',
        "Ann Lee",
    ),
    *("the well ", "x", "1", "é", "ש", "़", "。", "؟"),
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@st.composite
def articles(draw: st.DrawFn) -> list[Passage]:
    """Passages of whatever text, with mentions anywhere in it."""
    found = []
    for text in draw(st.lists(texts, max_size=4)):
        starts = draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=3)) if text else []
        mentions = [
            Mention(
                actor_id=f"actor:{start}",
                principal="state:FRA",
                type=draw(st.sampled_from(["person", "state"])),
                role=None,
                start=start,
                end=min(len(text), start + 3),
                text=text[start : start + 3],
                tagger="test",
            )
            for start in starts
        ]
        found.append(
            Passage(
                kind=draw(st.sampled_from(["paragraph", "title", "bullet", "heading"])),
                text=text,
                language=draw(st.sampled_from(LANGUAGES)),
                mentions=tuple(mentions),
            )
        )
    return found


@settings(max_examples=400, deadline=None)
@given(articles())
def test_quotes_of_any_text_are_sorted_nested_or_apart_and_within_it(
    passages: list[Passage],
) -> None:
    found = find_quotes(passages)
    assert len(found) == len(passages)
    actors = {m.actor_id for part in passages for m in part.mentions} | {None}
    for part, quotes in zip(passages, found, strict=True):
        for quote in quotes:
            assert 0 <= quote.start < quote.end <= len(part.text)
            assert part.text[quote.start : quote.end].strip() == part.text[quote.start : quote.end]
            assert quote.kind in ("direct", "indirect")
            assert quote.speaker in actors
        for one, other in itertools.pairwise(quotes):
            assert (one.start, -one.end) < (other.start, -other.end)
        for one, other in itertools.combinations(quotes, 2):
            assert other.start >= one.end or other.end <= one.end


def test_a_clause_that_a_mark_without_end_cuts_has_no_space_at_its_edge() -> None:
    (quotes,) = find_quotes([passage("Said that 0 «0 ", "en")])
    assert [(quote.start, quote.end) for quote in quotes] == [(10, 14), (13, 14)]


@settings(max_examples=200, deadline=None)
@given(texts)
def test_quoted_stretches_nest_or_are_apart(text: str) -> None:
    spans = find_quoted(text)
    for number, span in enumerate(spans):
        assert span.left < span.start < span.end <= span.right <= len(text)
        assert span.parent is None or span.parent < number
    for one, other in itertools.combinations(spans, 2):
        assert one.left < other.left
        assert other.left >= one.right or other.right <= one.right


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", '"'),
        ("en", "“"),
        ("en", '("a b c d"'),
        ("en", '"a, said b" '),
        ("en", "‘a’ "),
        ("en", "“he said ‘no’ yes” "),
        ("en", "said that "),
        ("en", ", said"),
        ("ar", "وقال إن "),
        ("ru", "«а, — сказал он, — б» "),
        ("tr", "vermediğini söyledi "),
        ("zh", "说，我们"),
    ],
)
def test_time_grows_with_the_text_and_not_faster(language: str, piece: str) -> None:
    small, large = (passage(piece * (n // len(piece)), language) for n in (25_000, 200_000))
    assert growth(lambda: find_quotes([small]), lambda: find_quotes([large])) < 24


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('قال : " البئر جافة " .', ["البئر جافة"]),
        ('قال لـ" النهار " : " البئر جافة "، وأضاف.', ["النهار", "البئر جافة"]),
        ('a " b', []),
    ],
)
def test_marks_with_a_space_on_both_sides_are_read_in_pairs(text: str, quotes: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_quoted(text)] == quotes
