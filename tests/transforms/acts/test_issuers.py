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
        ([("appeal", "", "state:IRN")], "نددت عمان. حث كاظمي على الحوار مع إيران."),
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
    ],
)
def test_whose_a_verb_is_among_two_parties(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected
