"""People and offices: who speaks for whom, exact places, and texts that mean harm."""

import dataclasses
import itertools
import random
import time
from typing import Any

import pytest

from tests.conftest import growth
from transforms.people.home import Home
from transforms.people.officials import Official, Register, refers
from transforms.people.placed import announced, is_ministerial, opening_state
from transforms.people.roles import fold_word, grammar
from transforms.people.tag import tag_people
from transforms.people.titles import find_titles
from transforms.records import Mention, Passage
from transforms.tables import read_table

KINDS = frozenset(
    "office head spokesperson envoy rank body people modifier glue to article former nobody post "
    "before stop given home its relative leads both several party own country named member within "
    "behind".split()
)
TITLES = frozenset("office head spokesperson envoy rank member body people".split())
STATES = {
    "Russian": "RUS", "Turkish": "TUR", "Turkey": "TUR", "Russia": "RUS", "France": "FRA",
    "French": "FRA", "الروسي": "RUS", "التركي": "TUR", "Malaysia": "MYS", "Serbia": "SRB",
}  # fmt: skip
ADJECTIVES = frozenset({"Russian", "Turkish", "French", "الروسي", "التركي"})


def mention(text: str, start: int, word: str, kind: str = "", **fields: Any) -> Mention:
    """A given mention of a state in STATES, or of whatever the fields say."""
    state = f"state:{STATES.get(word, 'XXX')}"
    made = Mention(
        actor_id=state,
        principal=state,
        type="state",
        role=None,
        start=start,
        end=start + len(word),
        text=word,
        tagger=f"names-2:{kind or ('adjective' if word in ADJECTIVES else 'name')}",
    )
    assert text[made.start : made.end] == word
    return dataclasses.replace(made, **fields)


def passage(text: str, language: str = "en", kind: str = "paragraph") -> Passage:
    """A passage with the mentions of STATES in it."""
    found = sorted(
        (mention(text, place, word) for word in STATES for place in places(text, word)),
        key=lambda each: each.start,
    )
    return Passage(kind=kind, text=text, language=language, mentions=tuple(found))


def places(text: str, word: str) -> list[int]:
    """Where a word stands as a whole one."""
    return [
        place
        for place in range(len(text))
        if text.startswith(word, place)
        and not text[place - 1 : place].isalpha()
        and not text[place + len(word) : place + len(word) + 1].isalpha()
    ]


def people(*texts: str, language: str = "en") -> list[tuple[int, str, str, str | None, str]]:
    """What is found in the paragraphs of an article: passage, text, state, role and rule."""
    tagged = tag_people([passage(text, language) for text in texts])
    return [
        (number, each.text, each.principal.removeprefix("state:"), each.role, each.tagger[9:])
        for number, mentions in enumerate(tagged)
        for each in mentions
        if each.type == "person"
    ]


def roles(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The roles that the given mentions of a text get."""
    (tagged,) = tag_people([passage(text, language)])
    return [(each.text, each.role) for each in tagged if each.tagger.startswith("names")]


# ---- who is found -------------------------------------------------------------------------------


def test_an_official_is_known_before_and_after_his_introduction() -> None:
    assert people(
        "Lavrov arrives.",
        "The Russian foreign minister, Sergei Lavrov, arrived.",
        "“No,” said Lavrov. Lavrov’s aides left; Lavrovsky street is long.",
    ) == [
        (0, "Lavrov", "RUS", "foreign minister", "name"),
        (1, "Sergei Lavrov", "RUS", "foreign minister", "apposition"),
        (2, "Lavrov", "RUS", "foreign minister", "name"),
        (2, "Lavrov", "RUS", "foreign minister", "name"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The former Russian president Boris Ivanov spoke.",
        "The Russian ex-minister Boris Ivanov spoke.",
        "The Russian opposition leader Boris Ivanov spoke.",
        "The Russian footballer Boris Ivanov spoke.",
        "A Russian tourist, Boris Ivanov, spoke.",
        "The French president of Airbus, Boris Ivanov, spoke.",
        "The president, Boris Ivanov, spoke.",
        "The Russian football president Boris Ivanov spoke.",
    ],
)
def test_who_acts_for_nobody_is_not_found(text: str) -> None:
    assert people(text, "Ivanov smiled.") == []


def test_an_envoy_speaks_for_who_sent_him() -> None:
    assert people("Russia's ambassador to Turkey, Boris Ivanov, spoke.") == [
        (0, "Boris Ivanov", "RUS", "ambassador", "apposition")
    ]


def test_a_name_between_two_titles_is_nobodys() -> None:
    text = "With the Russian president, Anna Bauer, the Turkish president, left."
    assert people(text) == []


def test_two_officials_with_one_surname_need_their_first_names() -> None:
    found = people(
        "Russian minister Anna Bauer met Turkish minister Emil Bauer.",
        "Bauer left. Emil Bauer stayed.",
    )
    assert [(number, name, state) for number, name, state, _, _ in found] == [
        (0, "Anna Bauer", "RUS"),
        (0, "Emil Bauer", "TUR"),
        (1, "Emil Bauer", "TUR"),
    ]


def test_one_name_under_two_flags_is_not_looked_for_again() -> None:
    found = people("Russian minister Anna Bauer.", "Turkish minister Anna Bauer.", "Bauer left.")
    assert [number for number, *_ in found] == [0, 1]


def test_another_persons_first_name_keeps_a_surname_apart() -> None:
    found = people("Russian minister Anna Bauer left.", "Peter Bauer and P. Bauer stayed.")
    assert [name for _, name, *_ in found] == ["Anna Bauer"]


def test_a_title_alone_means_the_one_who_holds_it() -> None:
    one = "Russian Energy Minister Anna Bauer left."
    more = "The minister ate. A minister, ministers and this minister did not."
    assert people(one, more)[1:] == [(1, "minister", "RUS", "minister", "office")]
    two = "Russian Energy Minister Anna Bauer met Turkish Finance Minister Emil Kaya."
    assert len(people(two, "The minister ate.")) == 2
    assert people("The minister ate.", one)[0][0] == 1  # not before he is introduced
    stranger = "In Turkey, Finance Minister Emil Kaya left."
    assert all(rule != "office" for *_, rule in people(one, stranger, "The minister ate."))


def test_a_line_that_names_its_state_first() -> None:
    found = people("Malaysia: Transport Minister Emil Kaya agreed.")
    assert found == [(0, "Emil Kaya", "MYS", "transport minister", "context")]


def test_an_unmarked_minister_is_of_the_state_that_the_article_is_about() -> None:
    serbia = ("Serbia closes its border", "Serbia will close it in May.")
    assert people(*serbia, "“Now,” said Transport Minister Emil Kaya.") == [
        (2, "Emil Kaya", "SRB", "transport minister", "context")
    ]
    assert people(*serbia, "Turkey agreed.", "“Now,” said Transport Minister Emil Kaya.") == []
    assert people(*serbia, "In Turkey, Transport Minister Emil Kaya agreed.") == [
        (2, "Emil Kaya", "TUR", "transport minister", "context")
    ]
    assert people(*serbia, "In Yarvand, Transport Minister Emil Kaya agreed.") == []


def test_offices_give_their_mention_a_role() -> None:
    text = "The Turkish army met French officials and a Russian tourist."
    assert roles(text) == [("Turkish", "army"), ("French", "officials"), ("Russian", None)]


def test_a_body_alone_means_the_one_that_was_named() -> None:
    tagged = tag_people(
        [
            passage("The Turkish army met the Russian government."),
            passage("The army and the Army Board."),
        ]
    )
    assert [(each.text, each.principal, each.type) for each in tagged[1]] == [
        ("army", "state:TUR", "gov_body")
    ]
    both = [passage("The Turkish army met the Russian army."), passage("The army left.")]
    assert tag_people(both)[1] == ()


def test_ranks_between_title_and_name_are_no_part_of_it() -> None:
    assert people(
        "Russian army spokesman, Rear Adm. Emil Kaya, left. Russian envoy Gen. Bo Li."
    ) == [
        (0, "Emil Kaya", "RUS", "spokesperson", "apposition"),
        (0, "Bo Li", "RUS", "envoy", "title"),
    ]


def test_a_mention_may_have_the_title_in_it() -> None:
    text = "The Russian Foreign Ministry spokesman Emil Kaya left."
    body = mention(text, 4, "Russian Foreign Ministry", type="gov_body", principal="state:RUS")
    given = Passage(kind="paragraph", text=text, language="en", mentions=(body,))
    ((ministry, kaya),) = tag_people([given])
    assert (ministry.text, ministry.role) == ("Russian Foreign Ministry", "foreign ministry")
    assert (kaya.text, kaya.principal) == ("Emil Kaya", "state:RUS")


def test_headlines_in_capitals_introduce_nobody() -> None:
    headline = passage("Russian President Says Nothing", kind="title")
    (found,) = tag_people([headline])
    assert all(each.type != "person" for each in found)


def test_an_unknown_language_is_read_as_the_article_is() -> None:
    known = passage("The Russian foreign minister, Sergei Lavrov, arrived.")
    short = dataclasses.replace(passage("Lavrov arrives."), language="und")
    (first, _) = tag_people([short, known])
    assert [each.text for each in first] == ["Lavrov"]
    assert tag_people([short]) == [()]
    assert tag_people([dataclasses.replace(known, language="xx")]) == [known.mentions]


def test_a_person_of_the_registry_keeps_his_id() -> None:
    text = "The Russian foreign minister, Sergei Lavrov, arrived. Lavrov left."
    lavrov = mention(
        text, text.index("Sergei"), "Sergei Lavrov", type="person", actor_id="person:Q58217",
        principal="state:RUS",
    )  # fmt: skip
    given = passage(text)
    given = dataclasses.replace(given, mentions=(*given.mentions, lavrov))
    (found,) = tag_people([given])
    assert [(each.text, each.actor_id, each.role) for each in found][1:] == [
        ("Sergei Lavrov", "person:Q58217", "foreign minister"),
        ("Lavrov", "person:Q58217", "foreign minister"),
    ]


def test_a_person_of_the_registry_needs_no_nationality() -> None:
    text = "President Emil Kaya left. The president ate."
    kaya = mention(text, 10, "Emil Kaya", type="person", actor_id="person:Q1", principal="igo:EU")
    given = Passage(kind="paragraph", text=text, language="en", mentions=(kaya,))
    (found,) = tag_people([given])
    assert [(each.text, each.principal, each.role) for each in found] == [
        ("Emil Kaya", "igo:EU", "president"),
        ("president", "igo:EU", "president"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزير الخارجية الروسي، سيرغي لافروف، وصل. وللافروف رأي.", ["سيرغي لافروف", "لافروف"]),
        ("وزير الخارجية الروسي، سيرغي لافروف، وصل. وبلافروفا لا.", ["سيرغي لافروف"]),
        ("بدأ الرئيس الروسي زيارة رسمية إلى الصين.", []),
        ("الرئيس الروسي السابق، بوريس إيفانوف، وصل.", []),
        ("زار وزير الخارجية التركي، اليوم الجمعة، المدينة.", []),
    ],
)  # fmt: skip
def test_arabic_names_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [name for _, name, *_ in people(text, language="ar")] == expected


# ---- the pieces ---------------------------------------------------------------------------------


def test_a_title_tells_its_bounds() -> None:
    text = "the Russian deputy foreign minister"
    english = grammar("en")
    assert english is not None
    (title,) = find_titles(text, passage(text).mentions, english)
    assert (text[title.first : title.last], text[title.start : title.end]) == (
        "Russian deputy foreign minister",
        "deputy foreign minister",
    )
    assert title.role == "deputy foreign minister"


def test_no_grammar_without_a_table() -> None:
    assert grammar("xx") is None
    assert grammar("en") is grammar("en")


def home(
    *texts: str, language: str = "en", filed: str | None = None, role: str = "energy minister"
) -> str | None:
    """The state of a minister at the end of the last of some paragraphs."""
    story = Home([passage(text, language) for text in texts], filed)
    return story.of(len(texts) - 1, len(texts[-1]), role, "Emil Kaya", language)


def test_home_opens_the_title_and_the_lead() -> None:
    assert home("Serbia", "Serbia", "nothing") == "state:SRB"
    assert home("Serbia", "Turkey", "nothing") is None
    assert home("nothing", "nothing", "nothing") is None
    assert home("Serbia", "Serbia", "Turkey was said to have been at fault") is None
    assert home("Serbia", "Serbia", "Turkey", "nothing") is None
    assert home("Serbia and Turkey", "Serbia and Turkey", "nothing") is None
    assert home("Serbia and Turkey", "Serbia", "nothing") == "state:SRB"
    assert home("nothing", "nothing", "Serbia", "Serbia", "nothing") is None


def test_home_is_where_the_story_was_filed_if_it_is_about_it() -> None:
    both = ("Serbia and Turkey agree", "Serbia and Turkey met.", "nothing")
    assert home(*both, filed="state:TUR") == "state:TUR"
    assert home(*both, filed="state:FRA") is None
    assert home("nothing", "nothing", filed="state:FRA") == "state:FRA"
    assert home("Serbia", "Serbia", "nothing", filed="state:TUR") == "state:SRB"
    assert home("Turkey", "Serbia", "nothing", filed="state:TUR") == "state:TUR"
    assert home("Serbia and Turkey", "Serbia", "nothing", filed="state:TUR") is None


def test_home_is_where_the_language_is_the_first_one() -> None:
    assert home("Serbia", "Serbia", "nothing", language="ru") is None
    assert home("Serbia and Russia", "Serbia", "nothing", language="ru") == "state:RUS"
    assert home("Serbia", "Serbia", "no", language="ru", filed="state:RUS") == "state:RUS"
    against = ("Serbia and Russia", "Russia", "nothing")
    assert home(*against, language="ru", filed="state:SRB") == "state:RUS"
    assert home("Turkey", "Russia", "nothing", language="ru", filed="state:TUR") is None


def test_only_what_a_government_has_is_the_homes() -> None:
    story = ("Serbia", "Serbia", "nothing")
    assert home(*story, role="deputy minister") == "state:SRB"
    for role in ("mayor", "general", "ambassador", "official", "governor", "spokesperson"):
        assert home(*story, role=role) is None, role
    assert home(*story, role="governor", language="ru", filed="state:RUS") == "state:RUS"
    assert is_ministerial("secretary of state", "de")
    assert not is_ministerial("secretary of state", "en")
    assert is_ministerial("secretary", "es")
    assert not is_ministerial("secretary", "fr")


def test_a_state_that_opens_the_passage_is_the_titles() -> None:
    def opened(text: str, language: str = "en") -> str | None:
        return opening_state(passage(text, language), len(text), language)

    assert opened("In Turkey, ") == "state:TUR"
    assert opened("Turkey was calm: ") == "state:TUR"
    assert opened("Turkey does not agree. ") == "state:TUR"
    assert opened("Turkey does not agree. “We were never asked by anybody,” said ") == ("state:TUR")
    assert opened("Turkey, ") is None
    assert opened("Turkey met ") is None
    assert opened("Turkish trade grew: ") is None
    assert opened("Turkey attacked Yarvand. ") is None
    assert opened("Turkey and France do not agree. ") is None
    assert opened("Nobody there or anywhere asked Turkey. ") is None
    assert opened("“Turkey does not agree.” ") is None
    assert opened("Turkey does not agree. It was a long day for all of them. ") is None
    assert opened("Turkey " + "and so on " * 30 + ". ") is None


def test_a_heading_gives_its_section_a_state() -> None:
    def below(heading: str, *texts: str) -> list[str]:
        parts = [passage("Serbia and France", kind="title"), passage("A long day.")]
        parts.append(passage(heading, kind="heading"))
        tagged = tag_people([*parts, *(passage(text) for text in texts)])
        return [each.principal for each in tagged[-1] if each.type == "person"]

    minister = "“No,” said Transport Minister Emil Kaya."
    assert below("What does Turkey want?", minister) == ["state:TUR"]
    assert below("What does Turkey want?", "A letter says it.", minister) == ["state:TUR"]
    assert below("What does Turkey want?", "France does not know.", minister) == []
    assert below("Turkey and France", minister) == []
    assert below("Turkey" + " and so on" * 5, minister) == []
    assert below("Reactions", minister) == []


def test_a_counterpart_is_of_the_other_of_two_states() -> None:
    story = ("Serbia asks Turkey", "Serbia asked Turkey.")
    first = "Serbia’s energy minister Ana Iliev left. His counterpart Emil Kaya stayed."
    assert people(*story, first)[1:] == [(2, "Emil Kaya", "TUR", "counterpart", "context")]
    assert people(*story, "His counterpart Emil Kaya stayed.") == []
    assert people(*story, "France too.", first)[1:] == []


def test_two_ministers_of_one_thing_are_of_two_states() -> None:
    story = ("Serbia asks Turkey", "Serbia asked Turkey.")
    assert people(
        *story, "“Now,” said Transport Minister Ana Iliev.", "Transport Minister Emil Kaya agreed."
    ) == [
        (2, "Ana Iliev", "SRB", "transport minister", "context"),
        (3, "Emil Kaya", "TUR", "transport minister", "context"),
    ]


def test_the_ministry_is_the_one_that_was_named() -> None:
    first = "The Turkish transport ministry and the French army met."
    assert people(first, "“No,” said a spokesman for the ministry, Emil Kaya.") == [
        (1, "Emil Kaya", "TUR", "spokesperson", "context")
    ]
    assert people(first, "Transport Minister Emil Kaya agreed.") == [
        (1, "Emil Kaya", "TUR", "transport minister", "context")
    ]
    assert people(first, "Energy Minister Emil Kaya agreed.") == []
    assert people("The army met.", "“No,” said a spokesman for the ministry, Emil Kaya.") == []


def test_the_agency_is_the_organisation_that_was_named() -> None:
    text = "The WHO warned. “Salt,” said Emil Kaya, the agency’s nutrition chief."
    who = mention(text, 4, "WHO", actor_id="igo:WHO", principal="igo:WHO", type="igo")
    (tagged,) = tag_people([Passage(kind="paragraph", text=text, language="en", mentions=(who,))])
    assert [(each.text, each.principal, each.role) for each in tagged] == [
        ("WHO", "igo:WHO", None),
        ("Emil Kaya", "igo:WHO", "head"),
        ("the agency", "igo:WHO", None),
    ]
    assert people("Turkey warned. “Salt,” said Emil Kaya, the agency’s nutrition chief.") == []


def test_a_pronoun_in_a_title_means_who_was_named_before() -> None:
    text = "رحب الوفد التركي بالاتفاق لكن المتحدثة باسمه رنا قباني، قالت إنها تشك"
    assert people(text, language="ar")[0][1:4] == ("رنا قباني", "TUR", "spokesperson")
    assert people("قالت المتحدثة باسمه رنا قباني، إنها تشك", language="ar") == []


def test_a_clause_may_tell_for_whom_somebody_speaks() -> None:
    assert people("“It can wait,” Emil Kaya, who heads the Turkish fisheries committee, said.") == [
        (0, "Emil Kaya", "TUR", "official", "apposition")
    ]
    assert people("“It can wait,” Emil Kaya, who fled the Turkish army, said.") == []
    assert people("“It can wait,” said Emil Kaya, who heads a choir near the Turkish army.") == []


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("Anna Keller den Nachbarn", "Anna Keller"),
        ("Anna Keller das Papier", "Anna Keller"),
        ("Anna von der Leyen den Nachbarn", "Anna von der Leyen"),
    ],
)
def test_a_german_article_behind_a_name_is_no_part_of_it(behind: str, name: str) -> None:
    text = f"Die Schweiz prüft es. Gestern legte Regierungsrätin {behind} vor."
    fields = {"actor_id": "state:CHE", "principal": "state:CHE"}
    swiss = mention(text, 4, "Schweiz", **fields)
    (tagged,) = tag_people([Passage(kind="paragraph", text=text, language="de", mentions=(swiss,))])
    assert [each.text for each in tagged[1:]] == [name]


def test_a_title_that_one_state_has_tells_it() -> None:
    fields = {"actor_id": "state:CHE", "principal": "state:CHE"}
    text = "Die Schweiz prüft es. Später reiste Regierungsrätin Anna Keller ab."
    swiss = mention(text, 4, "Schweiz", **fields)
    (tagged,) = tag_people([Passage(kind="paragraph", text=text, language="de", mentions=(swiss,))])
    assert [(each.text, each.principal) for each in tagged[1:]] == [("Anna Keller", "state:CHE")]
    assert people("Später reiste Regierungsrätin Anna Keller ab.", language="de") == []


def test_a_commissioner_is_the_unions_only_where_it_is_named() -> None:
    text = "The Commission met. Later, Commissioner Emil Kaya left."
    fields = {"actor_id": "igo:EC", "principal": "igo:EC", "type": "igo"}
    body = mention(text, 4, "Commission", **fields)
    (tagged,) = tag_people([Passage(kind="paragraph", text=text, language="en", mentions=(body,))])
    assert [(each.text, each.principal) for each in tagged[1:]] == [("Emil Kaya", "igo:EC")]
    assert people("Later, Police Commissioner Emil Kaya left.", "Turkey too.") == []


def test_unnamed_officials_give_their_mention_a_role() -> None:
    assert roles("A Russian source and a Turkish adviser left.") == [
        ("Russian", "official"),
        ("Turkish", "official"),
    ]
    assert roles("A source in the Russian delegation left.") == [("Russian", "official")]
    assert roles("قال مصدر روسي", "ar") == []
    assert roles("قال المصدر الروسي إنه غادر", "ar") == [("الروسي", "official")]
    assert people("قال المصدر الروسي ليث نبيل، إنه غادر", language="ar") == []


def test_a_ministry_in_one_word_is_the_homes() -> None:
    def ministries(*texts: str) -> list[tuple[str, str]]:
        tagged = tag_people([passage(text, "ru") for text in texts], "state:RUS")
        return [(each.text, each.principal) for each in tagged[-1] if each.type == "gov_body"]

    assert ministries("Рассвет", "Минобороны сообщило о грозе.") == [("Минобороны", "state:RUS")]
    assert ministries("Рассвет", "Министерство обороны сообщило о грозе.") == []
    assert ministries("Serbia", "Serbia", "Минобороны сообщило о грозе.") == [
        ("Минобороны", "state:RUS")
    ]
    elsewhere = tag_people([passage("Минобороны сообщило о грозе.", "ru")])
    assert elsewhere == [()]


def test_a_turkish_name_ends_before_its_case() -> None:
    found = people(
        "Türkiye bekliyor.", "Dışişleri Bakanı Emil Kaya'nın mektubu geldi.", language="tr"
    )
    assert found == []
    tagged = tag_people(
        [
            passage("Bekliyor.", "tr"),
            passage("Dışişleri Bakanı Emil Kaya'nın mektubu geldi.", "tr"),
        ],
        "state:TUR",
    )
    assert [(each.text, each.principal) for each in tagged[1]] == [("Emil Kaya", "state:TUR")]


def test_no_name_begins_with_the_word_for_son() -> None:
    assert people("قال الأمير التركي بن حمد، إنه غادر", language="ar") == []


def test_many_ministers_without_a_state_stay_linear() -> None:
    def story(count: int) -> list[Passage]:
        parts = [passage("Serbia", kind="title"), passage("Serbia and Turkey")]
        parts += [passage("Transport Minister Emil Kaya. His counterpart Bo Li.")] * count
        parts.append(passage("The ministry spokesman Emil Kaya, the agency’s chief. " * count))
        return parts

    small, large = story(400), story(1600)
    assert growth(lambda: tag_people(small), lambda: tag_people(large), least=0.02) < 16


def test_a_capital_before_a_colon_is_a_dateline() -> None:
    given = passage("Malaysia: yes")
    assert announced(given) == given.mentions[0]
    (place,) = given.mentions
    capital = dataclasses.replace(place, tagger="names-2:capital")
    assert announced(dataclasses.replace(given, mentions=(capital,))) is None
    assert announced(passage("In Malaysia: yes")) == passage("In Malaysia: yes").mentions[0]
    assert announced(passage("Then in Malaysia: yes")) is None
    assert announced(passage("Malaysia says: yes")) is None


def test_a_register_answers_in_reading_order() -> None:
    first = Official("", (), "foreign minister", "state:RUS", "state:RUS", 0, 5)
    second = Official("", (), "energy minister", "state:TUR", "state:TUR", 2, 0)
    register = Register([first, second])
    assert register.holder("minister", 0, 5) is None
    assert register.holder("minister", 1, 0) == "state:RUS"
    assert register.holder("president", 1, 0) is None
    assert register.holder("minister", 2, 1) is None
    assert not refers("minister", "deputy minister")


# ---- the table ----------------------------------------------------------------------------------


def test_the_table_is_sorted_and_each_form_has_one_meaning() -> None:
    rows = read_table("roles.tsv")
    keys = [(row["lang"], row["form"], row["role"], row["kind"]) for row in rows]
    assert keys == sorted(set(keys))
    assert {row["kind"] for row in rows} <= KINDS
    titles = [(row["lang"], row["form"]) for row in rows if row["kind"] in TITLES]
    assert len(titles) == len(set(titles))
    assert all(row["role"] for row in rows if row["kind"] in TITLES)
    assert all(row["form"] == row["form"].strip() and row["source"] for row in rows)


def test_no_word_is_both_inside_a_title_and_outside_of_every_one() -> None:
    for language in {row["lang"] for row in read_table("roles.tsv")}:
        rules = grammar(language)
        assert rules is not None
        assert not rules.words["modifier"] & rules.words["former"], language
        assert not rules.words["modifier"] & rules.words["nobody"], language


# ---- properties ---------------------------------------------------------------------------------

PIECES = (
    "Russian Turkey Russia الروسي التركي foreign minister president وزير الخارجية الرئيس Sergei "
    "Lavrov Lavrova لافروف سيرغي Emil Kaya , . : ، \u200f \u202b \ufeff \u2028 \u0640 \x1e ' ’ s "
    "министр России Лавров 外长 王毅 表示 俄罗斯 · - — ( ) \ud7ff \U0001f600 of the former ex- to "
    "Minister Bakanı Rusya sözcüsü Außenminister l’ d’ de des ministre שר החוץ הרוסי \r\n \t"
).split(" ")


@pytest.mark.parametrize("language", ["ar", "de", "en", "fr", "he", "hi", "ja", "ru", "tr", "zh"])
def test_whatever_stands_in_a_text(language: str) -> None:
    chance = random.Random(f"people {language}")  # noqa: S311 - no secret
    for _ in range(150):
        given = [
            passage("".join(chance.choices([*PIECES, " ", " ", " "], k=40)), language, kind)
            for kind in ("title", "paragraph", "paragraph")
        ]
        tagged = tag_people(given)
        assert len(tagged) == len(given)
        for before, after in zip(given, tagged, strict=True):
            for each in after:
                assert before.text[each.start : each.end] == each.text
                assert each.start < each.end
            assert [each.start for each in after] == sorted(each.start for each in after)
            assert all(one.end <= two.start for one, two in itertools.pairwise(after))
            unlabelled = {dataclasses.replace(each, role=None) for each in after}
            assert unlabelled.issuperset(before.mentions)


def test_nothing_gives_nothing() -> None:
    assert tag_people([]) == []
    assert tag_people([passage(""), passage(" \n")]) == [(), ()]


HOSTILE = {
    "titles": "the Russian minister " * 10_000,
    "names": " ".join(f"Russian minister Aa{chr(97 + n % 26) * 5} Bb{n:b}" for n in range(5_000)),
    "distinct": " ".join(
        f"Russian minister {a}{b}a {b}{c}o{a.lower()}."
        for a, b, c in itertools.product("ABCDEFGHIJKLMNO", repeat=3)
    ),
    "capitals": "Aa " * 60_000,
    "commas": "Aa, " * 50_000,
    "spaces": "minister" + " " * 200_000 + "Aa",
    "word": "minister" + "a" * 200_000,
    "inside": "administer" * 20_000,
    "unmarked": "Minister Anna Bauer left. " * 8_000,
    "hyphens": "Aa-" * 60_000 + ", Russia's minister",
    "apostrophes": "minister A" + "'a" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_time_in_proportion(name: str) -> None:
    given = [
        Passage(
            kind="paragraph",
            text=HOSTILE[name],
            language="en",
            mentions=tuple(
                mention(HOSTILE[name], place, "Russian") for place in all_places(HOSTILE[name])
            ),
        )
    ]
    began = time.process_time()
    tag_people(given)
    assert time.process_time() - began < 5


def all_places(text: str) -> list[int]:
    """Where "Russian" stands, found in one pass."""
    found, place = [], text.find("Russian")
    while place >= 0:
        found.append(place)
        place = text.find("Russian", place + 1)
    return found


def test_words_fold_once() -> None:
    assert fold_word("ÉTAT") == fold_word("état")
