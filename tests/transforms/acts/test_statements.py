"""Lists that no word calls demands: whose they are, and what their items are by their form."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in

Told = tuple[str, str, str]
ARTICLE = """{title}

أوسلو - عقد الوزيران اجتماعا ثانيا يوم الاثنين في مبنى الميناء القديم.

{before}

{introduction}

{items}

ويعود الوفدان إلى الاجتماع يوم الجمعة."""
TITLE = "النرويج تسلم السويد ورقتها"
BEFORE = "وطالبت النرويج السويد بفتح المعبر قبل نهاية الشهر."
DEEDS = ("تسليم خرائط المصائد", "سحب زوارق الدورية", "أن تعاد الشباك المصادرة")


def told(
    introduction: str,
    items: tuple[str, ...],
    title: str = TITLE,
    before: str = BEFORE,
) -> list[Told]:
    """The acts of the items, each with its parties, without their kind."""
    text = ARTICLE.format(
        title=title,
        before=before,
        introduction=introduction,
        items="\n\n".join(f"- {item}" for item in items),
    )
    of_items = acts_in(text, "ar", "bullet")
    return [(act.type, _names(act.issuers), _names(act.addressees)) for act in of_items]


def _names(parties: tuple[str, ...]) -> str:
    return " ".join(party.partition(":")[2] for party in parties)


@pytest.mark.parametrize(
    "introduction",
    [
        "وأضاف الوزير النرويجي:",
        "ثم وزعت على الصحفيين هذه السطور:",
        "وتتألف الورقة من ثلاث فقرات، وهذه هي:",
        "ولم يعلق الجانب الآخر على هذه النقاط:",
    ],
)
def test_deeds_are_demanded_by_whom_the_article_tells_of(introduction: str) -> None:
    assert told(introduction, DEEDS) == [("demand", "NOR", "SWE")] * 3


def test_a_list_whose_items_are_no_deeds_is_none_though_somebody_speaks_before_it() -> None:
    facts = ("ثلاثون زورقا في الميناء", "الرصيف الشرقي من الخشب", "مئتا صياد")
    assert told("وهذه صورة الميناء اليوم:", facts) == []


def test_shares_and_advice_are_facts_whatever_their_words() -> None:
    shares = ("تسليم 40% من الحصة", "سحب 30% من الزوارق", "تخزين 20% من الشباك")
    assert told("ثم وزعت على الصحفيين هذه السطور:", shares) == []
    assert told("وفيما يلي نصائح للصيادين:", DEEDS) == []


def test_items_are_what_their_words_make_of_them() -> None:
    items = (
        "تسليم خرائط المصائد",
        "لا عودة إلى المحادثات قبل الصيف",
        "لم نغلق المعبر يوما",
        "على ستوكهولم أن تعيد الشباك",
        "إن تكرر الأمر فستغلق الموانئ",
        "سنعاقب كل زورق يعبر الخط",
    )
    assert [kind for kind, *_ in told("وأضاف الوزير النرويجي:", items)] == [
        *("demand", "refusal", "denial", "demand", "threat", "threat"),
    ]


def test_the_deeds_of_a_promise_are_promised() -> None:
    promised = told("وتعهدت النرويج، من بين أمور أخرى:", DEEDS)
    assert [act[:2] for act in promised] == [("promise", "NOR")] * 3


def test_whoever_shall_do_what_an_item_names_is_addressed() -> None:
    items = ("أن تعيد الدنمارك الشباك", "انسحاب الزوارق الفنلندية", "تسليم خرائط المصائد")
    assert [one[2] for one in told("وأضاف الوزير النرويجي:", items)] == ["DNK", "FIN", "SWE"]


def test_a_union_is_nobody_and_what_it_wants_is_still_wanted() -> None:
    acts = told(
        "ولخصت النقابة ما تنتظره في ورقة من 5 صفحات:",
        DEEDS,
        title="إضراب في الميناء",
        before="وأعلن عمال الميناء التوقف عن العمل في مرافئ النرويج.",
    )
    assert acts == [("demand", "", "")] * 3


def test_what_is_ascribed_to_somebody_is_a_list_of_accusations() -> None:
    acts = told(
        "ويمكن تلخيص ما ينسبه الادعاء إلى السويد في 3 صفحات كالتالي:",
        ("التجسس على الصيادين", "دعم زوارق التهريب"),
        before="واتهمت النرويج السويد بإخفاء الشباك.",
    )
    assert acts == [("accusation", "NOR", "SWE")] * 2


def test_advice_is_none_of_a_list_s_acts_though_it_says_as_follows() -> None:
    assert told("وينصح الأطباء بما يلي:", ("تجنب الشمس", "شرب الماء")) == []


def test_a_paper_of_two_is_of_both_though_the_title_names_one() -> None:
    acts = told(
        "وصدر في ختام اللقاء بيان مشترك، جاء فيه:",
        ("يدين الوزيران إغلاق الميناء", "يطالبان بفتح المعبر"),
        title="بيان نرويجي عن الميناء",
        before="واختتمت النرويج والسويد محادثات عن الصيد.",
    )
    assert [act[:2] for act in acts] == [("accusation", "NOR SWE"), ("demand", "NOR SWE")]


def test_items_that_are_quoted_as_a_whole_are_of_the_list_s_speaker() -> None:
    items = ('"يجب أن يفتح المعبر فورا."', '"نحن مستعدون للحوار مع السويد."')
    acts = told("وقال الوزير النرويجي لينس أوراك للصحفيين:", items)
    assert [act[:2] for act in acts] == [("demand", "NOR"), ("promise", "NOR")]


def test_a_council_that_closes_an_introduction_acts() -> None:
    acts = told(
        "ونص القرار على أن المجلس:",
        ("يطالب بفتح المعبر", "يدين إغلاق الميناء", "سحب زوارق الدورية"),
        title="أبرز ما ورد في قرار مجلس الأمن",
        before="واجتمع مجلس الأمن مساء في قاعته.",
    )
    assert acts == [("demand", "UNSC", ""), ("accusation", "UNSC", ""), ("demand", "UNSC", "")]


def test_a_party_before_a_colon_is_whom_its_item_is_to() -> None:
    items = ("السويد: تسليم خرائط المصائد", "فنلندا: سحب زوارق الدورية")
    assert told("وأضاف الوزير النرويجي:", items) == [
        ("demand", "NOR", "SWE"),
        ("demand", "NOR", "FIN"),
    ]


def test_what_closes_with_among_them_goes_on_with_its_act_however_long_it_is() -> None:
    acts = told(
        "واتهمت النرويج السويد بارتكاب تجاوزات عدة في مياه الخليج القديم وعلى ضفتيه طوال "
        "الصيف الماضي وخلال الشتاء، من بينها:",
        ("إخفاء الشباك", "تلويث الماء"),
        before="واجتمع الوزيران مساء.",
    )
    assert acts == [("accusation", "NOR", "SWE")] * 2


def test_the_other_party_of_the_title_is_addressed() -> None:
    acts = told(
        "وأضاف الوزير النرويجي:",
        ("تسليم الخرائط", "سحب الزوارق"),
        title="مهلة أمام السويد",
        before="واجتمع الوزير النرويجي بالصيادين.",
    )
    assert acts == [("demand", "NOR", "SWE")] * 2


def test_a_definite_noun_takes_up_a_name_told_before() -> None:
    acts = told(
        "وقد تعهد مرشح العمال للصحفيين، من بين أمور أخرى:",
        DEEDS,
        title="موسم الانتخابات يبدأ",
        before="وافتتح حزب العمال البريطاني مؤتمره في قاعة الميناء.",
    )
    assert [act[:2] for act in acts] == [("promise", "labour_party")] * 3
    acts = told(
        "واشترطت المنظمة ما يأتي:",
        DEEDS,
        title="محادثات في الميناء",
        before="وكتبت منظمة التحرير الفلسطينية إلى الوزراء.",
    )
    assert [act[:2] for act in acts] == [("demand", "plo")] * 3


def test_a_passage_that_opens_with_a_party_and_introduces_by_no_verb_is_of_it() -> None:
    acts = told(
        "واستقبلت النرويج المبعوث، وبحثت معه وضع الخليج.",
        DEEDS,
        title="أوسلو تضع شروطا أمام السويد",
        before="واجتمع الوزيران مساء.",
    )
    assert {act[:2] for act in acts} == {("demand", "NOR")}


def test_what_comes_before_something_else_is_demanded() -> None:
    acts = told("وقال الوزير النرويجي إن بلاده لن توقع الاتفاق مع السويد قبل:", DEEDS, before="")
    assert acts == [("demand", "NOR", "SWE")] * 3


def test_of_two_in_the_title_the_one_that_the_story_opens_with_has_the_list() -> None:
    acts = told(
        "وتشمل الخطوات:",
        DEEDS,
        title="النرويج والسويد",
        before="وأعلنت النرويج خطوات تخص السويد.",
    )
    assert acts == [("demand", "NOR", "SWE")] * 3


def test_what_an_item_calls_a_crime_is_a_reproach_and_what_one_has_not_is_denied() -> None:
    items = ("الرسوم السويدية جريمة", "ليس لدينا زوارق في الخليج", "القبول بوساطة فنلندا")
    acts = told("وتضمن الرد النرويجي النقاط التالية:", items)
    assert [act[0] for act in acts] == ["accusation", "denial", "promise"]


def test_an_item_that_heads_others_is_none_and_they_are_of_its_list() -> None:
    items = ("في شأن المصائد:", "تسليم خرائط المصائد", "سحب زوارق الدورية")
    assert [kind for kind, *_ in told("وأضاف الوزير النرويجي:", items)] == ["demand"] * 2
