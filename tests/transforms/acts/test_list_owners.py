"""Whose an Arabic list is, and of whom it is wanted, where an introduction names others too."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in

ITEMS = ("رفع القيود عن الصيد.", "فتح الموانئ.")
SPOKEN = ("لن نقبل إغلاق الجسر.", "نعرض فتح الميناء.")


def parties(story: str, items: tuple[str, ...] = ITEMS) -> set[tuple[str, str]]:
    """Issuers and addressees of the items below a title and paragraphs, each on a line."""
    listed = "\n".join(f"- {item}" for item in items)
    acts = acts_in("\n\n".join((*story.splitlines(), listed)), "ar", "bullet")
    assert len(acts) == len(items)
    return {(" ".join(act.issuers), " ".join(act.addressees)) for act in acts}


def test_a_sentence_up_to_a_colon_is_no_headline() -> None:
    story = """أزمة الصيد
ورفض رئيس الوزراء الدنماركي الشروط.
وبحسب النص، تطالب السويد النرويج بما يلي:"""
    assert parties(story) == {("state:SWE", "state:NOR")}


def test_days_for_a_reply_introduce_none() -> None:
    story = """شروط السويد على النرويج
بدأت المحادثات أمس.
وقال مسؤول إن النرويج أمامها عشرة أيام للرد، وإن الوثيقة التي نقلها أمير الكويت تشمل الآتي:"""
    assert parties(story) == {("state:SWE", "state:NOR")}


def test_whose_demands_of_both_countries_they_are_is_named_beside_them() -> None:
    story = """نزاع في الشمال
التقى أمس وزيرا خارجية السويد والنرويج.
وقال الوزير السويدي إن من يريد السمك يجب أن يدفع الثمن. وهذه شروطه على البلدين:"""
    assert parties(story) == {("state:SWE", "state:NOR")}


def test_that_somebody_did_a_thing_is_not_wanted_of_him() -> None:
    story = """نزاع في الشمال
بدأت المحادثات أمس.
ونقلت صحيفة عن مصادر أن السويد والدنمارك سلمتا الوسطاء ورقة بما على النرويج تنفيذه، وفيها:"""
    assert {to for _, to in parties(story)} == {"state:NOR"}


def test_a_paper_is_not_of_whom_it_tells_something() -> None:
    story = """سفارة السويد تسلم الصحف قائمة بعشرة مآخذ
قال دبلوماسي سويدي إن الصبر نفد.
وفي الوثيقة أن الحكومة النرويجية سممت العلاقات، ومن الأمثلة التي ساقتها:"""
    assert parties(story) == {("state:SWE", "state:NOR")}


def test_a_noun_takes_up_who_was_named_behind_for_the() -> None:
    story = """محادثات بعد عام
قال المنسق العام للهيئة العليا للمفاوضات رياض حجاب إن وفده باق.
ووصل الوفد الحكومي إلى سويسرا. وقال جون كيري إن على الجميع اختبار جدية النظام.
ووجهت الهيئة إلى النرويج رسالة ضمنتها ما يجب أن يسبق المحادثات:"""
    assert parties(story) == {("group:syrian_opposition", "state:NOR")}


@pytest.mark.parametrize(
    "story",
    [
        # to whom it is said
        "أوسلو تشرح موقفها\nاستقبلت الوكالة الدولية للطاقة الذرية وفدا."
        "\nوفي المقابل قال هانسن للوكالة:",
        # a thing
        "الملك في خطاب: النرويج باقية\nألقى ملك النرويج خطابا."
        "\nواستأثرت القضية الفلسطينية بأكبر جزء من الخطاب الذي نقتطف منه:",
        # a noun that takes up nobody
        "أوسلو تشرح موقفها\nودعت الدنمارك إلى التهدئة."
        "\nوبعد اللقاء تحدث الضيف إلى الصحفيين، ومما قال:",
    ],
)
def test_of_whom_the_title_begins_with_is_what_no_party_says(story: str) -> None:
    assert {who for who, _ in parties(story, SPOKEN)} == {"state:NOR"}


def test_the_prime_minister_is_no_council_of_an_organisation() -> None:
    story = """السويد تفاجئ القمة بورقة
وقال رئيس المجلس الأوروبي دونالد توسك إن الاتحاد الأوروبي قلق.
والأفكار التي طرحها رئيس الوزراء السويدي على النرويج تشمل:"""
    assert parties(story) == {("state:SWE", "state:NOR")}


def test_from_a_capital_replies_who_is_seated_there() -> None:
    story = """السويد والدنمارك تمهلان أوسلو
ووجهت السويد والدنمارك إلى النرويج رسالة أمس.
ومن أوسلو جاء الرد سريعا على لسان المتحدث باسم الوزارة، وهو:"""
    assert {who for who, _ in parties(story, SPOKEN)} == {"state:NOR"}


def test_who_is_told_what_he_has_to_do_does_not_want_it() -> None:
    story = """صندوق النقد الدولي يحدد طريق القرض
قالت مديرة صندوق النقد الدولي إن الصندوق يقف إلى جانب تونس.
وأبلغ الصندوق الوفد التونسي في واشنطن أن على الحكومة:"""
    assert parties(story) == {("igo:IMF", "state:TUN")}


def test_an_act_of_nobody_named_near_it_is_of_whom_the_title_begins_with() -> None:
    story = """أوسلو تقاضي الدنمارك
ورفضت الدنمارك الدعوى أمس.
ورحبت فنلندا بالخطوة.
والتمست الدولة المدعية من القضاة أوامر تقضي بما يأتي:"""
    assert {who for who, _ in parties(story)} == {"state:NOR"}


def test_a_paper_handed_over_in_the_name_of_others_is_theirs() -> None:
    story = """الدنمارك تنقل ورقة إلى السويد
قال الوزير الدنماركي إنه ينتظر الرد.
والورقة التي سلمها الوزير الدنماركي إلى السويد باسم الاتحاد الأوروبي تضم البنود التالية:"""
    assert {who for who, _ in parties(story)} == {"igo:EU"}


@pytest.mark.parametrize(
    ("story", "issuer"),
    [
        (
            """أوسلو تمهل سفير السويد
وأعلنت فنلندا أنها لم تتسلم طلبا مماثلا.
وبعد يومين رد الرئيس السويدي أمام سفراء بلاده على الصيادين:""",
            "state:SWE",
        ),
        (
            """تقرير عن البحر
ورحبت الدنمارك بالتقرير، وانتقدت فنلندا نتائجه.
ووجهت وزارة الخارجية النرويجية من جهتها بيانا إلى المنظمة تضمن:""",
            "state:NOR",
        ),
        (
            """حكم لمصلحة كوبنهاغن
ورحبت فنلندا بالحكم، ودعت اليابان الطرفين إلى احترامه.
وبعد ساعة أصدرت الخارجية السويدية بيانا قالت فيه إن الحكم "ورق". ومما ورد في البيان:""",
            "state:SWE",
        ),
        (
            """رسالة بعد المهلة
وقع الرئيس النرويجي الرسالة أمس. وقال الوزير السويدي يوهان فورسيل إنه ينتظر.
ومما ورد في الرسالة التي تلقاها فورسيل:""",
            "state:NOR",
        ),
        (
            """السويد والنرويج.. جولة بلا اتفاق
انتهت الجولة أمس.
وبينما تمسكت ستوكهولم بالموعد، خرج وزير الخارجية النرويجي ليعرض موقف بلاده:""",
            "state:NOR",
        ),
        (
            """الحوثيون: المبادرة لا تحمل جديدا
قال رئيس وفد جماعة الحوثي محمد عبد السلام إن العرض قديم.
ورحبت الدنمارك بالعرض.
ومن مسقط، خاطب عبد السلام السعودية بالقول:""",
            "group:houthi",
        ),
    ],
)
def test_whose_a_list_is_that_is_told_beside_others(story: str, issuer: str) -> None:
    assert {who for who, _ in parties(story, SPOKEN)} == {issuer}


def test_an_officer_for_somebody_tells_what_that_party_wants() -> None:
    story = """احتجاج في الشمال
بدأت المسيرة أمس.
وتلا ممثل عن حماس بيانا عدد ما يريده من النرويج:"""
    assert parties(story) == {("group:hamas", "state:NOR")}


def test_a_state_is_not_of_whom_its_opposition_wants_something() -> None:
    story = """المعارضة السويدية ترفع سقف مطالبها أمام البرلمان
بدأت المسيرة أمس.
وقال القيادي في التحالف نيلس ليند إن الحوار لن يستمر، وقرأ على الصحفيين ورقة من ست نقاط:"""
    assert "state:SWE" not in {who for who, _ in parties(story)}
