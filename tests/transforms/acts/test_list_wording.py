"""Lists that no word calls demands: how their items are put tells it, in eight languages."""

import pytest

from tests.conftest import acts_in


def listed(language: str, title: str, before: str, *items: str) -> list[tuple[str, str, str]]:
    """Type, issuers and addressees of each act of a list below some words."""
    above = f"{title}\n\n{before}"
    listing = "\n".join(f"- {item}" for item in items)
    acts = acts_in(f"{above}\n\n{listing}\n", language, "bullet")
    return [(act.type, " ".join(act.issuers), " ".join(act.addressees)) for act in acts]


def types(language: str, title: str, before: str, *items: str) -> str:
    """The types of the acts of a list."""
    return " ".join(kind for kind, *_ in listed(language, title, before, *items))


@pytest.mark.parametrize(
    ("language", "title", "before", "items"),
    [
        (
            "fr",
            "Le Ghana au Kenya",
            "Le ministre ghanéen a parlé lundi au Kenya.\n\nIl a ajouté :",
            ("la levée du blocus ;", "renoncer aux survols ;", "que le port rouvre ;"),
        ),
        (
            "es",
            "Chile escribe a Bolivia",
            "El canciller de Chile escribió a Bolivia.\n\nEl canciller dijo:",
            ("Retiro de las tropas.", "Abrir el paso.", "Que cese el bloqueo."),
        ),
        (
            "it",
            "Il Ghana al Kenya",
            "Il ministro del Ghana ha scritto al Kenya.\n\nIl ministro ha detto:",
            ("il ritiro delle navi;", "riaprire il porto;", "che cessino i voli;"),
        ),
        (
            "pt",
            "Gana escreve ao Quénia",
            "O ministro de Gana escreveu ao Quénia.\n\nO ministro disse:",
            ("a libertação dos presos;", "abrir o porto;", "que a fronteira reabra;"),
        ),
        (
            "tr",
            "Gana'dan Kenya'ya mektup",
            "Gana Dışişleri Bakanı Kenya'ya mektup yazdı.\n\nBakan şöyle konuştu:",
            ("Limanın açılması.", "Gemiler geri çekilsin.", "Tutuklulara izin verilmesi."),
        ),
        (
            "fa",
            "قطر به بحرین نامه نوشت",
            "وزیر خارجه قطر به بحرین نامه نوشت.\n\nاو گفت:",
            ("رفع محاصره.", "آزاد کردن ملوانان.", "بندر بازگشایی شود."),
        ),
        (
            "he",
            "גאנה פונה לקניה",
            "שר החוץ של גאנה פנה לקניה.\n\nהוא אמר:",
            ("הסרת המצור.", "לפתוח את הנמל.", "שחרור המלחים."),
        ),
        (
            "zh",
            "加纳致函肯尼亚",
            "加纳外交部长周一致函肯尼亚。\n\n他表示：",
            ("停止封锁。", "释放船员。", "开放港口。"),
        ),
    ],
)
def test_items_that_name_deeds_are_demanded(
    language: str, title: str, before: str, items: tuple[str, ...]
) -> None:
    """Nouns of verbs behind their articles, infinitives, "that", and the ends of Turkish items."""
    assert types(language, title, before, *items) == "demand demand demand"


@pytest.mark.parametrize(
    ("language", "title", "before", "items", "expected"),
    [
        (
            "es",
            "Chile contesta a Bolivia",
            "El canciller de Chile contestó a Bolivia.\n\nEstas fueron sus palabras:",
            (
                "Bolivia incumplió el tratado.",
                "Hablaremos de aduanas.",
                "Que Bolivia explique el plan.",
                "Cualquier bloqueo tendrá consecuencias.",
                "El muro es un crimen.",
            ),
            "accusation promise demand threat accusation",
        ),
        (
            "fr",
            "Le Ghana répond au Kenya",
            "Le ministre ghanéen a répondu au Kenya.\n\nLe ministre affirme que :",
            (
                "le Kenya a violé l'accord ;",
                "les consuls continueront de travailler ;",
                "toute attaque entraînera une riposte ;",
                "restitution des navires ;",
            ),
            "accusation promise threat demand",
        ),
        (
            "fa",
            "قطر به بحرین پاسخ داد",
            "وزیر خارجه قطر به بحرین پاسخ داد.\n\nاو گفت:",
            ("قطر بندر را نمی‌بندد.", "قطر در حمله دست نداشته است.", "رفع محاصره."),
            "refusal denial demand",
        ),
        (
            "tr",
            "Gana Kenya'ya yanıt verdi",
            "Gana Dışişleri Bakanı Kenya'ya yanıt verdi.\n\nBakan şunları söyledi:",
            ("Gana limanı kapatmadı.", "Anlaşmaya uyacağız.", "Kenya anlaşmayı çiğnedi."),
            "denial promise accusation",
        ),
        (
            "zh",
            "加纳召见肯尼亚大使",
            "加纳外交部长周二召见肯尼亚大使。\n\n他对大使表示：",
            ("肯尼亚立即撤出海湾。", "肯尼亚的行为是挑衅。", "停止使用水炮。"),
            "demand accusation demand",
        ),
    ],
)
def test_items_of_somebodys_words_are_what_they_say(
    language: str, title: str, before: str, items: tuple[str, ...], expected: str
) -> None:
    assert types(language, title, before, *items) == expected


def test_what_is_said_next_is_of_whom_the_passage_before_tells() -> None:
    before = "O ministro de Gana falou ontem aos jornalistas.\n\nEis o que disse:"
    acts = listed("pt", "Gana pede, Togo recusa", before, "Togo mentiu.", "Não aceitaremos a nota.")
    assert [issuers for _, issuers, _ in acts] == ["state:GHA"] * 2


def test_a_verb_of_saying_counts_though_a_noun_like_one_follows() -> None:
    before = "Chile escribió a Bolivia.\n\nEl canciller de Chile agregó, a modo de resumen:"
    acts = listed("es", "Chile y Bolivia", before, "Retiro de las tropas.", "Fin del bloqueo.")
    assert [kind for kind, *_ in acts] == ["demand", "demand"]


@pytest.mark.parametrize(
    ("language", "title", "before", "items"),
    [
        (
            "es",
            "Así queda la jornada",
            "Preguntas y respuestas:",
            ("¿Cuándo? En abril.", "¿Dónde?"),
        ),
        (
            "es",
            "Tres notas del amistoso",
            "El Betis ganó a Chile.\n\nEl entrenador explicó:",
            ("Presión desde el inicio.", "Rotación de los centrales.", "Fin de la sequía."),
        ),
        (
            "fr",
            "La nouvelle loi",
            "Le gouvernement a publié les décrets.\n\nCe qui change :",
            ("la création d'un titre ;", "la suppression de la taxe ;"),
        ),
        ("tr", "Kim kazandı?", "Seçim sonuçları belli oldu.\n\nTablo şöyle:", ("A: 51", "B: 40")),
        (
            "fa",
            "سفر به قطر",
            "کارشناسان این نکات را گفتند:",
            ("بیمه سفر تهیه کنید.", "لباس گرم بردارید."),
        ),
        ("he", "תוכנית התחבורה", "מה כוללת התוכנית:", ("הקמת קו רכבת.", "הרחבת כביש.")),
        ("zh", "今年工作", "安排如下：", ("提高养老金。", "降低税费。")),
    ],
)
def test_plans_and_facts_stay_without_acts(
    language: str, title: str, before: str, items: tuple[str, ...]
) -> None:
    """Deeds are named there too, but nobody wants them of anybody."""
    assert listed(language, title, before, *items) == []


@pytest.mark.parametrize(
    ("language", "title", "before", "items", "expected"),
    [
        (
            "it",
            "Elezioni in Ghana",
            "Il Ghana ha letto il programma per le elezioni.\n\nQuesti i temi del testo:",
            ("Scuole gratuite.", "Nessuna tassa sul pane."),
            "promise promise",
        ),
        (
            "pt",
            "Carta ao governo do Gana",
            "Os pescadores cobram do governo do Gana o cumprimento de compromissos.\n\n"
            "A lista é a seguinte:",
            ("Abertura do porto;", "Libertação dos marinheiros;"),
            "demand demand",
        ),
        (
            "zh",
            "加纳的要求",
            "加纳致函肯尼亚。\n\n加纳对肯尼亚的要求如下：",
            ("停止征税；", "预算应与国情相符；"),
            "demand demand",
        ),
    ],
)
def test_what_a_programme_names_is_promised_and_what_is_demanded_is_not(
    language: str, title: str, before: str, items: tuple[str, ...], expected: str
) -> None:
    assert types(language, title, before, *items) == expected


def test_a_chronology_is_no_list_of_acts_but_below_demands() -> None:
    items = ("1994: withdrawal of troops", "2008: release of prisoners")
    assert not types("en", "Togo replies", "The main points of the reply of Togo:", *items)
    assert not types("en", "Togo", "The minister of Togo said:", *items)
    assert types("en", "Togo", "Togo demands:", *items).split()[-2:] == ["demand", "demand"]
