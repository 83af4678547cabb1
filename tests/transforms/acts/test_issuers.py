"""Whose acts the verbs of Arabic stories are: parties, and people who are no party."""

import pytest

from tests.transforms.acts.test_find import Short, short


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("accusation", "state:IRN", ""), ("demand", "", "")],
            "نددت إيران بالقرار. المعارضة طالبت بانتخابات جديدة.",
        ),
        ([("accusation", "state:IRN", "")], "نددت إيران بالقرار. وندد كاظمي بالصمت."),
        (
            [("accusation", "state:IRN", ""), ("threat", "state:IRN", "")],
            "نددت إيران بالقرار. في أول نيسان/أبريل توعدت برد قاس.",
        ),
        (
            [("accusation", "", "state:USA")],
            "انتقدت رابطة صيد، ومقرها مالمو، القرار الأمريكي.",
        ),
        ([("accusation", "", "group:houthi")], "ويتهم التقرير جماعة الحوثي بزرع ألغام."),
        ([("appeal", "", "state:LBY")], "ودعت المبعوثة الأطراف الليبية إلى التهدئة."),
        (
            [("accusation", "", ""), ("appeal", "", "state:IRN")],
            "نددت عمان. حث كاظمي على الحوار مع إيران.",
        ),
        (
            [("accusation", "", "state:NER"), ("demand", "", "state:NER")],
            "انتقدت منظمات حقوقية محلية سياسة النيجر، وطالبت بفتح الميناء.",
        ),
    ],
)
def test_people_who_are_no_party_borrow_no_issuer(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("accusation", "state:FRA", "state:RUS"), ("denial", "state:RUS", "state:FRA")],
            "اتهمت فرنسا روسيا، لكن موسكو تنفي أي دور.",
        ),
        (
            [("accusation", "state:SYR", "state:TUR")],
            'نقلت الوكالة السورية (نور)، "سوريا تدين القصف التركي".',
        ),
        (
            [("threat", "state:USA", "state:RUS")],
            'نشر الرئيس الأمريكي رسالة على موقع "برقية" توعد فيها روسيا.',
        ),
        ([("accusation", "state:MAR", "")], "دان المغرب بناء الجدار."),
        (
            [("accusation", "state:NER", "")],
            "تحدثت النيجر في الرسالة عن توغو منتقدة إغلاق الميناء.",
        ),
        (
            [("accusation", "state:TGO", "state:NER"), ("threat", "state:TCD", "")],
            "نددت توغو بالنيجر.\n\nوقصفت تشاد الميناء. وتوعدت برد.",
        ),
        (
            [("demand", "igo:LAS", "state:TCD")],
            "طالبت الجامعة العربية وزير التعليم التشادي بالعدول.",
        ),
        ([("appeal", "state:NER", "")], "أشادت النيجر بالقرار ودعت إلى الحوار."),
    ],
)
def test_whose_a_verb_is_among_two_parties(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("threat", "igo:UN", "")], "حذر مسؤول كبير بالأمم المتحدة من المجاعة."),
        (
            [("accusation", "state:TCD", "state:NER")],
            "دان المتحدث باسم الحكومة التشادية موسى ديالو قصف النيجر.",
        ),
        (
            [("appeal", "igo:OHCHR", "state:TCD")],
            "حث مكتب الأمم المتحدة لحقوق الإنسان تشاد على وقف القصف.",
        ),
        ([("demand", "group:houthi", "")], "يطالب الحوثيون التجار بدفع رسوم."),
        # whom the title is about
        (
            [("threat", "state:TCD", "")],
            "وزير الدفاع التشادي في زيارة\n\nتوعد برد قاس على القصف.",
        ),
    ],
)
def test_officials_act_for_their_party(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("demand", "state:IRN", "state:IRQ")],
            "ونقلت الوكالة عن وزير الخارجية الإيراني قوله إن على العراق التوقف.",
        ),
        (
            [("demand", "state:GBR", "state:ISR")],
            "قال جون نورث، وزير شؤون المناخ في الخارجية البريطانية، إن على إسرائيل التوقف.",
        ),
        (
            [("demand", "state:RUS", "state:SYR")],
            "أصرت موسكو على أن خبراءها لم يعثروا على شيء وقالت إن على دمشق التوقف.",
        ),
        ([("demand", "state:PSE", "state:ISR")], "يقول الفلسطينيون إن على إسرائيل التوقف."),
        (
            [("demand", "", "state:IRN")],
            "قال سامي حداد، رئيس ناد في فرنسا، إن على إيران التوقف.",
        ),
    ],
)
def test_who_speaks_issues_what_is_due(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    "added",
    [
        "وقالت إن السويد «تلعب بالنار».",
        "وأضافت: «السويد مسؤولة عن الأزمة».",
        "وأضافت أن السويد كذبت.",
    ],
)
def test_who_adds_something_is_who_acted_before(added: str) -> None:
    acts = short(f"ونفت النرويج إغلاق الجسر. {added}", "ar")
    assert ("accusation", "state:NOR", "state:SWE") in acts


def test_what_somebody_faces_is_no_act() -> None:
    assert short("تواجه الصين انتقادات شديدة بسبب السدود.", "ar") == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("refusal", "state:NOR", "state:SWE"), ("promise", "state:NOR", "")],
            'رفضت النرويج طلب السويد.\n\nوكتب هانسن على صفحته: "سنعمل على فتح الجسر".',
        ),
        (
            [("refusal", "state:NOR", "state:SWE"), ("appeal", "", "")],
            'رفضت النرويج طلب السويد.\n\nوكتب أحد السكان على صفحته: "نأمل فتح الجسر".',
        ),
        (
            [("accusation", "", "state:SWE")],
            'قال هانسن على صفحته إن "السويد مسؤولة عن الأزمة".',
        ),
        ([("refusal", "state:NOR", "")] * 2, "رفضت النرويج الخطة.\n\nوفي الصباح ترفض المشاركة"),
    ],
)
def test_who_says_what_is_quoted_of_nobody_named(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("accusation", "", "state:SDN")], "انتقد الوزير النيجري السابق أداء السودان."),
        ([("accusation", "state:NER", "state:SDN")], "انتقد الوزير النيجري أداء السودان."),
        ([("appeal", "state:NER", "")], "دعت النيجر إلى الهدوء أمس."),
    ],
)
def test_former_officials_speak_for_no_party(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("demand", "", ""), "وخرج آلاف الطلاب إلى الشوارع للمطالبة بفتح الجسر."),
        (("demand", "", ""), "وتحولت المسيرة إلى اعتصام للمطالبة بفتح الجسر."),
        (("demand", "state:NOR", ""), "وتطالب بفتح الجسر."),
        (("appeal", "", "state:NOR"), "ودعا زعماء المعارضة أوسلو إلى فتح الجسر."),
        (("appeal", "state:NOR", "state:SWE"), "ودعت المجتمع الدولي والسويد إلى فتح الجسر."),
    ],
)
def test_who_acted_before_is_not_the_crowd_or_the_opposition(expected: Short, text: str) -> None:
    assert short(f"نفت النرويج إغلاق الجسر.\n\n{text}", "ar")[-1] == expected
