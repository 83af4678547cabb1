"""Russian and Ukrainian cases of names, adjectives and demonyms, by rule.

The rules are the declension classes of the school grammars; nothing is looked up, as the free
Ukrainian dictionaries are under the GPL. `EXCEPTIONS` holds what the classes get wrong.
"""

import itertools
import re
from collections.abc import Sequence

Cases = dict[str, list[str]]
"""The forms by case: gen, dat, acc, ins, loc, of which each has one or more."""
CASES = ("gen", "dat", "acc", "ins", "loc")

_VOWELS = "аеёиоуыэюяєіїґ"
_SIBILANTS = "жшщчц"
_VELARS = "гкх"
_AND = {"и", "і", "та", "й"}
_SOFTENED = {"к": "ц", "г": "з", "х": "с", "ґ": "з"}
"""Ukrainian: what these become before -і (Америка, Америці)."""

# Feminine nouns in -ь; all others in -ь are taken as masculine (Израиль, Брюссель).
_FEMININE = re.compile("(?:усь|[сС]еть|сть|ість|знь|[пП]омощь|[нН]очь|[сС]іль|тінь)$")
# Words in -а, -о, -е or -й that have cases; names in these letters have none (Осло, Чили).
_NEUTER = re.compile("(?:ство|цтво|ние|тие|ння|ття|войско|військо)$")
# Plurals that are no plural of their adjective: the genitive of each.
_PLURALS = {
    "Нидерланды": "Нидерландов", "Филиппины": "Филиппин", "Мальдивы": "Мальдив",
    "Багамы": "Багам", "Коморы": "Комор", "Эмираты": "Эмиратов", "Штаты": "Штатов",
    "Афины": "Афин", "Сейшелы": "Сейшел", "Гренадины": "Гренадин", "Острова": "Островов",
    "острова": "островов", "силы": "сил", "Силы": "Сил", "войска": "войск", "талибы": "талибов",
    "Талибы": "Талибов", "хуситы": "хуситов", "Хуситы": "Хуситов", "лейбористы": "лейбористов",
    "консерваторы": "консерваторов", "демократы": "демократов",
    "республиканцы": "республиканцев", "повстанцы": "повстанцев",
    "повстанці": "повстанців", "тигры": "тигров", "Тигры": "Тигров",
    "братья-мусульмане": "братьев-мусульман", "Братья-мусульмане": "Братьев-мусульман",
    "Братья": "Братьев",
    "каски": "касок", "Каски": "Касок", "территории": "территорий",
    "Нідерланди": "Нідерландів", "Філіппіни": "Філіппін", "Мальдіви": "Мальдівів",
    "Багами": "Багамів", "Комори": "Коморів", "Емірати": "Еміратів", "Штати": "Штатів",
    "Афіни": "Афін", "Сейшели": "Сейшелів", "Гренадіни": "Гренадін", "Острови": "Островів",
    "острови": "островів", "сили": "сил", "Сили": "Сил", "війська": "військ",
    "таліби": "талібів", "Таліби": "Талібів", "хусити": "хуситів", "Хусити": "Хуситів",
    "території": "територій", "лейбористи": "лейбористів", "консерватори": "консерваторів",
}  # fmt: skip
# Words that the classes get wrong: their genitive stem (Киев keeps its vowel, Київ does not).
_STEMS = {"Київ": "Києв", "Кишинів": "Кишинев", "Відень": "Відн", "дім": "дом", "Дім": "Дом",
    "Египет": "Египт", "Єгипет": "Єгипт"}  # fmt: skip

# Names that look as if they had cases and have none.
_INDECLINABLE = re.compile(
    "^(?:.*[оеиуюэыєії]|.*ауа|.*гуа|Тарава|Самоа|Бразилиа|Бразиліа|Нгерулмуд|Апиа|Апіа|Нукуалофа"
    "|.*[А-ЯІЄЇҐ]{2}|[А-ЯІЄЇҐ]+)$"
)
_RU_ADJECTIVE = re.compile("(?:[ыио]й|[ая]я|[ое]е|[ыи]е|овы)$")
_UK_ADJECTIVE = re.compile(
    "(?:[иі]й|[сцз]ьк[аеі]|н[еі]|ові|[Бб]іл[еі]|[дштр]ня|[внджйлртчшь]на|[Нн]ова|[Вв]елика)$"
)


def _cases(gen: str, dat: str, acc: str, ins: str, loc: str) -> Cases:
    return {
        case: form.split("/") for case, form in zip(CASES, (gen, dat, acc, ins, loc), strict=True)
    }


def _endings(stem: str, endings: str) -> Cases:
    """The cases of a stem; `endings` has five, in the order of CASES, variants parted by a bar."""
    return {
        case: [stem + ending.replace("0", "") for ending in variants.split("/")]
        for case, variants in zip(CASES, endings.split(), strict=True)
    }


def adjective_cases(word: str, lang: str) -> Cases:
    """The cases of an adjective in the gender and number that it is given in."""
    if lang == "ru":
        return _russian_adjective(word)
    soft = word.endswith(("ній", "ня", "нє", "дні", "шні"))
    stem = word[:-2] if word.endswith(("ий", "ій")) else word[:-1]
    if word.endswith(("ий", "ій", "е", "є")):
        endings = "ього ьому 0 ім ьому" if soft else "ого ому 0 им ому"
        cases = _endings(stem, endings)
    elif word.endswith(("а", "я")):
        cases = _endings(stem, "ьої ій ю ьою ій" if soft else "ої ій у ою ій")
    else:
        cases = _endings(stem, "іх ім 0 іми іх" if soft else "их им 0 ими их")
    if not word.endswith(("а", "я")):
        cases["acc"] = [word]
    return cases


def _russian_adjective(word: str) -> Cases:
    stem, end = word[:-2], word[-2:]
    soft = end in {"ий", "ее"} and stem[-1] not in _VELARS
    if end in {"ый", "ий", "ой", "ое", "ее"}:
        vowel = "и" if soft or stem[-1] in _VELARS + _SIBILANTS else "ы"
        cases = _endings(stem, f"его ему 0 {vowel}м ем" if soft else f"ого ому 0 {vowel}м ом")
        cases["acc"] = [word]
    elif end == "ая":
        hissing = stem[-1] in _SIBILANTS and not stem.endswith("ольш")
        cases = _endings(stem, "ей ей ую ей ей" if hissing else "ой ой ую ой ой")
    elif end == "яя":
        cases = _endings(stem, "ей ей юю ей ей")
    elif end in {"ые", "ие"}:
        cases = _endings(stem, f"{end[0]}х {end[0]}м 0 {end[0]}ми {end[0]}х")
        cases["acc"] = [word]
    else:  # possessives: Соломоновы
        cases = _endings(word[:-1], "ых ым ы ыми ых")
    return cases


def noun_cases(word: str, lang: str, plural: bool = False) -> Cases:
    """The cases of a noun; names that have none come back as they are."""
    first, hyphen, last = word.rpartition("-")
    if hyphen and word not in _PLURALS:
        if last in {"Бисау", "Бісау"}:
            return {case: [f"{form}-{last}" for form in forms]
                    for case, forms in noun_cases(first, lang).items()}  # fmt: skip
        return {case: [f"{first}-{form}" for form in forms]
                for case, forms in noun_cases(last, lang, plural).items()}  # fmt: skip
    if word in _PLURALS or plural:
        return _plural_cases(word, lang)
    if _NEUTER.search(word):
        return _neuter_cases(word, lang)
    if _INDECLINABLE.search(word):
        return {case: [word] for case in CASES}
    if word in _STEMS:
        locative = "е" if lang == "ru" else "і"
        ending = "я ю 0 ем і" if word.endswith("ь") else f"а у 0 ом {locative}"
        cases = {**_endings(_STEMS[word], ending), "acc": [word]}
        if word == "Єгипет":  # names of states have -у where towns have -а
            cases["gen"] = [_STEMS[word] + "у"]
        return cases
    return _russian_noun(word) if lang == "ru" else _ukrainian_noun(word)


def _neuter_cases(word: str, lang: str) -> Cases:
    if word.endswith("о"):
        return _endings(word[:-1], f"а у о ом {'е' if lang == 'ru' else 'і'}")
    if lang == "ru":  # -ие
        return _endings(word[:-1], "я ю е ем и")
    return _endings(word[:-1], "я ю я ям і")  # -ння


def _plural_cases(word: str, lang: str) -> Cases:
    stem, genitive = word[:-1], _PLURALS.get(word)
    soft = word.endswith(("ии", "ії", "я", "ці"))
    if genitive is None:
        genitive = stem + (
            "й" if word.endswith(("ии", "ії", "ия")) else "ов" if lang == "ru" else "ів"
        )
    if word.endswith("мусульмане"):
        dative = word.replace("ья-", "ьям-")[:-1]
        return _cases(genitive, dative + "ам", genitive, dative.replace("ьям-", "ьями-") + "ами",
                      dative.replace("ьям-", "ьях-") + "ах")  # fmt: skip
    a = "я" if soft else "а"
    return _cases(genitive, f"{stem}{a}м", word, f"{stem}{a}ми", f"{stem}{a}х")


def _russian_noun(word: str) -> Cases:
    stem = word[:-1]
    if word.endswith("ия"):
        return _endings(stem, "и и ю ей и")
    if word.endswith("я"):
        return _endings(stem, "и е ю ей е")
    if word.endswith("а"):
        genitive = "и" if stem[-1] in _VELARS + _SIBILANTS[:-1] else "ы"
        return _endings(stem, f"{genitive} е у {'ей' if stem[-1] in _SIBILANTS else 'ой'} е")
    if word.endswith("ь"):
        feminine = _FEMININE.search(word)
        return _endings(stem, "и и ь ью и" if feminine else "я ю ь ем е")
    if word.endswith("й"):
        return _endings(stem, f"я ю й ем {'и' if word.endswith('ий') else 'е'}")
    return _endings(word, f"а у 0 {'ем' if word[-1] in _SIBILANTS else 'ом'} е")


def _ukrainian_noun(word: str) -> Cases:
    stem = word[:-1]
    if word.endswith("ія"):
        return _endings(stem, "ї ї ю єю ї")
    if word.endswith("я"):
        vowel = stem[-1] in _VELARS + _VOWELS
        return _endings(stem, "ї ї ю єю ї" if vowel else "і і ю ею і")
    if word.endswith("а"):
        softened = stem[:-1] + _SOFTENED.get(stem[-1], stem[-1])
        sibilant = stem[-1] in _SIBILANTS
        return _cases(stem + ("і" if sibilant else "и"), softened + "і", stem + "у",
                      stem + ("ею" if sibilant else "ою"), softened + "і")  # fmt: skip
    if word.endswith("ь"):
        if _FEMININE.search(word):
            doubled = stem + stem[-1] if stem[-2] in _VOWELS else stem
            return _cases(stem + "і", stem + "і", word, doubled + "ю", stem + "і")
        return _endings(stem, "я/ю ю ь ем і/ю")
    if word.endswith("й"):
        return _endings(stem, "я/ю ю й єм ї")
    cases = _endings(word, f"а/у у 0 {'ем' if word[-1] in _SIBILANTS else 'ом'} і/у")
    cases["loc"][0] = stem + _SOFTENED.get(word[-1], word[-1]) + "і"
    return cases


def genitive(phrase: str, lang: str) -> list[str]:
    """The genitive of a name; of other languages none."""
    return _phrase_cases(phrase.split(" "), lang)["gen"][:1] if lang in ("ru", "uk") else []


def decline(phrase: str, lang: str) -> list[str]:
    """All forms of a name, itself among them: its adjectives agree, what follows the head stays.

    >>> [form for form in decline("Южная Корея", "ru") if form.endswith("ю")]
    ['Южную Корею']
    """
    forms = {phrase}
    for case, variants in _phrase_cases(phrase.split(" "), lang).items():
        if case in CASES:
            forms.update(variants)
    return sorted(forms)


def _phrase_cases(words: Sequence[str], lang: str) -> Cases:
    adjective = _RU_ADJECTIVE if lang == "ru" else _UK_ADJECTIVE
    head = 0
    while (
        head < len(words) - 1
        and adjective.search(words[head])
        and not _NEUTER.search(words[head])
        and words[head + 1] not in _AND
    ):
        head += 1
    plural = head > 0 and words[head - 1].endswith(("ые", "ие", "овы", "і"))
    parts = [adjective_cases(word, lang) for word in words[:head]]
    parts.append(noun_cases(words[head], lang, plural))
    rest = words[head + 1 :]
    if rest and rest[0] in _AND:
        parts += [{case: [rest[0]] for case in CASES}, _phrase_cases(rest[1:], lang)]
    elif rest:
        parts.append({case: [" ".join(rest)] for case in CASES})
    return {
        case: [" ".join(choice) for choice in itertools.product(*(part[case] for part in parts))]
        for case in CASES
    }


def adjective_forms(word: str, lang: str) -> list[str]:
    """All genders, numbers and cases of an adjective in -ий (китайский, білоруський)."""
    stem = word[:-2]
    if lang == "ru":
        others = [stem + "ая", stem + "ое", stem + "ие"]
    else:
        others = [stem + "а", stem + "е", stem + "і"]
    forms = {word, *others}
    for form in (word, *others):
        forms.update(*adjective_cases(form, lang).values())
    if lang == "ru":
        forms.add(stem + "ою")
    return sorted(forms)


def demonym_forms(word: str, lang: str) -> list[str]:
    """Singular and plural cases of a noun for a person (китаец, росіянин, немка)."""
    if word.endswith(("ский", "зкий", "цкий")):
        return adjective_forms(word, lang)
    i, hard = ("и", "ы") if lang == "ru" else ("і", "и")
    ov, om = "ов" if lang == "ru" else "ів", "ом"
    locative = "е" if lang == "ru" else "і"
    if word.endswith(("ец", "ець", "єць")):
        stem = word.removesuffix("ь")[:-2]
        stem += "й" if stem[-1] in _VOWELS else "ь" if stem[-1] == "л" else ""
        if lang == "ru":
            tail = "ца цу цем це цы цев цам цами цах"
        else:
            tail = "ця цю цеві цем ці ців цям цями цях"
    elif word.endswith(("анин", "янин", "енин", "болгарин")):
        stem = word[:-2]
        plural = "е" if lang == "ru" and stem.endswith("н") else hard
        tail = f"ина ину ин{om} ин{locative} {plural} 0 ам ами ах"
        tail += "" if lang == "ru" else " инові"
    elif word.endswith("ка"):
        return _women_forms(word, lang)
    elif word == "турок":
        stem, tail = "тур", f"ка ку {'ком ке ки ок' if lang == 'ru' else 'ком ки ків'} кам ками ках"
    elif word == "грузин" or word.endswith(("румын", "румун")):
        stem = word
        tail = f"а у {om} {locative} {hard} {'0' if lang == 'ru' or word == 'грузин' else 'ів'} "
        tail += "ам ами ах"
    elif word.endswith("ь"):
        return [word]
    else:
        stem = word
        plural = i if lang == "ru" and word[-1] in _VELARS + _SIBILANTS else hard
        if lang == "uk":
            plural = "і" if word[-1] in _SIBILANTS else "и"
        end = "ем" if word[-1] in _SIBILANTS and word != "латыш" else om
        genitive = "ей" if lang == "ru" and word[-1] in "жшщч" else ov
        tail = f"а у {end} {locative} {plural} {genitive} ам ами ах"
        tail += "" if lang == "ru" else " ові"
    return sorted({word, *(stem + ending.replace("0", "") for ending in tail.split())})


def _women_forms(word: str, lang: str) -> list[str]:
    """The forms of a noun for a woman in -ка; in the genitive plural a vowel comes between."""
    stem = word[:-2]
    bare = stem[:-1] if stem[-1] in "йь" else stem  # кенийка, кениек; полька, полек
    genitive = bare + ("ек" if stem[-1] in "йьчшж" else "ок")
    endings = "ки ке ку кой" if lang == "ru" else "ки ці ку кою"
    tail = f"{endings} кам ками ках"
    return sorted({word, genitive, *(stem + ending for ending in tail.split())})
