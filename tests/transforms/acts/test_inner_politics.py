"""Arabic stories of unions, movements, courts and reports: who is nobody, whose an office is."""

import pytest

from tests.transforms.acts.test_find import short
from tests.transforms.acts.test_list_wording import types


@pytest.mark.parametrize(
    ("title", "before", "items", "expected"),
    [
        (
            "حركة الضفاف ترد على مقترح الوسيط",
            "سلمت حركة الضفاف ورقتها الاثنين.\n\nوورد في الورقة:",
            ("نرفض تأجيل الاقتراع.", "لا شراكة قبل الاقتراع.", "سنبقى في الساحات."),
            "refusal refusal promise",
        ),
        (
            "قائمة الفجر تعرض برنامجها",
            "كشفت قائمة الفجر برنامجها.\n\nإذا فازت القائمة فإنها سوف:",
            ("تبني جسرين.", "لا ترفع الضرائب."),
            "promise promise",
        ),
        (
            "منظمة حقوقية: جنود في النرويج ضربوا صيادين",
            "اتهمت منظمة حقوقية الجيش النرويجي بضرب صيادين.\n\nومن أبرز ما انتهى إليه التقرير:",
            ("ضرب الصيادين بالعصي.", "حبس ثلاثة منهم في قبو."),
            "accusation accusation",
        ),
    ],
)
def test_lists_of_nobody_who_is_known(
    title: str, before: str, items: tuple[str, ...], expected: str
) -> None:
    """Replies, platforms and reports."""
    assert types("ar", title, before, *items) == expected


def test_advice_is_no_accusation_though_an_organisation_accused_before() -> None:
    before = "اتهمت منظمة حقوقية الجيش النرويجي بضرب صيادين.\n\nوأعدت المنظمة دليلا جاء فيه:"
    assert not types("ar", "كيف تصطاد بأمان؟", before, "احمل قناعا.", "اسبح قرب الشاطئ.")


def test_what_is_forbidden_is_demanded() -> None:
    before = "تحدث الوزير النرويجي إلى الجنود.\n\nوأضاف الوزير النرويجي:"
    acts = types("ar", "النرويج تخاطب جنودها", before, "لا تطلقوا النار.", "لن نترككم وحدكم.")
    assert acts == "demand promise"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت نقابة السائقين إضرابا عاما يوم الأحد.", [("threat", "", "")]),
        ("وهدد المزارعون بإغلاق الطرق.", [("threat", "", "")]),
        ("ولوحت النرويج بسحب سفنها.", [("threat", "state:NOR", "")]),
        ("تلوح في الأفق تسوية مع النرويج.", []),
        ("اتهمت منظمة حقوقية قوات الأمن في النرويج بالقسوة.", [("accusation", "", "state:NOR")]),
    ],
)
def test_who_is_no_party_issues_nothing(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Unions, fronts and organisations of a state are not the state."""
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("ويتشبث المحتجون في النرويج بما يلي:", ("demand", "", "state:NOR")),
        ("إذا فازت القائمة فإنها سوف:", ("promise", "", "")),
    ],
)
def test_what_introduces_a_list_of_acts_is_one_itself(
    before: str, expected: tuple[str, str, str]
) -> None:
    text = f"النرويج: يوم طويل في الميناء\n\n{before}\n\n- بناء جسرين.\n- فتح الميناء.\n"
    assert short(text, "ar")[0] == expected
