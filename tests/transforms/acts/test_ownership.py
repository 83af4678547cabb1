"""Whose a list is where many things tell a little."""

from __future__ import annotations

import itertools

from tests.conftest import acts_in
from transforms.acts.ownership import Facts, acting, open_to, weigh

OSLO, ROME, BOTH, UN = ("state:NOR",), ("state:ITA",), ("state:NOR", "state:ITA"), ("igo:UN",)
WEIGHTS = {"opens": 2.0, "named": 0.5, "nobody": 0.25}
FACTS: Facts = {(): {"nobody"}, OSLO: {"named"}, ROME: {"named", "opens"}, BOTH: {"opens", "named"}}


def test_for_whom_most_tells_issues_whatever_the_order() -> None:
    facts = {party: FACTS[party] for party in ((), OSLO, ROME)}
    for order in itertools.permutations(facts):
        assert weigh(WEIGHTS, {one: facts[one] for one in order}, OSLO, 1.0) == ROME


def test_the_rules_are_overruled_only_by_what_weighs_more() -> None:
    assert weigh(WEIGHTS, {OSLO: {"named"}, ROME: {"named", "opens"}}, OSLO, 2.5) == OSLO


def test_of_several_the_one_that_the_rules_name_is_not_joined_by_the_others() -> None:
    facts = {OSLO: FACTS[OSLO], BOTH: FACTS[BOTH]}
    assert weigh(WEIGHTS, facts, OSLO, 1.0) == OSLO
    assert weigh(WEIGHTS, facts, (), 1.0) == BOTH


def test_whom_only_the_rules_name_is_a_candidate() -> None:
    assert weigh(WEIGHTS, {(): {"nobody"}}, UN, 1.0) == UN


def test_a_place_and_where_people_are_from_issue_nothing() -> None:
    facts = {
        (): {"nobody"},
        OSLO: {"title named", "title where", "passage 1 named", "passage 1 behind people"},
        ROME: {"title named", "title where", "passage 1 named"},
    }
    assert set(acting(facts)) == {(), ROME}


def test_a_list_is_not_to_those_whose_it_is_nor_to_a_mediator() -> None:
    facts = {(): {"nobody"}, OSLO: {"named"}, BOTH: {"named"}, ROME: {"named"}, UN: {"named"}}
    assert set(open_to(facts, OSLO)) == {(), ROME}
    assert "issued by nobody" in open_to(facts, ())[ROME]


def test_a_list_is_of_whom_the_story_is_about_though_another_opens_the_passage() -> None:
    story = (
        "Ghana sets out terms for Togo\n\nGhana's president met reporters on Monday.\n\n"
        "Benin has offered to mediate. In the document are these points:\n\n"
        "- Return of all boats\n- Release of the fishermen\n- An end to the tax\n"
    )
    acts = acts_in(story, "en")[-3:]
    assert [(act.type, act.issuers) for act in acts] == [("demand", ("state:GHA",))] * 3
    assert all(act.rule.endswith("+weighed") for act in acts)
