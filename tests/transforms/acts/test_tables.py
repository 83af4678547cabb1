"""The tables of acts keep to their rules: closed lists, codes that fit, each form once."""

import collections

import pytest

from transforms.actors.names import fold_name
from transforms.acts.grammar import LANGUAGES, grammar
from transforms.acts.lists import TYPES
from transforms.acts.notation import expand, fold_bare
from transforms.tables import read_table

FRAMES = frozenset(
    "verb infinitive passive speaker blame must noun item lead reply no_lead".split()
)
KINDS = frozenset(
    "not future would if hearsay by blocks we pronoun bodies and that no_bullet passive of to "
    "auxiliary whether institution particle object time private clitic determiner according "
    "conjunction masculine office rank resumed rulers said seat harm home officer contraction "
    "contained denied inverted listing place sent else deadly clause affirmed each cabinet "
    "transitive complement perfect anew then these ends hurts evils goods ills bidding announced "
    "participle describing behalf praise deeds denying infinitive orders adjective finite due "
    "depending members "
    "wished announcing opens_demand opens_appeal opens_refusal opens_threat opens_accusation "
    "opens_denial opens_promise ahead ours_ahead any deed_end doubted others_say "
    "refusal_start refusal_end denial_start denial_end dative whom ahead_start among measure "
    "his theirs realm aside facing homonym "
    "tells_refusal tells_denial world opinion told when some "
    "no_ahead_end no_order_start order_end until everyday looming naming "
    "thing about unmet council failing report faction nameless shared unanswered calling plan "
    "voicing while upon explains press wanted_of asked agreed foretold former nominative "
    "unowned unmet_end sourced indirect feminine was thanks subjects "
    "ours_start ours_end no_ours_start no_ours_end yours_end no_yours_start".split()
)
CODES = {
    "demand": ("REQUEST", "10"),
    "appeal": ("REQUEST", "02"),
    "refusal": ("REJECT", "12"),
    "threat": ("THREATEN", "13"),
    "accusation": ("ACCUSE", "11"),
    "denial": ("REJECT", "016"),
    "promise": ("AGREE", "03"),
}
"""PLOVER event and beginning of the CAMEO code (design/vocabulary.md)."""
EVENTS = {"appeal": {"REQUEST"}, "promise": {"AGREE", "SUPPORT"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_of_the_closed_lists_and_their_codes_fit(language: str) -> None:
    for row in read_table(f"acts/cues.{language}.tsv"):
        assert row["type"] in TYPES, row
        assert row["frame"] in FRAMES, row
        assert row["lemma"], row
        assert row["forms"], row
        assert row["source"], row
        assert row["licence"], row
        if row["frame"] == "no_lead":
            continue
        event, root = CODES[row["type"]]
        assert row["plover"] in EVENTS.get(row["type"], {event}), row
        assert row["cameo"].startswith((root, "10") if row["type"] == "appeal" else root), row


def test_what_is_announced_or_foretold_is_a_promise() -> None:
    of_language = grammar("ar")
    assert of_language is not None
    lemmas = of_language.words(("announced", "foretold"))
    types = {row["type"] for row in read_table("acts/cues.ar.tsv") if row["lemma"] in lemmas}
    assert types == {"promise"}


def test_alternatives_are_all_of_the_forms_that_a_row_writes_in_short() -> None:
    assert expand("a b|[set/sets] [terms/a date]|wies+zurück") == [
        "a b",
        "set terms",
        "set a date",
        "sets terms",
        "sets a date",
        "wies+zurück",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_twice_in_a_language(language: str) -> None:
    forms = [
        fold_name(form)
        for row in read_table(f"acts/cues.{language}.tsv")
        for form in expand(row["forms"])
    ]
    assert all(form == form.strip() and form for form in forms)
    assert [form for form, count in collections.Counter(forms).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_verbs_of_all_types_and_the_words_around_them(language: str) -> None:
    rows = read_table(f"acts/cues.{language}.tsv")
    assert {row["type"] for row in rows if row["frame"] == "verb"} == set(TYPES)
    assert {"speaker", "must", "noun", "lead", "reply"} <= {row["frame"] for row in rows}
    words = read_table(f"acts/words.{language}.tsv")
    assert {row["kind"] for row in words} <= KINDS
    assert {"not", "and", "blocks", "bodies", "if"} <= {row["kind"] for row in words}
    kinds = [row["kind"] for row in words]
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_as_itself(language: str) -> None:
    tables = grammar(language)
    assert tables is not None
    forms = [
        form
        for row in read_table(f"acts/cues.{language}.tsv")
        for form in expand(row["forms"])
        if "+" not in form  # the second part is missing
        and form[0] != "*"  # the beginning of the word is missing
    ]
    for form in forms[::7]:
        (hits,) = tables.cues([fold_bare(form).text])
        assert hits, form
        assert hits[0].start <= 3  # what may be glued before it can be its first letters
