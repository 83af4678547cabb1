"""What the forms of Arabic verbs tell: gender and number, tense, the object that they bear.

Also who acts in a relative clause, and the order of headlines.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import has_marker
from transforms.acts.notation import fold_form
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region, last_words
from transforms.acts.subject import NEAR_WORDS, UNKNOWN, Subject

_LONGEST_HEADLINE = 110
_LONGEST_FACTION = 45
"""Code points from "party" to the state where it is at home,."""
_MOST_OF_OFFICER = 4
"""Words from an officer to the party whose he is: "a source responsible in the consulate of"."""
TO_SOMEBODY = frozenset(("demand", "appeal", "threat", "accusation"))
"""Types of verbs whose object is somebody; what is refused or denied is a thing."""
_IN = frozenset(("في", "من"))
_RESUMED = {"الذي": "ه", "ما": "ه", "التي": "ها", "الذين": "هم"}
"""Relatives, and the pronoun for whom they are about where he does not act."""
_OBJECTS = ("ها", "هم", "هما", "ه")
PRESENT = frozenset("يت")
"""What verbs of the third person begin with in the present."""
_OF_OTHERS = ("ت", "تا", "وا", "ون", "ان", "ه", "ا")
"""What verbs of the feminine or of several end with, or what bears an object."""
ADJECTIVES = ("ي", "يه", "ية")
"""What names end with that are adjectives; folding takes some of them for nouns."""


def agrees(grammar: Grammar, text: str, hit: Hit, relative: str) -> bool:
    """Whether a verb may be that of "who" before it, by its gender."""
    masculine = is_masculine(grammar, text, hit)
    return not (relative == "الذي" and not masculine) and not (relative == "التي" and masculine)


def is_masculine(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether an Arabic verb is of the masculine singular, as no state is but a few."""
    small = grammar.words(("not", "future"))
    verb = ""
    for verb in text[hit.start : hit.end].split():
        if verb not in small:
            break
    if not verb.startswith(("ت", "ست")) and not verb.endswith(_OF_OTHERS):
        return True
    root_in_t = verb[0] == "ت"  # he pledged
    return root_in_t and verb == fold_form(hit.cue.lemma.partition(" ")[0])


def bears_object(text: str, hit: Hit) -> bool:
    """Whether an Arabic verb bears whom or what it is about, named before: called on it."""
    if hit.cue.frame not in ("verb", "must"):
        return False
    verb = text[hit.start : hit.end].partition(" ")[0]
    bears = verb.endswith(_OBJECTS) and not verb.startswith("م")  # a participle is feminine
    return bears and not verb.endswith(fold_form(hit.cue.lemma.partition(" ")[0])[1:])


def resumes(grammar: Grammar, text: str, hit: Hit, relative: str) -> bool:
    """Whether whom a relative clause is about is not its subject: whom Ankara blames."""
    glued = bears_object(text, hit)
    word = WORD.match(text, hit.start if glued else hit.end + 1)
    if word is None or not word[0].endswith(_RESUMED.get(relative, " ")):
        return False
    return glued or word[0] in grammar.words("resumed")


def is_called_for(grammar: Grammar, text: str, hit: Hit, group: Group) -> bool:
    """Whether a party behind a call is of what is called for: for a new deal with Iran."""
    gap = WORD.findall(text[hit.end : group.start])[:-1]
    opener = next(mark for mark in hit.cue.addressee if mark != "_")
    return opener in gap and grammar.words("that").isdisjoint(gap)


def antecedent(text: str, hit: Hit, left: Sequence[Group]) -> Subject:
    """Whom a relative clause is about: the party right before it."""
    if not left or len(WORD.findall(text[left[-1].end : hit.start])) > NEAR_WORDS:
        return UNKNOWN
    return left[-1]


def is_at(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether somebody of a party is named by where he is: an official in its embassy."""
    words = last_words(text[max(group.free, group.start - 40) : group.start], _MOST_OF_OFFICER)
    return not grammar.words("officer").isdisjoint(words)


def is_of_faction(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a state only tells where a party or a front is at home: the Tunisian opposition."""
    if not group.adjective or not group.principals[0].startswith("state:"):
        return False
    start = max(group.free, group.start - _LONGEST_FACTION)
    return grammar.search("faction", text, start, group.start) is not None


def is_former(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether somebody speaks for no party any more: the former Norwegian minister."""
    behind = WORD.match(text, group.mentions[0].end + 1)
    return behind is not None and behind[0] in grammar.words("former")


def seated(grammar: Grammar, region: Region, place: int) -> tuple[str, ...]:
    """Whose capital a sentence opens with, for an officer there: in Oslo the minister said."""
    first = region.groups[0] if region.groups else None
    if first is None or len(region.text[region.start : first.start].split()) != 1:
        return ()
    at = first.plain and first.end <= place and has_marker(grammar, region.text, first, _IN)
    return first.principals if at else ()


def is_of_people(grammar: Grammar, region: Region, group: Group) -> bool:
    """Whether a party's name only tells where people are from: American scientists."""
    head = last_words(region.text[max(region.start, group.start - 20) : group.start], 2)
    return not grammar.words("bodies").isdisjoint({*head[-1:], " ".join(head)})


def is_headline(region: Region) -> bool:
    """Whether a text is a headline: there also Arabic has the subject first."""
    text = region.text.rstrip()
    return len(text) <= _LONGEST_HEADLINE and not text.endswith((".", ":"))
