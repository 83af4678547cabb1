"""The forms in which the press of each language writes a nationality, from hand/adjectives.tsv.

An entry there is what a dictionary lists (русский, américain, أميركي); `adjective_forms` and
`demonym_forms` give what stands in text, by the rules of the language. A form that ends in "="
stands as it is. Arabic, Hebrew and Turkish particles are the matcher's: no form here has one.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from tools.actors import romance, slavic

_Forms = Callable[[str], Iterable[str]]
AS_IT_IS = "="


def adjective_forms(entry: str, lang: str) -> list[str]:
    """The forms of an adjective as listed, sorted.

    >>> adjective_forms("russisch", "de")
    ['russisch', 'russische', 'russischem', 'russischen', 'russischer', 'russisches']
    """
    return _forms(entry, _ADJECTIVES[lang])


def demonym_forms(entry: str, lang: str) -> list[str]:
    """The forms of a noun for the people of a state, as listed: singular, plural, cases; sorted.

    >>> demonym_forms("Russe", "de")
    ['Russe', 'Russen', 'Russin', 'Russinnen']
    """
    return _forms(entry, _DEMONYMS[lang])


def people_forms(entry: str, lang: str) -> list[str]:
    """The demonyms that an adjective gives by itself (Russian, Russians), sorted; none for most."""
    return _forms(entry, _PEOPLE[lang]) if lang in _PEOPLE else []


def _forms(entry: str, rule: _Forms) -> list[str]:
    if entry.endswith(AS_IT_IS):
        return [entry.removesuffix(AS_IT_IS)]
    return sorted(set(rule(entry)))


def _as_it_is(entry: str) -> Iterator[str]:
    yield entry


def _english_people(entry: str) -> Iterator[str]:
    if re.search("(?:[nikt]|ch|kh|Argentine|Slovene)$", entry) and not re.search(
        "(?:ish|French|Dutch|ic|Vatican|Zealand)$", entry
    ):
        yield entry + "s"


def _german_adjective(entry: str) -> Iterator[str]:
    for ending in ("", "e", "em", "en", "er", "es"):
        yield entry + ending


def _german_people(entry: str) -> Iterator[str]:
    stem = entry.removesuffix("e")
    yield entry
    if entry.endswith("e"):
        yield entry + "n"
    elif entry.endswith("er"):
        yield from (entry + "s", entry + "n")
    elif entry.endswith("i"):
        yield entry + "s"
        return
    else:
        yield entry + "en"
    yield from (stem + "in", stem + "innen")


def _turkish_people(entry: str) -> Iterator[str]:
    vowel = re.findall("[aıouâeiöü]", entry.lower())[-1]
    a, i = ("a", "ı") if vowel in "aıouâ" else ("e", "i")
    plural = f"{entry}l{a}r"
    for ending in ("", i, f"{i}n", a, f"d{a}", f"d{a}n", f"l{a}"):
        yield plural + ending


def _hebrew_adjective(entry: str) -> Iterator[str]:
    head, _, last = entry.rpartition(" ")
    # an adjective of two adjectives agrees in both (קוריאני צפוני); a place before one does not
    both = bool(head) and head.endswith("י")
    for ending in ("", "ת", "ם", "ות"):
        first = head.removesuffix("י") + "י" + ending if both and ending else head
        yield f"{first} {last}{ending}".strip()


def _arabic_adjective(entry: str) -> Iterator[str]:
    words = entry.split(" ")
    # in جنوب أفريقي the first word is a noun, which does not agree
    agree = [word.endswith("ي") for word in words]
    endings = ("", "ة", "ا", "ين", "ون", "ات")
    for ending in endings:
        forms = [
            word + ending if agrees else word for word, agrees in zip(words, agree, strict=True)
        ]
        yield " ".join(forms)
        if len(words) > 1:  # the matcher adds ال to the first word alone
            definite = [f"ال{form}" if agrees else form
                        for form, agrees in zip(forms, agree, strict=True)]  # fmt: skip
            yield " ".join(definite)
            yield " ".join([f"ال{forms[0]}", *forms[1:]])


def _persian_people(entry: str) -> Iterator[str]:
    yield from (f"{entry}\u200cها", f"{entry}\u200cهای")
    if entry.endswith("ی"):
        yield f"{entry}ان"


def _urdu_people(entry: str) -> Iterator[str]:
    yield entry + "وں"


def _hindi_people(entry: str) -> Iterator[str]:
    if entry.endswith("ी"):
        yield entry[:-1] + "ियों"
    elif entry.endswith("ई"):
        yield entry[:-1] + "इयों"
    else:
        yield entry + "ों"


def _slavic(rule: Callable[[str, str], list[str]], lang: str) -> _Forms:
    def forms(entry: str) -> list[str]:
        return rule(entry, lang)

    return forms


def _romance(lang: str) -> _Forms:
    def forms(entry: str) -> list[str]:
        return romance.forms(entry, lang)

    return forms


def _romance_people(entry: str) -> Iterator[str]:
    for form in romance.forms(entry, "fr"):
        yield form[:1].upper() + form[1:]


_ADJECTIVES: dict[str, _Forms] = {
    "ar": _arabic_adjective,
    "de": _german_adjective,
    "he": _hebrew_adjective,
    **dict.fromkeys(("en", "fa", "hi", "tr", "ur"), _as_it_is),
    **{lang: _romance(lang) for lang in ("es", "fr", "it", "pt")},
    **{lang: _slavic(slavic.adjective_forms, lang) for lang in ("ru", "uk")},
}
_DEMONYMS: dict[str, _Forms] = {
    **dict.fromkeys(("ar", "en", "es", "fa", "he", "hi", "it", "pt", "tr", "ur"), _as_it_is),
    "de": _german_people,
    "fr": _romance_people,
    **{lang: _slavic(slavic.demonym_forms, lang) for lang in ("ru", "uk")},
}
_PEOPLE: dict[str, _Forms] = {
    "en": _english_people,
    "fa": _persian_people,
    "fr": _romance_people,
    "hi": _hindi_people,
    "tr": _turkish_people,
    "ur": _urdu_people,
}
