"""Arabic accusations: who blames whom, and what is only told by the way."""

import pytest

from tests.conftest import acts_in


def found(text: str) -> list[str]:
    """The accusations of a text: issuers and addressees, without their kinds."""
    return [
        f"{' '.join(act.issuers)}>{' '.join(act.addressees)}".replace("state:", "")
        for act in acts_in(text, "ar")
        if act.type == "accusation"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وخرجت مظاهرات في فرنسا احتجاجا على الضرائب.",
        "وكان الكاتب منتقدا معروفا لروسيا.",
        "دعت فرنسا شركات ضالعة في هذا القطاع إلى التعاون مع ألمانيا.",
        "وتواجه الحكومة الفرنسية انتقادات شديدة بسبب الضرائب.",
    ],
)
def test_what_is_told_by_the_way_accuses_nobody(text: str) -> None:
    assert found(text) == []


def test_quoted_words_that_open_with_blame_accuse_somebody() -> None:
    assert found('قال وزير الخارجية الفرنسي: "إنها إهانة".') == ["FRA>"]


def test_regret_in_quotation_marks_is_no_less_an_accusation() -> None:
    assert found('عبرت كندا عن "خيبة أملها" إزاء القرار الأمريكي.') == ["CAN>USA"]
    assert found("عبرت كندا عن قلقها إزاء القرار الأمريكي.") == []


def test_a_party_beside_the_noun_accuses_where_it_is_not_said_of_what() -> None:
    assert found("أثارت اتهامات موسكو لكييف جدلا واسعا.") == ["RUS>UKR"]


@pytest.mark.parametrize(
    ("accusation", "text"),
    [
        (["TUR>NLD"], 'وصف الرئيس التركي هولندا بأنها "مستنقع لا قاع له".'),
        (["CAN>USA"], 'وصفت كندا الرسوم الأمريكية الجديدة بأنها "ليست مفيدة" لأحد.'),
        ([], 'وصف الرئيس التركي هولندا بأنها "شريك مهم" لبلاده.'),
        ([], 'وصفت كندا المهرجان بأنه "مستنقع لا قاع له".'),
        ([], "وصفت كندا الطريق إلى ألمانيا."),
    ],
)
def test_what_a_party_calls_another_is_bad_unless_it_is_praise(
    accusation: list[str], text: str
) -> None:
    assert found(text) == accusation
