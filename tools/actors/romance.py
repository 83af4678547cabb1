"""Gender and number of French, Spanish, Italian and Portuguese adjectives and demonyms, by rule."""

import re
from collections.abc import Mapping

_Rules = tuple[tuple[str, str], ...]
# (what the masculine singular ends in, the endings that replace it: all forms, parted by spaces);
# the first that fits is taken; "-" is the form as it is, "+" adds to it.
_FRENCH: _Rules = (
    ("(?:ais|ois)", "- +e +es"),
    ("grec", "grec grecs grecque grecques"),
    ("turc", "turc turcs turque turques"),
    ("ouzbek", "ouzbek ouzbeks ouzbèke ouzbèkes"),
    ("ien", "ien iens ienne iennes"),
    ("éen", "éen éens éenne éennes"),
    ("yen", "yen yens yenne yennes"),
    ("nippon", "nippon nippons nippone nippones nipponne nipponnes"),
    ("letton", "letton lettons lettone lettones lettonne lettonnes"),
    ("e", "e es"),
    ("[sxz]", "- +e +es"),
    ("", "- +s +e +es"),
)
_SPANISH: _Rules = (
    ("o", "o a os as"),
    ("és", "és esa eses esas"),
    ("án", "án ana anes anas"),
    ("ón", "ón ona ones onas"),
    ("mongol", "mongol mongola mongoles mongolas"),
    ("español", "español española españoles españolas"),
    ("[íú]", "- +es +s"),
    ("[aeéi]", "- +s"),
    ("", "- +es"),
)
_ITALIAN: _Rules = (
    ("greco", "greco greca greci greche"),
    ("iaco", "iaco iaca iaci iache"),
    ("ico", "ico ica ici iche"),
    ("co", "co ca chi che"),
    ("go", "go ga ghi ghe"),
    ("o", "o a i e"),
    ("belga", "belga belgi belghe"),
    ("a", "a i e"),
    ("e", "e i"),
    ("", "-"),
)
_PORTUGUESE: _Rules = (
    ("alemão", "alemão alemã alemães alemãs"),
    ("letão", "letão letã letões letãs"),
    ("ão", "ão ã ãos ãs"),
    ("o", "o a os as"),
    ("ês", "ês esa eses esas"),
    ("eu", "eu eia eus eias"),
    ("espanhol", "espanhol espanhola espanhóis espanholas"),
    ("ol", "ol óis"),
    ("[zr]", "- +es"),
    ("", "- +s"),
)
_RULES: Mapping[str, _Rules] = {
    "es": _SPANISH,
    "fr": _FRENCH,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
}


def forms(masculine: str, lang: str) -> list[str]:
    """Masculine and feminine, singular and plural of an adjective in lower case.

    >>> forms("sul-coreano", "pt")
    ['sul-coreana', 'sul-coreanas', 'sul-coreano', 'sul-coreanos']
    """
    for ending, replacements in _RULES[lang]:
        found = re.search(f"{ending}$", masculine)
        if found:
            stem = masculine[: found.start()]
            return sorted({_form(masculine, stem, way) for way in replacements.split(" ")})
    raise AssertionError("the last rule fits everything")


def _form(masculine: str, stem: str, way: str) -> str:
    if way.startswith(("-", "+")):
        return masculine + way[1:]
    return stem + way
