"""Arabic stories of unions, movements, courts and reports: who is nobody, whose an office is."""

import pytest

from tests.transforms.acts.test_find import short
from tests.transforms.acts.test_list_wording import listed, types


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
            "زعيم الريف يتحدث إلى أنصاره",
            "خطب زعيم الريف في أنصاره.\n\nوطلب من الاشتراكيين قبل أي لقاء:",
            ("قانونا جديدا للبلديات.", "ضريبة واحدة على الأرض."),
            "demand demand",
        ),
        (
            "اللجنة الشعبية تمهل المجلس أسبوعا",
            "أمهلت اللجنة الشعبية المجلس أسبوعا.\n\nأما إذا انتهت المهلة دون رد فسيحدث الآتي:",
            ("تغلق الأسواق.", "تقف الحافلات."),
            "threat threat",
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
    """Replies, what is asked for, what follows a deadline, platforms and reports."""
    assert types("ar", title, before, *items) == expected


def test_charges_are_of_the_state_that_the_title_opens_with() -> None:
    before = "مثل الصيادان أمام القاضي.\n\nووجهت إليهما التهم الآتية:"
    items = ("نشر أخبار كاذبة.", "إهانة المحكمة.")
    acts = listed("ar", "النرويج: محاكمة صيادين", before, *items)
    assert acts == [("accusation", "state:NOR", "")] * 2


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


def test_an_office_without_its_state_is_of_the_state_that_the_story_is_of() -> None:
    acts = short("النرويج: يوم طويل في الميناء\n\nونفى مصدر حكومي وقوع حريق.", "ar")
    assert acts == [("denial", "state:NOR", "")]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("ويتشبث المحتجون في النرويج بما يلي:", ("demand", "", "state:NOR")),
        ("ووجهت إليهما التهم الآتية:", ("accusation", "state:NOR", "")),
        ("إذا فازت القائمة فإنها سوف:", ("promise", "", "")),
    ],
)
def test_what_introduces_a_list_of_acts_is_one_itself(
    before: str, expected: tuple[str, str, str]
) -> None:
    text = f"النرويج: يوم طويل في الميناء\n\n{before}\n\n- بناء جسرين.\n- فتح الميناء.\n"
    assert short(text, "ar")[0] == expected
