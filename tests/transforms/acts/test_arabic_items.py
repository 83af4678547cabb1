"""Items of Arabic replies that are whole sentences: who does what in them tells their type."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in

REPLY = "سلمت النرويج ردها إلى فنلندا، وجاء فيه:"


def types(introduction: str, item: str) -> list[str]:
    """The types of the acts of a list below an introduction, of the same item twice."""
    text = f"النرويج وفنلندا\n\n{introduction}\n\n- {item}\n- {item}"
    return [act.type for act in acts_in(text, "ar")][-2:]


@pytest.mark.parametrize(
    ("expected", "item"),
    [
        ("promise", "نستقبل الصيادين في الميناء كل صباح"),
        ("promise", "فتحنا الميناء أمام الصيادين"),
        ("threat", "شددنا الحصار على السفن"),
        ("threat", "نضرب السفن في الميناء"),
        ("accusation", "أفرغتم الميناء من الصيادين"),
        ("accusation", "الجانب الفنلندي أفرغ الميناء من الصيادين"),
        ("accusation", "مسؤولون فنلنديون أفرغوا الميناء من الصيادين"),
        ("demand", "انسحاب القوات الفنلندية من الميناء"),
    ],
)
def test_who_does_what_in_an_item_tells_its_type(expected: str, item: str) -> None:
    assert types(REPLY, item) == [expected] * 2


def test_thanks_are_no_acts() -> None:
    assert not types(REPLY, "نشكر الصيادين على صبرهم")


def test_what_will_be_if_something_is_not_done_is_threatened() -> None:
    unmet = "وإن لم تفعل هلسنكي ذلك، تضيف أوسلو:"
    assert types(unmet, "إخلاء الميناء") == ["threat"] * 2
    met = "وبعد ذلك، تضيف أوسلو:"
    assert "threat" not in types(met, "إخلاء الميناء")
