"""Russian and Ukrainian cases of the names of persons, by rule."""

import re

from tools.actors.slavic import CASES, Cases, adjective_cases

_ADJECTIVAL = re.compile("(?:ский|цкий|ный|[сц]ький|ний)$")
_RUSSIAN_SURNAME = re.compile("(?:[оеёє]в|[иіы]н)$")
_WOMANS_SURNAME = re.compile("(?:[оеє]в|[иі]н)а$")
_HISSING = "жшщчц"
_VELAR = "гкх"


def person_forms(name: str, lang: str, feminine: bool) -> list[str]:
    """All cases of a given name and surname, or of a surname alone; the name itself is first.

    >>> person_forms("Ангела Меркель", "ru", feminine=True)[:3]
    ['Ангела Меркель', 'Ангелу Меркель', 'Ангелой Меркель']
    """
    words = name.split(" ")
    cases = [
        _word_cases(word, lang, feminine, is_last=index == len(words) - 1)
        for index, word in enumerate(words)
    ]
    found = {" ".join(parts[case][-1] for parts in cases) for case in CASES}
    found |= {" ".join(parts[case][0] for parts in cases) for case in CASES}
    return [name, *sorted(found - {name}, reverse=True)]


def _word_cases(word: str, lang: str, feminine: bool, is_last: bool) -> Cases:
    first, hyphen, last = word.rpartition("-")
    if hyphen and last[:1].isupper():
        return {case: [f"{first}-{form}" for form in forms]
                for case, forms in _word_cases(last, lang, feminine, is_last).items()}  # fmt: skip
    unchanged = {case: [word] for case in CASES}
    if not word[:1].isupper() or word.isupper():
        return unchanged
    stem = word[:-1]
    if word.endswith(("а", "я")):
        if feminine and is_last and _WOMANS_SURNAME.search(word):
            endings = "ой ой у ой ой" if lang == "ru" else "ої ій у ою ій"
        elif lang == "ru" and word.endswith("ия"):
            endings = "и и ю ей и"
        elif lang == "ru":
            plural = "и" if word.endswith("я") or stem[-1] in _VELAR + "жшщч" else "ы"
            accusative = "ю" if word.endswith("я") else "у"
            soft = word.endswith("я") or stem[-1] in _HISSING
            endings = f"{plural} е {accusative} {'ей' if soft else 'ой'} е"
        else:
            endings = "ї ї ю єю ї" if word.endswith("я") else "и і у ою і"
        return _with(stem, endings)
    if lang == "uk" and not feminine and word.endswith("о") and (not is_last or word[-2] == "к"):
        return _with(stem, "а у/ові а ом і/ові")  # Дмитро, Порошенко
    if feminine or word[-1] in "оеёиуыэюєії":
        return unchanged
    if is_last and _ADJECTIVAL.search(word):
        cases = adjective_cases(word, lang)
        return {**cases, "acc": cases["gen"]}
    if word.endswith("й"):
        prepositional = ("и" if word.endswith("ий") else "е") if lang == "ru" else "ї/єві"
        return _with(stem, f"я ю я {'ем' if lang == 'ru' else 'єм'} {prepositional}")
    if word.endswith("ь"):
        return _with(stem, f"я ю я ем {'е' if lang == 'ru' else 'і'}")
    if is_last and _RUSSIAN_SURNAME.search(word):
        return _with(word, "а у а ым/ом е" if lang == "ru" else "а у/ові а им/ом і")
    ending = "ем" if word[-1] in _HISSING else "ом"
    return _with(word, f"а у а {ending} е" if lang == "ru" else f"а у/ові а {ending} і/ові")


def _with(stem: str, endings: str) -> Cases:
    return {
        case: [stem + ending for ending in variants.split("/")]
        for case, variants in zip(CASES, endings.split(), strict=True)
    }
