"""Arabic denials and refusals: who did not do what, who will not, and what is no answer at all."""

import pytest

from tests.conftest import acts_in


def told(text: str) -> list[str]:
    """Type and issuers of each act."""
    return [f"{act.type} {' '.join(act.issuers)}".strip() for act in acts_in(text, "ar")]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["denial state:KEN"], "وقال وزير الدفاع الكيني إن قواته لم تقصف القرية."),
        (["denial state:KEN"], "وقالت كينيا إنها لا تمول أي فصيل."),
        (["denial state:KEN"], "وأكدت كينيا أن نيروبي لم تشارك في الهجوم."),
        (["denial state:KEN"], "وقال الرئيس الكيني إن بلاده «لم ترسل سلاحا»."),
        (["denial state:KEN"], "وقال وزير الدفاع الكيني إن الحكومة لا علم لها بالأمر."),
        (["denial state:KEN"], "وأكد وزير الدفاع الكيني أن بلاده لم تكن تعرف بالرحلة."),
        (["denial state:KEN"], "وقال الوزير الكيني إن بناء الجسر لا يعد انتهاكا للاتفاق."),
        (["denial state:KEN"], "وقالت كينيا إن المشروع لا يخالف القانون."),
        (["denial state:KEN"], "وتصر كينيا على براءتها."),
        (
            ["accusation state:GHA", "denial state:KEN"],
            "اتهمت غانا كينيا بالتجسس، لكن السفير الكيني قال إن بلاده لا تملك أي سفن هناك.",
        ),
        ([], "لم تستخدم كينيا حقها في الرد."),
    ],
)
def test_what_one_says_not_to_have_done_is_a_denial(expected: list[str], text: str) -> None:
    """Not what others did not do, nor what is only told."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["denial state:KEN"], "وفي نيروبي قالت كينيا إن هذه الاتهامات هراء."),
        (["denial state:KEN"], "ورفضت كينيا ما وصفته بالمزاعم الكاذبة."),
        (["denial state:KEN"], "كل هذه الاتهامات ترفضها كينيا."),
        (["denial state:KEN"], "ورفض الوزير الكيني ما تردد عن بيع الجسر."),
        ([], "وقالت كينيا: ما دمنا نفي بالتزاماتنا."),
        ([], "وقالت كينيا إن الرجل موقوف بتهمة نشر أخبار كاذبة."),
    ],
)
def test_what_is_denied_is_what_somebody_claims(expected: list[str], text: str) -> None:
    """Rejecting a claim that one calls false denies it."""
    assert told(text) == expected


def test_marks_in_words_change_nothing() -> None:
    text = "وتوعّدت كينيا بأنّها ستردّ على أيّ إجراء، رافضةً شروط غانا."
    assert told(text) == ["threat state:KEN", "refusal state:KEN"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["refusal state:KEN"], "وقالت كينيا إنها لا تعتزم تسليم الجنود."),
        (["denial state:KEN"], "وقالت كينيا إنها لا تعتزم شن هجوم."),
        ([], "وقال الرئيس الكيني إن الخطوة لا رجعة فيها."),
        ([], "وقال الرئيس الكيني إن السلام لا يمكن أن يتحقق وحده."),
        ([], "تختلف الآراء في كينيا، بعضها يرفض العودة."),
        (["refusal state:KEN"], "وقالت كينيا إنها لم تعد قادرة على استقبال المزيد من اللاجئين."),
        (["refusal state:KEN"], "وأكدت كينيا أن نيروبي ستعارض المشروع."),
        (["refusal state:KEN"], "وهي خطة تعارضها كينيا."),
        (["refusal state:KEN"], "أعلنت كينيا إلغاء القمة مع غانا."),
        (["refusal state:KEN"], "وطال انتظار السفينة بعد رفض كينيا فتح الميناء."),
        (["refusal state:KEN"], "وعاد القارب الذي اصطدم برفض كينيا فتح الميناء."),
        ([], "وعادت السفينة بعد رفض الطاقم فتح الباب في كينيا."),
        ([], "وأكد مسؤول كيني رفض الكشف عن اسمه هطول المطر."),
    ],
)
def test_a_refusal_is_of_what_others_want(expected: list[str], text: str) -> None:
    """Not to mean to give way is one; that something cannot be is none."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["refusal"], "قالت النرويج إنها لن تسمح للسويد بإغلاق الجسر."),
        (["refusal"], "وقال الوزير النرويجي: «لن نسمح للسويد بإغلاق الجسر»."),
        (["threat"], "حذرت النرويج السويد من أنها لن تسمح بإغلاق الجسر."),
    ],
)
def test_what_a_party_will_not_allow_it_refuses(expected: list[str], text: str) -> None:
    assert [act.split()[0] for act in told(text)] == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([], "ويزور الوفد القرية الواقعة قرب الجسر الذي رفضت النرويج بناءه."),
        (["refusal"], "ويزور الوفد النرويج التي رفضت بناء الجسر."),
        (["refusal"], "وعاد الوفد في الوقت الذي رفضت النرويج بناء الجسر."),
    ],
)
def test_a_thing_that_was_once_refused_is_no_refusal(expected: list[str], text: str) -> None:
    assert [act.split()[0] for act in told(text)] == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["denial"], "ونفت الشركة أن تكون السفينة قد غرقت."),
        ([], "ورفض البحارة تفريغ السفينة."),
        (["accusation state:KEN"], 'وقالت كينيا إن إغراق السفينة "غير مقبول".'),
    ],
)
def test_anybody_denies_but_only_parties_refuse(expected: list[str], text: str) -> None:
    """What is not acceptable is blamed."""
    assert told(text) == expected
