"""The table of roles: what a role noun means, and which words belong to titles, by language.

data/roles.tsv gives each form its kind. Role nouns (office, head, spokesperson, envoy, rank, body,
member, people) and nouns that refer back go into an automaton; the words around them (modifier,
glue, to, within, article, former, nobody, behind, post, before), those that are no part of a name
(stop) or begin one (given) into sets. What only one state or party is called (home) names it.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from transforms.actors.names import fold_name
from transforms.records import Mention, Passage
from transforms.tables import read_table

MARKS = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Marks without a width that may stand anywhere; not ZWNJ, which belongs to a Persian word."""
SPACE = re.compile(rf"[\s{MARKS}ـ]{{0,8}}")
WORD = re.compile(rf"[^\s{MARKS}،؛؟,;:.!?()\[\]{{}}<>«»“”„\"…—–|/\\]{{1,40}}")
BEFORE = frozenset({"en", "de", "ru", "uk", "tr", "zh", "ja", "ur", "hi"})
"""Languages in which the principal may stand before the noun."""
REFERRING = frozenset({"both", "several", "party", "own", "country", "named"})
"""Kinds of nouns that refer back to actors (`references.py`)."""
AND = frozenset("and et y e und и і й та ve و".split())
PERSONS = frozenset({"office", "head", "spokesperson", "envoy", "rank", "member"})
_TITLES = REFERRING | PERSONS | {"body", "people"}
_PROCLITICS = {
    "ar": frozenset("و ف ب ل ك وب ول فب فل وك لل ولل فلل".split()),
    "he": frozenset("ו ב ל מ ש כ וב ול ומ וש כש ה וה שה".split()),
}
_TURKISH_SUFFIX = re.compile(
    r"['’]?(?:[ny]?[ıiuüaeöo]n?|n[ıiuü]n|n?[dt][ae](?:n|ki)?|y?l[ae]|l[ae]r\w*|ki)\b"
)


@functools.lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A word as the sets of a grammar have it; cached, as the words beside titles are few."""
    return fold_name(word)


def is_adjective(mention: Mention) -> bool:
    """Whether a mention is a nationality's adjective or noun, and not the name of the state."""
    kind = mention.tagger.partition(":")[2].partition("+")[0]
    return kind in ("adjective", "demonym")


@dataclasses.dataclass(frozen=True, slots=True)
class Role:
    """What a form of the table means: a canonical role in English, and its kind."""

    role: str
    kind: str


@dataclasses.dataclass(slots=True)
class Title:
    """A role noun in a passage, with what belongs to it.

    start and end bound the noun itself, first and last the whole phrase with its principal.
    nobody: a former official, an opposition, a company ...; principal: the mention it acts for;
    party: a party, and the state where its adjective means it ("Republican senator").
    """

    start: int
    end: int
    first: int
    last: int
    role: str
    kind: str
    nobody: bool = False
    absorbed: bool = False
    principal: Mention | None = None
    party: str = ""

    def specify(self, domain: str | None) -> None:
        """Make a minister one of energy, of transport ..."""
        if domain and self.role in ("minister", "ministry"):
            self.role = f"{domain} {self.role}"

    @property
    def of_party(self) -> bool:
        """Whether it acts for a party or movement, which may well be an opposition."""
        return self.principal is not None and self.principal.principal.startswith("group:")


class Grammar:
    """The table of one language: its role nouns as an automaton, its other words by kind."""

    def __init__(self, language: str, rows: Sequence[dict[str, str]]) -> None:
        self.language = language
        self.words: dict[str, set[str]] = collections.defaultdict(set)
        self.domains: dict[str, str] = {}
        self.homes: dict[str, str] = {}
        self.forms: list[Role] = []
        self.compounds: list[bool] = []
        forms: dict[str, tuple[Role, bool]] = {}
        for row in rows:
            form, kind = row["form"], row["kind"]
            if kind in _TITLES:
                bare = form.removeprefix("-")
                entry = (Role(row["role"], kind), form != bare)
                for variant in _variants(bare):
                    forms.setdefault(variant, entry)
            elif kind == "home":
                home = row["role"]
                self.homes[fold_name(form)] = home if ":" in home else f"state:{home}"
            else:
                self.words[kind].add(fold_name(form))
                if row["role"]:
                    self.domains[fold_name(form)] = row["role"]
        self.inner = self.words["modifier"] | self.words["glue"] | self.words["article"]
        self.outside = (
            self.words["stop"]
            | self.words["before"]
            | self.words["glue"]
            | self.words["to"]
            | self.words["article"]
        ) - self.words["modifier"]
        self.known = self.inner.union(
            self.words["former"], self.words["nobody"], self.words["to"], AND
        )
        self.heads = {fold_name(form) for form in forms if " " not in form}
        self.long_first = sorted(self.words["modifier"], key=len, reverse=True)
        self.stops = tuple(self.words["stop"])
        self.long_stops = tuple(word for word in self.stops if len(word) > 1)
        self.forms = [role for role, _ in forms.values()]
        self.compounds = [compound for _, compound in forms.values()]
        self.automaton = AhoCorasick(
            list(forms),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.DFA,
        )

    def find(self, text: str) -> list[tuple[Role, int, int]]:
        """The role nouns in a text that are whole words, each with its bounds."""
        found: list[tuple[Role, int, int]] = []
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalpha()) or text[end : end + 1].isalpha():
                whole = _whole(text, start, end, self.compounds[index], self.language)
                if whole is not None:
                    found.append((self.forms[index], *whole))
            else:
                found.append((self.forms[index], start, end))
        return found


@functools.cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a language, one a process; None for a language without a table."""
    rows = [row for row in read_table("roles.tsv") if row["lang"] == language]
    return Grammar(language, rows) if rows else None


def grammars(passages: Sequence[Passage]) -> Iterator[Grammar | None]:
    """The grammar for each passage; one in an unknown language is read as most others are."""
    tags = [passage.language.partition("-")[0] for passage in passages]
    if "und" not in tags:
        return map(grammar, tags)
    counts = collections.Counter(tag for tag in tags if tag != "und")
    usual = counts.most_common(1)[0][0] if counts else "und"
    return (grammar(usual if tag == "und" else tag) for tag in tags)


def _variants(form: str) -> set[str]:
    """A form as writers may spell it: its first letter or all words in capitals, plain alif."""
    titled = re.sub(r"(^|[\s'’-])(\w)", _upper, form)
    noun = re.sub(r"(\s|['’])(\w)(?=\w{4})", _upper, form)  # "ministro de Exteriores"
    both = {form, form[:1].upper() + form[1:], titled, noun, noun[:1].upper() + noun[1:]}
    both |= {"İ" + each[1:] for each in both if each[0] == "i"}  # Turkish
    plain = {re.sub("[أإآ]", "ا", each) for each in both}
    return (
        both
        | plain
        | {each.replace(" ", "\u200c") for each in both if "\u0600" < each[0] < "\u0700"}
    )


def _upper(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()


def _whole(
    text: str, start: int, end: int, compound: bool, language: str
) -> tuple[int, int] | None:
    """Bounds of the word or words that the form is, None where it is cut out of one."""
    if language in ("zh", "ja"):
        return start, end
    if text[end : end + 1].isalpha():
        if language != "tr":
            return None
        suffix = _TURKISH_SUFFIX.match(text, end)
        if not suffix:
            return None
        end = suffix.end()
    if not text[start - 1 : start].isalpha() or start == 0:
        return start, end
    first = start
    while first and text[first - 1].isalpha() and start - first < 30:
        first -= 1
    if compound:
        return first, end
    return (start, end) if text[first:start] in _PROCLITICS.get(language, ()) else None
