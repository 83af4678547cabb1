"""What only Romance languages need: relatives between commas, auxiliaries, verbs before subjects.

Offsets are code points into the passage's text.
"""

from __future__ import annotations

import re

from transforms.acts.grammar import Grammar, Hit
from transforms.acts.parties import Group
from transforms.acts.scene import WORD, Region

_BEHIND_COMMA = 12
"""Code points behind a party in which a relative follows its comma."""
_NEAR = 20
"""Code points behind an office in which its state is named: al gobierno de Haití."""
_PARTICIPLES = {"es": re.compile(r"(?:ad|id|íd|ch|uest|scrit|uelt)[oa]s?$")}
"""Ends of participles, where finite verbs have others."""
_LONGEST_NAME, _MOST_NAME = 40, 3
"""Code points and words from a party, which is no state, to the state where it is at home."""
_AT_HOME = frozenset("demand appeal refusal threat accusation".split())
"""Types that are towards an office of the state told of before."""
_PLURAL = {"es": ("n",), "fr": ("nt",), "it": ("no",), "pt": ("m",)}
"""Ends of verbs of several."""
_SEVERAL = ("s", "i", "x")
"""Ends of names that may be of several: Estados Unidos, alleati."""


def tells_others(grammar: Grammar, text: str, group: Group) -> bool:
    """Whether a name only tells where people, a party or a thing are: les pêcheurs français."""
    if grammar.romance and not group.adjective:  # el Partido Unionista del Reino Unido
        words = WORD.findall(text[max(0, group.start - _LONGEST_NAME) : group.start])[-_MOST_NAME:]
        of = words[-1:] and words[-1] in grammar.words("of")
        of = of and group.principals[0][:6] == "state:"  # but la guerrilla del ELN
        return bool(of) and not grammar.words(("faction", "bodies", "thing")).isdisjoint(words)
    if not grammar.romance:
        return False
    near = WORD.findall(text[max(0, group.start - _LONGEST_NAME) : group.start])[-2:]
    return not grammar.words("bodies").isdisjoint(near)  # les pêcheurs côtiers français


def may_be_participle(language: str, text: str, hit: Hit) -> bool:
    """Whether the first word of a verb may be a participle: pedido, but not pidió."""
    ends = _PARTICIPLES.get(language)
    word = WORD.search(text, hit.start, hit.end)
    return ends is None or word is None or ends.search(word[0]) is not None


def verb_start(grammar: Grammar, region: Region, hit: Hit) -> int:
    """Where a verb begins, with the auxiliary before its participle: "..., a averti"."""
    head = region.text[max(region.start, hit.start - 12) : hit.start].rstrip()
    last = WORD.findall(head)[-1:]
    if not grammar.romance or not last or last[0] not in grammar.words("auxiliary"):
        return hit.start
    return hit.start - 1 - len(last[0])


def is_told_of(grammar: Grammar, region: Region, hit: Hit, group: Group) -> bool:
    """Whether the party behind a verb is no subject: the "British" proposal, or one of a plural."""
    if not grammar.romance:
        return False
    text = region.text
    between = WORD.findall(text[hit.end : group.start])
    if len(between) == 1 and between[0] in hit.cue.addressee:
        return True  # exigen de Londres
    of = [n for n, word in enumerate(between) if word in grammar.words("of")]
    if of and grammar.words("institution").isdisjoint(between[: of[0]]):
        return True  # exigen la renuncia del ministro ruso
    if group.adjective:
        head = between[-1:]
        titles = grammar.words("institution") | grammar.words("seat")
        return bool(head) and titles.isdisjoint(head)
    verb = WORD.findall(text[hit.start : hit.end])[0]
    name = text[group.start : group.end]
    several = name.endswith(_SEVERAL) and not name.startswith(("el ", "le "))  # el país
    one = len(group.principals) == 1 and not several
    return one and verb.endswith(_PLURAL[grammar.language])


def at_home(
    grammar: Grammar, region: Region, hit: Hit, issuers: tuple[str, ...]
) -> tuple[str, ...]:
    """The state told of before, whose office is addressed without a name: al gobierno.

    Also where what it did is refused, or a threat depends on it: si el gobierno no cede.
    """
    text = region.text
    office = grammar.search("cabinet", text, hit.end, region.end)
    if office is None or hit.cue.type not in _AT_HOME:
        return ()
    marks = grammar.words(("of", "by", "if")) | frozenset(hit.cue.addressee)
    light = grammar.words(("article", "determiner")) - marks
    words = [word for word in WORD.findall(text[hit.start : office.start()]) if word not in light]
    follows = WORD.findall(text[office.end() : office.end() + _NEAR])[:1]
    near = words[-1:] if grammar.romance else words[-2:]  # the leftist government
    direct = "_" in marks and light.issuperset(WORD.findall(text[hit.end : office.start()]))
    if not direct and (marks.isdisjoint(near) or not grammar.words("of").isdisjoint(follows)):
        return ()
    if any(
        group.end > office.start() and group.start < office.end() + _NEAR for group in region.groups
    ):
        return ()  # whose it is follows
    states = [
        group.principals
        for group in region.groups[: None if grammar.romance else 1]
        if group.end <= hit.start and all(one.startswith("state:") for one in group.principals)
    ]
    told = states[-1] if states else ()
    return told if len(told) == 1 and told[0] not in issuers else ()


def meant(grammar: Grammar, region: Region, hit: Hit, issuers: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a pronoun before a verb addresses, the party named last: y le pidió."""
    opens = verb_start(grammar, region, hit)
    last = WORD.findall(region.text[max(region.start, opens - _BEHIND_COMMA) : opens])[-1:]
    if grammar.words("dative").isdisjoint(last):
        return ()
    told = (group.principals for group in reversed(region.groups) if group.end <= opens)
    return next((parties for parties in told if set(parties).isdisjoint(issuers)), ())
