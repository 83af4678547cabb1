"""The table of office-holders: what it covers, which gaps it is known to have, and dates in use."""

from __future__ import annotations

import datetime

import pytest

from transforms.actors.lexicon import lexicon
from transforms.actors.terms import LONG, OFFICES, UNTIL, Office, offices, report, shipped_offices
from transforms.tables import read_table

TERMS = read_table("terms.tsv")
ACTORS = {row["actor_id"]: row for row in read_table("actors.tsv")}
STATES = set(
    "AFG ARE AUS BRA CAN CHN DEU DZA EGY ESP FRA GBR IND IRN IRQ ISR ITA JOR JPN KOR LBN LBY MAR "
    "NGA PAK POL PRK PSE QAT RUS SAU SDN SYR TUN TUR UKR USA VEN YEM ZAF".split()
)
NO_PREMIER = set("AFG BRA KOR NGA USA VEN ZAF".split())
"""States whose head of state is the head of government too, so that the table has one of them."""
VACANT = {("LBN", "head of state", "2014-05-25"), ("LBN", "head of state", "2022-10-31")}
"""Gaps that there were; all others are holders whom nobody could name with certainty."""
LONG_GAPS = {
    "head of state": {"LBN", "LBY"},
    "head of government": {"LBY", "PAK", "POL", "PRK", "SDN", "TUN"},
    "foreign minister": set("AFG KOR LBN LBY NGA PAK PRK SDN TUN UKR YEM".split()),
}
"""States with gaps over LONG days: it may lose members and win none."""


def test_the_table_is_sorted_and_names_known_persons() -> None:
    keys = [(row["state"], row["office"], row["valid_from"]) for row in TERMS]
    assert keys == sorted(set(keys))
    assert {row["office"] for row in TERMS} == set(OFFICES)
    assert all(row["source"] and row["licence"] for row in TERMS)
    assert {ACTORS[row["actor_id"]]["type"] for row in TERMS} == {"person"}


def test_terms_end_after_they_begin_and_lie_within_the_dates_of_their_holder() -> None:
    for row in TERMS:
        holder = ACTORS[row["actor_id"]]
        assert row["valid_from"] < (row["valid_to"] or "9"), row
        if holder["parent"] == row["state"]:
            assert holder["valid_from"] <= row["valid_from"], row
            assert (row["valid_to"] or "9") <= (holder["valid_to"] or "9"), row


def test_holders_who_now_speak_for_others_are_few() -> None:
    """Kings of several states, ministers who went on to an organisation, the Taliban."""
    others = {row["actor_id"] for row in TERMS if ACTORS[row["actor_id"]]["parent"] != row["state"]}
    assert others == {
        f"person:{name}"
        for name in "aboul_gheit akhundzada borrell charles_iii elizabeth_ii mogherini muttaqi "
        "nabil_elaraby".split()
    }


def test_forty_states_have_their_offices() -> None:
    found = {(one.state.partition(":")[2], one.office) for one in shipped_offices()}
    assert {state for state, _ in found} == STATES
    assert {state for state in STATES if (state, "head of government") not in found} == NO_PREMIER
    for office in ("head of state", "foreign minister"):
        assert {state for state in STATES if (state, office) not in found} == set()


def test_there_are_no_gaps_but_those_that_are_known() -> None:
    found = shipped_offices()
    for office, states in LONG_GAPS.items():
        long = {
            one.state.partition(":")[2]
            for one in found
            if one.office == office and any((last - first).days >= LONG for first, last in one.gaps)
        }
        assert long <= states, long - states
    shares = sorted(one.share for one in found)
    assert sum(share >= 0.95 for share in shares) >= 97
    assert sum(shares) / len(shares) >= 0.96
    starts = {
        (one.state.partition(":")[2], one.office, first.isoformat())
        for one in found
        for first, _ in one.gaps
    }
    assert starts >= VACANT


def test_gaps_are_counted_in_days() -> None:
    rows = [
        {"state": "state:UTO", "office": "head of state", "actor_id": name, **dict(zip(
            ("valid_from", "valid_to"), dates, strict=True))}
        for name, *dates in (
            ("a", "2001-01-01", "2009-12-30"),
            ("b", "2010-01-11", "2012-01-01"),
            ("b", "2012-01-01", "2012-06-01"),
            ("c", "2012-08-30", ""),
        )
    ]  # fmt: skip
    first = (datetime.date(2010, 1, 1), datetime.date(2010, 1, 10))
    second = (datetime.date(2012, 6, 2), datetime.date(2012, 8, 29))
    (found,) = offices(rows)
    days = (UNTIL - first[0]).days + 1
    assert found == Office("state:UTO", "head of state", 2, 1 - 99 / days, (first, second))
    lines = list(report([found]))
    assert lines[1].split() == ["UTO", "2", "(98)", "-", "-"]
    assert lines[2:] == ["nobody known as head of state of UTO: 2012-06-02 to 2012-08-29"]


@pytest.mark.parametrize(
    ("on", "speaks"),
    [("", True), ("2010-05-01", True), ("2012-06-30", True), ("2020-05-01", False)],
)
def test_a_former_holder_speaks_for_nobody(on: str, speaks: bool) -> None:
    ((found, _),) = lexicon().tag_all([("Nicolas Sarkozy arrived.", ("en",))], on)
    assert [mention.principal for mention in found] == (["state:FRA"] if speaks else [])


def test_an_older_story_finds_who_held_office_then() -> None:
    text = "Emmanuel Macron met Laurent Fabius."
    ((then, _),) = lexicon().tag_all([(text, ("en",))], "2014-03-01")
    ((now, _),) = lexicon().tag_all([(text, ("en",))], "2024-03-01")
    assert [mention.text for mention in then] == ["Laurent Fabius"]
    assert [mention.text for mention in now] == ["Emmanuel Macron"]
