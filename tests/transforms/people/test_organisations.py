"""Who speaks for an organisation or a group, in Arabic: long titles, and the short name after."""

import pytest

from transforms.actors.lexicon import lexicon
from transforms.people.tag import tag_people
from transforms.quotes.speech import Speech
from transforms.records import Passage


def named(*texts: str) -> list[list[tuple[str, str]]]:
    """What each paragraph of an article names, by the tables shipped."""
    passages = [
        Passage(
            kind="paragraph",
            text=text,
            language="ar",
            mentions=tuple(lexicon().tag(text, ("ar", "ar"))),
        )
        for text in texts
    ]
    return [[(each.text, each.principal) for each in of] for of in tag_people(passages)]


@pytest.mark.parametrize(
    ("title", "principal"),
    [
        ("القيادي في حركة الجهاد الإسلامي", "group:islamic_jihad"),
        ("المتحدث العسكري باسم جيش الإسلام", "group:jaysh_al_islam"),
        ("عضو المكتب السياسي لحركة حماس", "group:hamas"),
        ("المفوض السامي لحقوق الإنسان", "igo:OHCHR"),
        ("مفوض الأمم المتحدة السامي لشؤون اللاجئين", "igo:UNHCR"),
    ],
)
def test_who_has_a_long_title_speaks_for_the_group_in_it(title: str, principal: str) -> None:
    first, then = named(f"قال {title} سمير الدهان إن الوقت ضيق.", "وأضاف الدهان أن الحل قريب.")
    assert ("سمير الدهان", principal) in first
    assert then == [("الدهان", principal)]


def test_the_short_name_is_of_the_commission_named_last() -> None:
    _, then = named("حذرت المفوضية العليا لشؤون اللاجئين من البرد.", "وقالت المفوضية إنها مستعدة.")
    assert then == [("المفوضية", "igo:UNHCR")]
    _, then = named("حذرت المفوضية السامية لحقوق الإنسان.", "وقالت المفوضية إنها قلقة.")
    assert then == [("المفوضية", "igo:OHCHR")]


def test_a_commission_of_a_state_is_not_that_of_the_united_nations() -> None:
    (found,) = named("قالت المفوضية العليا لحقوق الإنسان العراقية إن السجن مكتظ.")
    assert "igo:OHCHR" not in dict(found).values()
    (found,) = named("طلبت المفوضية العليا لحقوق الإنسان التحقيق.")
    assert "igo:OHCHR" in dict(found).values()


@pytest.mark.parametrize(
    "form",
    "القسام|سائرون|الانفصاليون الجنوبيون|الانفصاليين الجنوبيين|انفصاليو الجنوب|انفصاليي الجنوب"
    "|قوات الوفاق|حركة الخدمة|تجمع المهنيين|هيئة التفاوض|القبعات البيضاء".split("|"),
)
def test_a_form_that_others_bear_needs_support(form: str) -> None:
    assert named(f"عاد {form} أمس.") == [[]]


def test_adjectives_of_long_titles_are_no_offices() -> None:
    words = Speech("ar").words("institution")
    assert not {"السياسي", "الإعلامي", "العسكرية"} & words
