"""What an Arabic verb of the future tells: what a party announces, or what others expect of it."""

import pytest

from tests.transforms.acts.test_find import Short, short


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت النرويج أنها ستبدأ تحقيقا في الحادث.",
        "قال وزير الصحة النرويجي إن بلاده ستراجع قواعد السفر.",
        "أكد وزير النقل النرويجي أن الحكومة النرويجية سوف تمنح السكان تعويضا.",
        "قال الوزير النرويجي إن القوات النرويجية الموجودة هناك ستبقى عامين.",
        "قال الوزير النرويجي إن بلاده ما زالت مستعدة لاستقبال الجرحى.",
        "أعلنت النرويج أنها تعتزم استقبال الجرحى.",
        "شدد الوزير النرويجي على التزام بلاده بالاتفاق.",
        "أعلنت النرويج عن عقد قمة في العاصمة.",
        "وقال الوزير النرويجي: «سوف نتمسك بالاتفاق».",
        "قالت وزيرة الصحة النرويجية إن بلادها «ستراجع قواعد السفر».",
        "أعلن الوزير النرويجي أن النرويج «ستبدأ تحقيقا».",
        "وقال رئيس الوزراء النرويجي إن الحكومة ستغير قانون الصيد.",
        "ستبدأ النرويج ترميم الجسر بعد العيد.",
        "وسيصدر البرلمان النرويجي قانون الصيد في الربيع.",
    ],
)
def test_who_says_that_he_will_promises(text: str) -> None:
    assert short(text, "ar") == [("promise", "state:NOR", "")]


@pytest.mark.parametrize(
    "text",
    [
        "ستراجع النرويج قواعد السفر بعد العيد.",
        "قال محللون إن النرويج ستراجع قواعد السفر.",
        "قالت السويد إن النرويج ستراجع قواعد السفر.",
        "تخطط النرويج لبناء جسر في الشمال.",
        "قال وزير سويدي إن الاتفاق الذي وقعت النرويج عليه قديم.",
        "ومن المقرر أن يزور الوزير النرويجي القرية بعد العيد.",
        "وبحث المجتمعون التزام النرويج بمواعيد البناء.",
        "قال ضابط نرويجي إن النرويج مستعدة للدفاع عن سواحلها.",
        "وذكر الوزير النرويجي أن الجسر سيكون جاهزا بعد العيد.",
    ],
)
def test_what_is_expected_of_a_party_or_will_happen_is_no_promise(text: str) -> None:
    assert short(text, "ar") == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("promise", "state:NOR", "state:SWE")],
            "قال وزير دنماركي إن النرويج ستستقبل وزير السويد.",
        ),
        ([("promise", "state:NOR", "")], "قال الوزير النرويجي إنه سيتم توزيع الخيام على السكان."),
        ([], "سيتم توزيع الخيام على سكان النرويج."),
        ([], "ستستقبل النرويج وزير السويد."),
        ([], "وافق البرلمان النرويجي على قانون الصيد."),
    ],
)
def test_a_meeting_is_promised_also_where_another_foretells_it(
    expected: list[Short], text: str
) -> None:
    assert short(text, "ar") == expected


def test_what_does_harm_is_threatened() -> None:
    expected: list[Short] = [("threat", "state:NOR", "state:SWE")]
    assert short("قالت النرويج إنها ستطرد سفير السويد.", "ar") == expected
    assert short("ستطرد النرويج سفير السويد بعد العيد.", "ar") == expected
    assert short("قررت النرويج قطع العلاقات مع السويد.", "ar") == []
    assert short("قالت النرويج إنها قد تطرد سفير السويد.", "ar") == expected
    assert short("ستعيد النرويج في الخريف فرض العقوبات على السويد.", "ar") == expected
    assert short("أكدت النرويج عزمها على اتخاذ التدابير العقابية ضد السويد.", "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["threat"], "وقالت النرويج إن صبر الحكومة ينفد."),
        (["threat"], "وقالت النرويج إن إغلاق الجسر أمر لا يمكن السكوت عليه."),
        (["threat"], "وأكدت النرويج أنها لن تبقى ساكنة."),
        (["threat"], "ولوح الوزير النرويجي بفرض رسوم."),
        ([], "ولوح الوزير النرويجي بقطعة من الحديد."),
    ],
)
def test_stock_words_threaten(expected: list[str], text: str) -> None:
    """Lost patience does; a thing that is waved does not."""
    assert [act for act, _, _ in short(text, "ar")] == expected


def test_what_follows_or_else_is_threatened_by_whoever_demands() -> None:
    text = "طالبت النرويج السويد بفتح الجسر، وإلا فستواجه رسوما."
    assert short(text, "ar") == [
        ("demand", "state:NOR", "state:SWE"),
        ("threat", "state:NOR", "state:SWE"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "قالت النرويج إنها ستراجع اتفاق السويد إذا رفضت السويد فتح الجسر.",
        "النرويج تستعد لبناء جسر آخر إذا انهار الاتفاق مع السويد.",
        "قالت النرويج إنها ستراجع اتفاق السويد إذا انسحبت السويد من المجلس.",
        "وأبلغ الوزير الصحف بأن النرويج ستراجع القواعد ما لم تتوقف السويد عن البناء.",
    ],
)
def test_what_will_be_unless_another_stops_is_threatened(text: str) -> None:
    assert [act for act, issuer, _ in short(text, "ar") if issuer == "state:NOR"] == ["threat"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([], "وقالت النرويج إن خطط البناء تعرقل الملاحة وتهدد سلامة السفن."),
        (["threat"], "ترفض النرويج فتح الجسر وتهدد بالرد."),
        (["threat"], "ترفض النرويج فتح الجسر وتهدد السويد."),
    ],
)
def test_who_threatens_has_a_means_or_somebody_before_him(expected: list[str], text: str) -> None:
    assert [act for act, _, _ in short(text, "ar") if act == "threat"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "تم التوصل لاتفاق بين النرويج والسويد على فتح الجسر.",
        "تم اليوم في القرية توقيع اتفاقية بين النرويج والسويد.",
        "بعد محادثات بين النرويج والسويد جرى الاتفاق على فتح الجسر.",
    ],
)
def test_what_was_agreed_is_promised_by_those_between_whom(text: str) -> None:
    found = [(act, issuer) for act, issuer, _ in short(text, "ar")]
    assert found == [("promise", "state:NOR state:SWE")]


@pytest.mark.parametrize(
    "text",
    [
        "عرضت النرويج على السويد شراء سفنها القديمة.",
        "أكدت النرويج تمسكها بحوار بناء بين النرويج والسويد.",
        "ذكر وزير النقل النرويجي بتمسكه بحوار بناء بين النرويج والسويد.",
        "قالت النرويج إنها تتطلع للعمل مع السويد.",
        "جاء ذلك بعد إبداء النرويج الاستعداد للتفاوض مع السويد.",
        "قالت النرويج إنها ستبلغ السويد بموعد البناء.",
    ],
)
def test_who_offers_or_holds_to_it_commits_himself_to_the_other(text: str) -> None:
    assert short(text, "ar") == [("promise", "state:NOR", "state:SWE")]


@pytest.mark.parametrize(
    "text",
    [
        "قالت النرويج إنها ستتخذ قرارها بعد العيد.",
        "أعلنت النرويج أن الحكومة النرويجية ستراقب المباراة.",
        "قالت النرويج إن الأشغال النرويجية ستستمر حتى العيد.",
    ],
)
def test_who_will_decide_or_look_on_promises_nothing(text: str) -> None:
    assert short(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        "أكدت النرويج عزمها على اتخاذ التدابير العقابية ضد السويد.",
        "قالت النرويج إنها ستتعامل بحزم مع السويد.",
    ],
)
def test_rigour_and_punishment_are_threatened(text: str) -> None:
    assert short(text, "ar") == [("threat", "state:NOR", "state:SWE")]


def test_a_party_may_be_told_to_be_ready() -> None:
    text = "وقال الوزير النرويجي: «في هذه الحالة يكون الرئيس مستعدا للقاء»."
    assert short(text, "ar") == [("promise", "state:NOR", "")]


def test_a_threat_to_do_something_is_of_whoever_is_named_before_it() -> None:
    text = "وعادت النرويج إلى أسلوب التهديد بفرض رسوم."
    assert short(text, "ar") == [("threat", "state:NOR", "")]
