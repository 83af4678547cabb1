"""Arabic words of what others shall do: what is due, asked for or wished, and what is none."""

import pytest

from tests.transforms.acts.test_find import short


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "addressee"),
    [
        ("وطلبت النرويج من السفير المصري مغادرة أوسلو فورا.", "demand", "NOR", "EGY"),
        ("وطلبت النرويج مجددا من مصر التوقف عن الصيد.", "demand", "NOR", "EGY"),
        ("طلبت النرويج من مصر قوارب للصيد.", "appeal", "NOR", "EGY"),
        ("قال الوزير النرويجي: علينا ألا نتراجع أمام العاصفة.", "demand", "NOR", ""),
        ("الوزير النرويجي يحدد أربعة شروط للتفاوض", "demand", "NOR", ""),
        ("وقال الوزير النرويجي بوجوب خفض حصص الصيد.", "demand", "NOR", ""),
        ("وشدد الوزير النرويجي على أهمية وحدة الصيادين.", "appeal", "NOR", ""),
        ("وقال الوزير إن النرويج تود أن ترى سفنا أقل.", "appeal", "NOR", ""),
        ("وأكد الوزير النرويجي على أهمية الأسماك الصغيرة.", "appeal", "NOR", ""),
        ("وقال الوزير النرويجي إن على السفن الكبيرة التوقف ليلا.", "demand", "NOR", ""),
        ('وقال الوزير النرويجي "هدأت الريح. وعلى مصر أن تفتح الميناء".', "demand", "NOR", "EGY"),
        ("زار الوزير النرويجي المنطقة لحث مصر على خفض الصيد.", "appeal", "NOR", "EGY"),
        ("أطلقت النرويج حملة للمطالبة بخفض الصيد.", "demand", "NOR", ""),
        ("وتحدثت الوزيرة النرويجية طويلا، مطالبة بخفض الصيد.", "demand", "NOR", ""),
        ("وأصر الوزير النرويجي على عدم ضلوعه في الحادث.", "denial", "NOR", ""),
        ("وأمرت النرويج مصر بوقف الصيد.", "demand", "NOR", "EGY"),
        ("وقال الوزير النرويجي إنه ينبغي على مصر أن تفتح الميناء.", "demand", "NOR", "EGY"),
        ("وقال الوزير النرويجي إن على كل السفن الكبيرة التوقف ليلا.", "demand", "NOR", ""),
    ],
)
def test_who_wants_something_of_others(text: str, kind: str, issuer: str, addressee: str) -> None:
    """A request to leave or to stop is a demand; what "we must" is one too."""
    told = kind, f"state:{issuer}", f"state:{addressee}" if addressee else ""
    assert short(text, "ar") == [told]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([], "وأشار الطباخ إلى أنه يجب غسل السمك جيدا."),
        ([("demand", "", "")], "وقالت نقابة الصيادين إنه يجب خفض الأسعار."),
    ],
)
def test_what_people_ought_to_do_is_no_demand(
    expected: list[tuple[str, str, str]], text: str
) -> None:
    """Unless a body says so, where no party is named."""
    assert short(text, "ar") == expected


def test_what_is_done_on_request_tells_who_asked() -> None:
    assert short("اجتمع المجلس بطلب من النرويج.", "ar") == [("appeal", "state:NOR", "")]


def test_a_comma_parts_a_preposition_from_the_verb_behind_it() -> None:
    text = 'وحذرت النرويج خلال القمة من "حرب على السمك"، داعية إلى الهدوء.'
    acts = short(text, "ar")
    assert ("appeal", "state:NOR", "") in acts


@pytest.mark.parametrize(
    "text",
    [
        'وقال الوزير النرويجي "كنت أتوقع من مصر أن ترد".',
        "وقال الوزير النرويجي: عليهم أن يعرفوا أن البحر واسع.",
    ],
)
def test_what_one_had_hoped_and_what_others_are_to_know_is_not_asked_for(text: str) -> None:
    assert short(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير النرويجي إن على الشاطئ في القرية سفنا.",
        "وتحدث الوزير النرويجي عن السفن التي يجب إصلاحها.",
        "أمرت النرويج صياديها بوقف الصيد.",
    ],
)
def test_what_is_due_by_the_way_or_at_home_is_no_demand(text: str) -> None:
    assert short(text, "ar") == []
