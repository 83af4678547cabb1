"""What the forms of Arabic verbs tell: gender and number, tense, the object that they bear.

Also who acts in a relative clause, and the order of headlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.marks import marker_before
from transforms.acts.notation import fold_form
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region
from transforms.acts.subject import NEAR_WORDS, Missing, Subject

_LONGEST_HEADLINE = 110
_MOST_OF_OFFICER = 4
"""Words from an officer to the party whose he is: "a source responsible in the consulate of"."""
TO_SOMEBODY = frozenset(("demand", "appeal", "threat", "accusation"))
"""Types of verbs whose object is somebody; what is refused or denied is a thing."""
_OBJECTS = ("ها", "هما", "هم", "ه")
"""What an Arabic verb ends in for him, her or them."""
_SELF = re.compile(r" [إا]يا(هما|هم|ها|ه)(?!\w)")
"""Behind a verb that bears no object: accusing "them"."""
_I = re.compile(r"(?:(?<=ان)| ان) ا(?!ل)")
"""What a verb of the first person begins with, behind "that"."""
_BY_THE_WAY = frozenset(("الذي", "التي", "كما"))
_LONGEST_WORD = 12
"""Code points before a cue in which the word before it stands."""
_NEAR = 6
"""Code points before a verb in which the end of the word before it stands."""
_MANY = ("ين", "ون")
_ACCUSES = ("اتهم", "يتهم", "تتهم")
_NO_OBJECT = ("وجه", "واجه", "نبه", "نوه", "كره")
"""What ends in the letters of "him" or "them" by its root."""
PRESENT = frozenset("يت")
"""What verbs of the third person begin with in the present."""
ADJECTIVES = ("ي", "يه", "ية")
"""What names end with that are adjectives; folding takes some of them for nouns."""


def agrees(grammar: Grammar, text: str, hit: Hit, relative: str) -> bool:
    """Whether a verb may be that of "who" before it, by its gender."""
    masculine = is_masculine(grammar, text, hit)
    return not (relative == "الذي" and not masculine) and not (relative == "التي" and masculine)


def is_masculine(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether an Arabic verb is of the masculine singular, as no state is but a few."""
    if hit.cue.frame != "verb":
        return False
    small = grammar.words(("not", "future"))
    verb = next((word for word in text[hit.start : hit.end].split() if word not in small), "")
    if verb == fold_form(hit.cue.lemma.partition(" ")[0]):
        return True  # the past of a root in t: he pledged
    return not verb.startswith(("ت", "ست")) and not verb.endswith(
        ("ت", "تا", "وا", "ون", "ان", "ه", "ا")
    )


def is_short(text: str, hit: Hit) -> bool:
    """Whether a form has its verb without the first letter, and so holds its subject: دان المغرب.

    Alone it would be another word.
    """
    verb = text[hit.start : hit.end].partition(" ")[0]
    return fold_form(hit.cue.lemma)[1:] == verb


def is_participle(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether an Arabic cue tells what somebody does besides: accusing; its subject is before it.

    What may as well be a noun ("a demand") is none.
    """
    word = text[hit.start : hit.end].partition(" ")[0]
    known = word in grammar.words("participle")
    if known or hit.cue.frame != "verb" or word[2:3] == "ا" or word in grammar.words("predicate"):
        return known
    return word[:1] == "م" and word.endswith(("ا", "ه", "ين"))


def is_plural(text: str, hit: Hit) -> bool:
    """Whether an Arabic verb is of the plural, as it is only where its subject is before it."""
    word = text[hit.start : hit.end].partition(" ")[0]
    return hit.cue.frame == "verb" and word.endswith(("وا", "ون"))


def object_pronoun(text: str, hit: Hit) -> str:
    """What an Arabic verb bears of its object, who was named before: accuses "them"; else empty.

    text: with its marks, or folded where the verb follows "whom" and is none of its nouns.
    """
    if hit.cue.frame != "verb" or hit.cue.type not in TO_SOMEBODY:
        return ""
    follows = _SELF.match(text, hit.end) or _SELF.search(text, hit.start, hit.end)
    if follows is not None:
        return follows[1]
    verb = text[hit.start : hit.end].partition(" ")[0]
    if text[max(0, hit.start - _NEAR) : hit.start].rstrip().endswith("ما"):
        return ""  # in what he calls aggression
    if verb.startswith("م") or verb in _ACCUSES or verb.endswith(_NO_OBJECT):
        return ""
    return next((end for end in _OBJECTS if verb.endswith(end)), "")


def is_of_bodies(grammar: Grammar, region: Region, group: Group) -> bool:
    """Whether a party is named for those of it who are no party: Arabic "residents of Israel"."""
    if not grammar.verb_first:
        return False
    head = WORD.findall(region.text[max(region.start, group.start - 20) : group.start])[-1:]
    return not grammar.words("bodies").isdisjoint(head)


def is_mine(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether a duty is that of him alone who speaks: Arabic "I must add"."""
    return grammar.verb_first and _I.match(text, hit.end) is not None


def is_by_the_way(grammar: Grammar, region: Region, hit: Hit) -> bool:
    """Whether a duty is only told of, in Arabic: what must be watched, "as it must"."""
    last = WORD.findall(region.text[max(region.start, hit.start - _LONGEST_WORD) : hit.start])[-1:]
    return grammar.verb_first and bool(last) and last[0] in _BY_THE_WAY


def told_of(grammar: Grammar, region: Region, hit: Hit, right: Sequence[Group]) -> Group | None:
    """Who acts in a relative clause whose verb bears its object: whom Ankara considers."""
    if not right or not object_pronoun(region.text, hit):
        return None
    behind_it = right[0].behind(hit.end)
    gap = WORD.findall(region.text[hit.end : right[0].start])
    if marker_before(grammar, region.text, behind_it, grammar.governing) is not None:
        return None
    return right[0] if all(word in grammar.words("institution") for word in gap) else None


def antecedent(
    grammar: Grammar, text: str, hit: Hit, relative: str, left: Sequence[Group]
) -> Subject:
    """Whom a relative clause is about: the party right before it."""
    if not left or len(WORD.findall(text[left[-1].end : hit.start])) > NEAR_WORDS:
        return Missing.UNKNOWN
    name = WORD.findall(text[left[-1].start : left[-1].end])
    is_state = left[-1].plain and left[-1].principals[0].startswith("state:")
    feminine = is_state and name[:1] and name[0] not in grammar.words("masculine")
    if feminine and relative != "التي" and not name[-1].endswith(ADJECTIVES):
        return Missing.UNKNOWN  # the statement from Yemen, which demands
    return left[-1]


def is_at(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether somebody of a party is named by where he is: an official in its embassy."""
    officers = grammar.words("officer")
    if not officers:
        return False
    words = WORD.findall(text[max(0, group.free, group.start - 40) : group.start])
    return not officers.isdisjoint(words[-_MOST_OF_OFFICER:])


def is_headline(region: Region) -> bool:
    """Whether a text is a headline: there also Arabic has the subject first."""
    text = region.text.rstrip()
    return len(text) <= _LONGEST_HEADLINE and not text.endswith(".")


def may_loom(grammar: Grammar, text: str, hit: Hit) -> bool:
    """Whether a verb that opens no clause tells what things do now: wars and droughts threaten."""
    if hit.cue.lemma not in grammar.words("looming") or text[hit.start] not in PRESENT:
        return False
    return not text[hit.start - 1 : hit.start].isalpha()
