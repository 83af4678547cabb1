"""Verbs of saying, the clauses they take, and whose words they are."""

import functools

import pytest

from transforms.quotes.find import find_quotes
from transforms.quotes.speech import LANGUAGES, speech
from transforms.records import Mention, Passage
from transforms.tables import read_table

VERBS = read_table("speech_verbs.tsv")
WORDS = read_table("speech_words.tsv")


def passage(text: str, language: str, actors: dict[str, str] | None = None) -> Passage:
    """A paragraph in which each of the names given is a person's, of the actor given."""
    mentions = []
    for name, actor in (actors or {}).items():
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            mentions.append(
                Mention(
                    actor_id=actor,
                    principal=actor,
                    type="person" if actor != "state:FRA" else "state",
                    role=None,
                    start=start,
                    end=end,
                    text=name,
                    tagger="test",
                )
            )
            start = text.find(name, end)
    mentions.sort(key=lambda mention: mention.start)
    return Passage(kind="paragraph", text=text, language=language, mentions=tuple(mentions))


def said(
    *texts: str, language: str = "en", actors: dict[str, str] | None = None
) -> list[tuple[str, str | None]]:
    """Words and speaker of every quote, paragraph after paragraph."""
    passages = [passage(text, language, actors) for text in texts]
    return [
        (part.text[quote.start : quote.end], quote.speaker)
        for part, quotes in zip(passages, find_quotes(passages), strict=True)
        for quote in quotes
    ]


def test_the_table_of_verbs_is_sorted_and_says_each_form_once() -> None:
    keys = [(row["lang"], row["form"]) for row in VERBS]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("row", [VERBS[0], VERBS[-1]], ids=lambda row: str(row["form"]))
def test_every_verb_has_a_source_and_a_licence(row: dict[str, str]) -> None:
    assert list(row) == ["lang", "form", "lemma", "kind", "auxiliary", "source", "licence"]
    assert {(r["source"], r["licence"]) for r in VERBS} == {("hand", "Apache-2.0")}


def test_kinds_and_languages_of_the_tables_are_those_that_the_code_knows() -> None:
    assert {row["kind"] for row in VERBS} == {"say", "ask", "join", "call", "name", "attr"}
    assert {row["lang"] for row in VERBS} == set(LANGUAGES)
    assert {row["auxiliary"] for row in VERBS} == {"0", "1"}
    assert {row["kind"] for row in WORDS} == {
        *("and", "article", "aside", "auxiliary", "classifier", "institution", "private"),
        *("pronoun", "relative", "that", "with"),
    }
    assert {row["lang"] for row in WORDS} <= set(LANGUAGES)


def test_the_table_of_small_words_is_sorted_and_says_each_once_a_kind() -> None:
    keys = [(row["lang"], row["form"], row["kind"]) for row in WORDS]
    assert keys == sorted(set(keys))


def test_forms_have_no_white_space_at_their_edges() -> None:
    assert [row for row in (*VERBS, *WORDS) if row["form"] != row["form"].strip()] == []


def test_a_language_without_a_table_has_no_speech() -> None:
    assert speech("und") is None
    assert speech("sw") is None
    assert speech("pt-BR") is speech("pt")


@functools.cache
def kinds(text: str, language: str) -> list[tuple[str, str]]:
    """Each verb of a text with its kind."""
    tables = speech(language)
    assert tables is not None
    return [(text[verb.start : verb.end], verb.kind) for verb in tables.verbs(text)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "She said so.", [("said", "say")]),
        ("en", "The aforesaid was unsaid.", []),
        ("en", "According to him, no.", [("According to", "attr")]),
        ("fr", "Elle a aussi déclaré ceci.", [("a aussi déclaré", "say")]),
        ("fr", "un ennemi déclaré du sel", []),
        ("fr", "Oui, a-t-il ajouté.", [("a-t-il ajouté", "say")]),
        ("de", "Das hat er nie gesagt.", []),
        ("ar", "وقال الوزير", [("قال", "say")]),
        ("ar", "هذا اعتقال", []),
        ("he", "והוסיף השר", [("הוסיף", "say")]),
        ("zh", "他表示不同意", [("表示", "say")]),
        ("zh", "被称为问题", [("被称为", "name"), ("问题", "name")]),
        ("es", "—contestó el guardia", [("contestó", "ask")]),
        ("hi", "मंत्री ने कहा", [("कहा", "say")]),
    ],
)
def test_verbs_count_as_whole_words_with_their_auxiliaries(
    language: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "clause"),
    [
        ("en", "The mayor said that the well was dry.", "the well was dry"),
        ("en", "The mayor said on Friday that the well was dry.", "the well was dry"),
        ("en", "The mayor told the council that it was dry.", "it was dry"),
        ("en", "The mayor said the well was dry.", "the well was dry"),
        ("en", "The mayor denied that he had known, and said goodbye.", "he had known"),
        ("en", "The well is dry, the mayor said on Friday.", "The well is dry"),
        ("en", "LIMA, 9 March (Abc) – The well is dry, Mayor Lee said.", "The well is dry"),
        ("de", "Der Rat teilte mit, dass der Brunnen leer sei.", "der Brunnen leer sei"),
        ("de", "Er behauptete, der Brunnen sei leer.", "der Brunnen sei leer"),
        ("fr", "La maire a précisé que le puits était vide.", "le puits était vide"),
        ("fr", "La maire a dit qu’il était vide.", "il était vide"),
        ("es", "La alcaldesa insistió en que el pozo está seco.", "el pozo está seco"),
        ("it", "La sindaca ha detto che il pozzo è vuoto.", "il pozzo è vuoto"),
        ("pt", "A ministra disse que o poço secou.", "o poço secou"),
        ("ru", "Мэр заявил, что колодец пуст.", "колодец пуст"),
        ("ru", "Колодец давно пуст, сообщил мэр.", "Колодец давно пуст"),
        ("uk", "Мер повідомив, що колодязь порожній.", "колодязь порожній"),
        ("ar", "وأكد رئيس البلدية، سامي، أن البئر جافة، وقال كلاماً آخر.", "البئر جافة"),
        ("ar", "وأشار إلى أن البئر جافة.", "البئر جافة"),
        ("fa", "شهردار گفت که چاه خشک است.", "چاه خشک است"),
        ("ur", "میئر نے کہا کہ کنواں خشک ہے۔", "کنواں خشک ہے"),
        ("he", "ראש העיר אמר כי הבאר יבשה.", "הבאר יבשה"),
        ("he", "ראש העיר אמר שהבאר יבשה.", "הבאר יבשה"),
        ("hi", "मेयर ने कहा कि कुआँ सूखा है।", "कुआँ सूखा है"),
        ("zh", "市长说，水井已经干了。", "水井已经干了"),
        ("tr", "Başkan, kuyunun kuruduğunu söyledi.", "kuyunun kuruduğunu"),
    ],
)
def test_a_clause_that_is_said_is_indirect_speech(language: str, text: str, clause: str) -> None:
    (quotes,) = find_quotes([passage(text, language)])
    assert [(quote.kind, text[quote.start : quote.end]) for quote in quotes] == [
        ("indirect", clause)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The claim that the well is dry surprised nobody."),
        ("en", "He announced a plan that would help."),
        ("en", "They said goodbye."),
        ("de", "Er kam, weil er wollte."),
        ("fr", "Il a annoncé la mesure que tous attendaient."),
        ("es", "La alcaldesa prometió volver."),
        ("ar", "ووعد بالعودة غداً، على أن تكون البئر جاهزة."),
        ("ur", "پاکستان نے بھارت سے کہا کہ وہ کنواں کھولے۔"),
    ],
)
def test_other_clauses_are_no_speech(language: str, text: str) -> None:
    assert find_quotes([passage(text, language)]) == [()]


ANN = {"Ann Lee": "state:NZL", "Lee": "state:NZL"}


@pytest.mark.parametrize(
    "text",
    [
        "“The well is dry,” said Ann Lee.",
        "“The well is dry,” said the mayor, Ann Lee.",
        "“The well is dry,” the tired mayor, Ann Lee, said.",
        "“The well is dry,” Mayor Ann Lee told reporters.",
        "Ann Lee said: “The well is dry.”",
        "Ann Lee, who met Bob Roe in town, said, “The well is dry.”",
        "According to Ann Lee, “the well is dry and the pump is broken”.",
        "Ann Lee: “The well is dry and will be.”",
        "Ann Lee shrugged. “The well is dry,” she said.",
        "Ann Lee left the room and said: “The well is dry.”",
        "“The well is dry,” quothed Ann Lee.",
    ],
)
def test_the_subject_of_the_verb_speaks(text: str) -> None:
    actors = {"Ann Lee": "state:NZL", "Bob Roe": "state:AUS"}
    assert [speaker for _, speaker in said(text, actors=actors)] == ["state:NZL"]


@pytest.mark.parametrize(
    "text",
    [
        "“The well is dry,” said Tom Poe, a farmer who knows Ann Lee.",
        "“The well is dry,” a farmer told Ann Lee.",
        "Ann Lee came. “The well is dry,” said Tom Poe.",
        "Tom Poe said that the well of Ann Lee was dry.",
        "“The well is dry,” said the farmer.",
    ],
)
def test_nobody_else_is_borrowed_for_a_speaker_without_a_mention(text: str) -> None:
    assert {speaker for _, speaker in said(text, actors=ANN)} == {None}


def test_a_pronoun_is_whoever_spoke_last() -> None:
    assert said(
        "“The well is dry,” Ann Lee said.", "“It will stay so,” she added.", actors=ANN
    ) == [("The well is dry,", "state:NZL"), ("It will stay so,", "state:NZL")]


def test_a_pronoun_after_a_stranger_is_the_stranger() -> None:
    assert said(
        "“The well is dry,” Ann Lee said.",
        "“No,” said Tom Poe, a farmer.",
        "“It is wet,” he added.",
        actors=ANN,
    )[2] == ("It is wet,", None)


def test_an_office_stands_for_who_was_given_it() -> None:
    actors = {"Ann Lee": "state:NZL", "Bob Roe": "state:AUS"}
    quotes = said(
        "The mayor, Ann Lee, said that the well was dry.",
        "The governor, Bob Roe, said that it was not.",
        "“It is,” the mayor said.",
        actors=actors,
    )
    assert [speaker for _, speaker in quotes] == ["state:NZL", "state:AUS", "state:NZL"]


def test_a_state_speaks_where_it_is_the_subject_and_not_where_it_is_an_origin() -> None:
    actors = {"France": "state:FRA"}
    assert said("France said that the well was dry.", actors=actors)[0][1] == "state:FRA"
    assert said("The government of France said it was dry.", actors=actors)[0][1] == "state:FRA"
    assert said("A painter from France said that it was dry.", actors=actors)[0][1] is None
    assert said("A driver in France said that it was dry.", actors=actors)[0][1] is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقال وزير المياه، سامي: «البئر جافة تماماً»."),
        ("ar", "«البئر جافة تماماً»، قال سامي."),
        ("ar", "رفض الوزير، سامي، العرض، مضيفاً: «البئر جافة تماماً»."),
        ("ar", "أما سامي فقال: «البئر جافة تماماً»."),
    ],
)
def test_arabic_verbs_stand_before_their_subject_or_share_it(language: str, text: str) -> None:
    actors = {"سامي": "state:TUN"}
    assert said(text, language=language, actors=actors) == [("البئر جافة تماماً", "state:TUN")]


@pytest.mark.parametrize(
    "text",
    [
        "وقال سامي لصحيفة «النهار» إن البئر جافة تماماً.",
        "أعلن سامي القرار. وأبلغ المراسلين أن البئر جافة تماماً.",
        "أعلن سامي القرار. و قال إن البئر جافة تماماً.",
        "نشر سامي رسالة قال فيها إن البئر جافة تماماً.",
        "وصل سامي إلى القرية، حيث قال إن البئر جافة تماماً.",
    ],
)
def test_arabic_words_between_verb_and_clause_are_no_subject(text: str) -> None:
    actors = {"سامي": "state:TUN"}
    assert said(text, language="ar", actors=actors) == [("البئر جافة تماماً", "state:TUN")]


def test_whoever_spoke_by_his_office_is_known_by_his_name_in_arabic() -> None:
    found = said(
        "وقال وزير تونس كريم بن زيد إن البئر جافة.",
        "وأضاف بن زيد أن النهر بعيد. وقال رامي إن الطريق طويل.",
        language="ar",
        actors={"تونس": "state:TUN"},
    )
    assert [speaker for _, speaker in found] == ["state:TUN", "state:TUN", None]


def test_who_sits_in_a_body_speaks_for_it_in_arabic() -> None:
    found = said(
        "وقال المتحدث الجديد في القافلة رامي إن البئر جافة.",
        language="ar",
        actors={"القافلة": "group:caravan"},
    )
    assert found == [("البئر جافة", "group:caravan")]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("de", "Uwe Bo", "„Der Brunnen ist leer“, sagte der Minister Uwe Bo am Montag."),
        ("de", "Uwe Bo", "Dazu sagte Uwe Bo: „Der Brunnen ist leer.“"),
        ("fr", "Luc Bo", "« Le puits est vide », a lancé le préfet, Luc Bo."),
        ("es", "Ana Bo", "«El pozo está seco», pidió por su parte la ministra, Ana Bo."),
        ("it", "Ugo Bo", "La ministra Ugo Bo ribatte: «Il pozzo è vuoto»."),
        ("pt", "Rui Bo", "“O poço está seco”, disse o ministro Rui Bo."),
        ("ru", "Глеб Бо", "«Колодец давно пуст», — сказал министр Глеб Бо."),
        ("uk", "Гліб Бо", "«Колодязь порожній», — сказав міністр Гліб Бо."),
        ("tr", "Can Bo", "Bakan Can Bo, “Kuyu artık kurudu” dedi."),
        ("tr", "Can Bo", "“Kuyu artık kurudu” diyen Can Bo, gülümsedi."),
        ("fa", "سامان", "سامان، وزیر آب، گفت: «چاه خشک است»."),
        ("fa", "سامان", "«چاه خشک است»، سامان به خبرنگاران گفت."),
        ("ur", "سلیم", "سلیم نے کہا: ”کنواں خشک ہے“۔"),
        ("he", "דן", '"הבאר יבשה היום", אמר השר דן.'),
        ("hi", "राम", "मंत्री राम ने कहा, “कुआँ सूखा है।”"),
        ("zh", "王明", "部长王明说：“水井干了。”"),
        ("zh", "王明", "“水井干了。”部长王明在北京说。"),
        ("ja", "田中", "田中次官は「井戸は涸れた」と述べた。"),
    ],
)
def test_subjects_are_found_by_the_order_of_each_language(
    language: str, name: str, text: str
) -> None:
    quotes = said(text, language=language, actors={name: "state:XXX"})
    assert [speaker for _, speaker in quotes] == ["state:XXX"]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("en", "“A dry well,” in the words of the envoy, Ann Lee.", ["A dry well,"]),
        ("es", "«No nos iremos», zanjó Ann Lee.", ["No nos iremos"]),
        ("es", "A su juicio, «el pozo está seco», y Ann Lee lo sabe.", ["el pozo está seco"]),
        ("it", "«Aspettiamo - ha detto Ann Lee -, c’è tempo».", ["Aspettiamo", "c’è tempo"]),
        ("fr", "« Il pleut, assure Ann Lee. Enfin. »", ["Il pleut", "Enfin."]),
        ("fr", "Selon Ann Lee, « le puits est vide ».", ["le puits est vide"]),
        ("pt", "“Não saímos daqui”, cravou Ann Lee.", ["Não saímos daqui"]),
        ("ru", "По словам Ann Lee, «колодец пуст».", ["колодец пуст"]),
        ("ru", "«Посмотрим», — лаконично ответил Ann Lee.", ["Посмотрим"]),
        ("de", "Auf die Frage sagte Ann Lee nur: „Nein.“", ["Nein."]),
        ("de", "Ann Lee warnte vor einem „Winter ohne Wasser“.", ["Winter ohne Wasser"]),
        ("ar", "وبحسب Ann Lee، فإن «البئر جافة».", ["البئر جافة"]),
        ("fa", "به گفتهٔ Ann Lee، «چاه خشک است».", ["چاه خشک است"]),
        ("tr", "Ann Lee öneriyi “şaka” olarak nitelendirdi.", ["şaka"]),
        ("he", 'לדברי Ann Lee, "הבאר יבשה".', ["הבאר יבשה"]),
        ("zh", "Ann Lee批评该报告“毫无根据”。", ["毫无根据"]),
        ("ur", "Ann Lee کے مطابق ”کنواں خشک ہے“۔", ["کنواں خشک ہے"]),
    ],
)
def test_attributions_and_unknown_verbs_tell_the_speaker(
    language: str, text: str, quotes: list[str]
) -> None:
    found = said(text, language=language, actors={"Ann Lee": "state:NZL"})
    assert [words for words, _ in found] == quotes
    if "juicio" not in text:
        assert {speaker for _, speaker in found} == {"state:NZL"}


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        ("en", "According to Ann Lee, the well is dry.", ["the well is dry"]),
        ("fr", "Selon Ann Lee, le puits est vide.", ["le puits est vide"]),
        ("es", "Y, según Ann Lee, el pozo está seco.", ["el pozo está seco"]),
        ("it", "Secondo Ann Lee, il pozzo è vuoto.", ["il pozzo è vuoto"]),
        ("pt", "Segundo Ann Lee, o poço está seco.", ["o poço está seco"]),
        ("de", "Nach Angaben von Ann Lee ist der Brunnen leer.", ["ist der Brunnen leer"]),
        ("ru", "По словам Ann Lee, колодец пуст.", ["колодец пуст"]),
        ("uk", "За словами Ann Lee, криниця порожня.", ["криниця порожня"]),
        ("he", "לדברי Ann Lee, הבאר יבשה.", ["הבאר יבשה"]),
        ("fa", "به گفته Ann Lee، چاه خشک است.", ["چاه خشک است"]),
        ("tr", "Ann Lee'ye göre kuyu kuru.", ["kuyu kuru"]),
    ],
)
def test_a_sentence_that_begins_with_its_source_is_said(
    language: str, text: str, clauses: list[str]
) -> None:
    found = said(text, language=language, actors={"Ann Lee": "state:NZL"})
    assert found == [(words, "state:NZL") for words in clauses]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "According to the plan, the well will be dry."),
        ("en", "The well, according to the plan, is dry."),
        ("es", "Según su cuaderno, se extrajeron:"),
        ("de", "Nach Angaben war der Brunnen leer."),
    ],
)
def test_a_source_that_does_not_speak_says_nothing(language: str, text: str) -> None:
    assert said(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Колодец давно пуст. Об этом сообщил журналистам Ann Lee."),
        ("uk", "Криниця давно порожня. Про це повідомив Ann Lee."),
    ],
)
def test_the_sentence_before_one_that_says_who_told_it_is_said(language: str, text: str) -> None:
    found = said(text, language=language, actors={"Ann Lee": "state:NZL"})
    assert found == [(text.partition(".")[0], "state:NZL")]


def test_arabic_clauses_that_and_that_parts_are_apart() -> None:
    found = said(
        "قال Ann Lee إن البئر جافة منذ عام، وأن النهر بعيد، داعية القرية إلى الصبر.",
        language="ar",
        actors={"Ann Lee": "state:NZL"},
    )
    assert found == [("البئر جافة منذ عام", "state:NZL"), ("النهر بعيد", "state:NZL")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le puits est vide », s'est exclamé au téléphone Ann Lee."),
        ("es", "«El pozo está seco», declaró a EFE Ann Lee."),
        ("ru", "«Колодец пуст», — заявил на брифинге Ann Lee."),
        ("tr", "“Kuyu kuru” dedi Ann Lee."),
    ],
)
def test_a_subject_may_stand_behind_a_circumstance(language: str, text: str) -> None:
    ((_, speaker),) = said(text, language=language, actors={"Ann Lee": "state:NZL"})
    assert speaker == "state:NZL"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "«El pozo está seco», dijo a Ann Lee."),
        ("pt", "“O poço está seco”, disse ao ministro Ann Lee."),
    ],
)
def test_who_is_told_something_does_not_say_it(language: str, text: str) -> None:
    ((_, speaker),) = said(text, language=language, actors={"Ann Lee": "state:NZL"})
    assert speaker is None


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["Ann Lee said the well was dry.", "A farmer sat by it.", "“It was deep once,”"]),
        ("pt", ["Ann Lee disse que o poço secou.", "O lavrador olhou. “Era fundo”, brinca."]),
        ("he", ["Ann Lee אמרה כי הבאר יבשה.", "איכר ישב לידה. „היא הייתה עמוקה”, הוא אומר."]),
    ],
)
def test_somebody_without_a_mention_ends_the_turn_of_who_spoke_before(
    language: str, texts: list[str]
) -> None:
    found = said(*texts, language=language, actors={"Ann Lee": "state:NZL"})
    assert [speaker for _, speaker in found] == ["state:NZL", None]


def test_forms_of_many_texts_are_found_as_in_each_alone() -> None:
    for language in LANGUAGES:
        tables = speech(language)
        assert tables is not None
        forms = [row["form"] for row in VERBS if row["lang"] == language][:40]
        texts = ["", *(f"— {form}, {form}\n{form}" for form in forms), "", "é ü ж"]
        assert tables.verbs_of(texts) == [tables.verbs(text) for text in texts]


def test_a_sign_alone_before_whom_an_arabic_verb_is_about_is_no_word_before_it() -> None:
    text = '”ا ة ال"الحزب الديمقراطي معتبرة'
    ((quote,),) = find_quotes([passage(text, "ar", {"الحزب الديمقراطي": "state:FRA"})])
    assert (text[quote.start : quote.end], quote.speaker) == ("ا ة ال", "state:FRA")
