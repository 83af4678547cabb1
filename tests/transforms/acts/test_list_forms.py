"""Lists that no word of the tables introduces: what each item is, by its form."""

from __future__ import annotations

import pytest

from tests.conftest import acts_in
from transforms.acts.endings import put_as
from transforms.acts.grammar import grammar
from transforms.acts.item_forms import form_of, is_list_of_demands

NORWAY, FINLAND = ("state:NOR",), ("state:FIN",)
NOTE = """Oslo writes to Helsinki

OSLO (Norova) - Norway sent a message to Finland on Monday. It ran to one page.

- That Helsinki call back its trawlers
- To reopen the strait
- Release of two skippers
- Pay for the nets

Finland did not comment."""


def told(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(act.type, act.issuers, act.addressees) for act in acts_in(text, language)]


@pytest.mark.parametrize(
    ("language", "item", "kind"),
    [
        ("en", "immediate and full lifting of the tax", "demand"),
        ("en", "an end to night shifts", "demand"),
        ("en", "withdraw the boats", "demand"),
        ("en", "it is not true that the harbour is shut", "denial"),
        ("uk", "неправда, що порт закрито", "denial"),
        ("ru", "тот, кто закроет порт, ответит", "threat"),
        ("es", "de producirse un bloqueo, actuaremos", "threat"),
        ("en", "the harbour is to open by june", "demand"),
        ("en", "no talks until the boats are back", "demand"),
        ("en", "should a boat be stopped, the pact is void", "threat"),
        ("en", "we will lend two ferries", "promise"),
        ("en", "there is no base on the island", "denial"),
        ("en", "the boats left on monday", ""),
        ("en", "border closure was short", ""),
        ("ru", "полное прекращение лова", "demand"),
        ("ru", "не пускать траулеры в залив", "demand"),
        ("ru", "чтобы суд принял жалобу", "demand"),
        ("ru", "никаких поставок рыбы", ""),
        ("ru", "если ответа не будет, порт закроют", "threat"),
        ("ru", "суда ушли в понедельник", ""),
        ("uk", "повне припинення лову", "demand"),
        ("uk", "вивести всі судна", "demand"),
        ("uk", "просимо сісти за стіл", "appeal"),
        ("ar", "تجفيف المستنقع قبل الربيع", "demand"),
        ("ar", "استصلاح اراضي الوادي", "demand"),
        ("ar", "التمساح يعيش في النهر", ""),
        ("ar", "وعلي سكان الوادي جميعا ان يحرسوا السد", "demand"),
        ("ar", "ارفعوا الشباك", "demand"),
        ("ar", "وسنبني سدا ثانيا", "promise"),
        ("ar", "سيارات الوادي قديمه", ""),
        ("de", "sofortige freigabe der boote", "demand"),
        ("de", "die regelung gilt ab mai", ""),
        ("de", "dass der hafen wieder offnet", "demand"),
        ("de", "sollte ein boot fehlen, folgt eine klage", "threat"),
    ],
)
def test_the_form_of_an_item_tells_what_it_is(language: str, item: str, kind: str) -> None:
    tables = grammar(language)
    assert tables is not None
    assert form_of(tables, item) == kind


def test_half_of_the_items_of_a_list_of_demands_are_put_as_demands_are() -> None:
    tables = grammar("en")
    assert tables is not None
    items = ["release of the crew", "lift the tax", "the nets", "better roads"]
    rules = ["drivers must rest", "cars must be clean"]  # so laws are put
    for listed, wanted in ((items, True), ([*items, "a ferry"], False), (rules, False)):
        forms = [form_of(tables, item) for item in listed]
        assert is_list_of_demands(tables, listed, forms, asked=False) == wanted


def test_a_list_of_demands_needs_no_word_for_it() -> None:
    assert told(NOTE) == [("demand", NORWAY, FINLAND)] * 4


def test_what_a_year_brought_is_wanted_by_nobody() -> None:
    text = NOTE.replace("sent a message to Finland", "counted its catch").replace(
        "It ran", "It rose"
    )
    assert told(text) == []


def test_people_who_are_no_party_want_something_too() -> None:
    text = """Lokführer streiken

BERLIN (Norova) - Die Züge in Deutschland stehen seit Montag still.

Darum geht es den Lokführern:

- Kürzung der Schichten auf sieben Stunden
- Mehr Lohn ab Mai
- Keine Nachtschichten
- Dass der Vorstand verhandelt

Die Bahn schweigt."""
    assert told(text, "de") == [("demand", (), ())] * 4


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Осло написало Хельсинки\n\nОСЛО (Norova) - Норвегия направила Финляндии послание.\n\n"
            "Суть его проста:\n\n- вывести все суда до июня;\n- возвращение сетей;\n"
            "- чтобы Хельсинки возместил ущерб.\n\nФинляндия молчит.",
        ),
        (
            "uk",
            "Осло написало Гельсінкі\n\nОСЛО (Norova) - Норвегія надіслала Фінляндії послання.\n\n"
            "Суть його проста:\n\n- вивести всі судна до червня;\n- повернення сіток;\n"
            "- щоб Гельсінкі відшкодувало збитки.\n\nФінляндія мовчить.",
        ),
    ],
)
def test_slavic_infinitives_nouns_and_clauses_are_demands(language: str, text: str) -> None:
    assert told(text, language) == [("demand", NORWAY, FINLAND)] * 3


def test_the_items_of_a_statement_are_of_any_type() -> None:
    text = """Helsinki and Oslo quarrel over fish

OSLO (Norova) - Norway's foreign minister read out a statement on Finland on Monday.

"This is our position," she said.

- Finland has broken the accord of 2012.
- There is no Norwegian vessel in Finnish waters.
- Helsinki must pay for the nets.
- No inspectors without our consent.
- Should Finland refuse, we will go to court.

Finland has yet to answer."""
    assert [kind for kind, *_ in told(text)] == [
        "accusation",
        "denial",
        "demand",
        "refusal",
        "threat",
    ]
    assert {issuers for _, issuers, _ in told(text)} == {NORWAY}


def test_what_somebody_announces_is_promised() -> None:
    text = """Ghana's budget

ACCRA (Norova) - Ghana's finance minister presented the budget on Monday. He announced:

- an increase in the price of fuel
- cuts to subsidies

Parliament votes on Friday."""
    assert {kind for kind, *_ in told(text)} == {"promise"}


def test_what_is_said_that_another_party_did_is_a_reproach() -> None:
    text = """Oslo protests

OSLO (Norova) - Norway's ministry of fisheries says in a report that Finnish trawlers:

- cut the nets of three boats
- hid their names

Finland did not comment."""
    assert told(text)[-2:] == [("accusation", NORWAY, FINLAND)] * 2


def test_what_will_be_otherwise_is_a_threat() -> None:
    text = NOTE.replace(
        "\n\nFinland did",
        "\n\nOtherwise, from Friday:\n\n- the strait closes\n- tolls rise\n\nFinland did",
    )
    assert told(text)[-2:] == [("threat", NORWAY, FINLAND)] * 2


PLAIN = {
    "en": ("Norway's demands of Finland:", "Return of the boats", "Release of two skippers"),
    "de": ("Norwegens Forderungen an Finnland:", "Rückgabe der Boote", "Freilassung der Kapitäne"),
    "es": ("Las exigencias de Noruega a Finlandia:", "Devolver los barcos", "Liberar la carga"),
    "fr": ("Les exigences de la Norvège à la Finlande :", "Rendre les bateaux", "Libérer le port"),
    "it": (
        "Le richieste della Norvegia alla Finlandia:",
        "Restituire le barche",
        "Aprire i porti",
    ),
    "ru": ("Требования Норвегии к Финляндии:", "Вернуть лодки", "Открыть порт"),
    "uk": ("Вимоги Норвегії до Фінляндії:", "Повернути човни", "Відкрити порт"),
    "tr": ("Norveç'in Finlandiya'dan talepleri:", "Teknelerin iadesi", "Limanın açılması"),
}


@pytest.mark.parametrize(
    ("language", "item", "kind"),
    [
        ("en", "Failing which, the strait stays dark", "threat"),
        ("de", "Widrigenfalls bleibt die Meerenge dunkel", "threat"),
        ("de", "Im Gegenzug gibt es zwei Fähren", "promise"),
        ("es", "En caso contrario, el estrecho quedará a oscuras", "threat"),
        ("es", "En ningún caso habrá una base en la isla", "refusal"),
        ("es", "No a la base de la isla", "demand"),
        ("fr", "Dans le cas contraire, le détroit restera sombre", "threat"),
        ("fr", "Nous ne voulons plus de chalutiers ici", "refusal"),
        ("it", "In cambio, due traghetti per le isole", "promise"),
        ("ru", "Взамен — два парома для островов", "promise"),
        ("uk", "В іншому разі протока лишиться темною", "threat"),
        ("tr", "Bu adaya artık kimseyle gitmiyoruz", "refusal"),
    ],
)
def test_item_that_is_no_demand_among_demands(language: str, item: str, kind: str) -> None:
    lead, *items = PLAIN[language]
    made = told("\n\n".join([lead, "\n".join(f"- {one}" for one in (*items, item))]), language)
    assert made[-1][:2] == (kind, NORWAY)


@pytest.mark.parametrize(
    ("language", "lead", "kind"),
    [
        ("en", "Before they sail, the dockers want:", "demand"),
        ("en", "The dockers seek, among other things:", "demand"),
        ("de", "Die Hafenarbeiter wollen:", "demand"),
        ("ru", "Докеры хотят, в частности:", "demand"),
        ("zh", "请愿信列出如下要求:", "demand"),
        ("zh", "码头工人提出三点要求:", "demand"),
        ("en", "What Norway offers so far:", "promise"),
        ("de", "Was Norwegen bisher anbietet:", "promise"),
        ("es", "Lo que ofrece Noruega por ahora:", "promise"),
        ("pt", "O que a Noruega oferece até agora:", "promise"),
        ("uk", "Що пропонує Норвегія:", "promise"),
    ],
)
def test_list_that_its_introduction_says_is_wanted_or_offered(
    language: str, lead: str, kind: str
) -> None:
    items = {
        "zh": ("- 修复码头", "- 降低税率"),
        "ru": ("- Новый причал", "- Снижение пошлин"),
        "uk": ("- Новий причал", "- Зниження мит"),
    }.get(language, ("- Port 1", "- Port 2"))
    made = told("\n\n".join([lead, "\n".join(items)]), language)
    assert [one[0] for one in made][-2:] == [kind, kind]


@pytest.mark.parametrize(
    ("language", "lead", "items", "kinds"),
    [
        ("en", "Norway will not sign until Finland has:", ("opened a port",) * 2, ["demand"]),
        (
            "fr",
            "La Norvège refuse de signer tant que la Finlande n'aura pas :",
            ("ouvert le port", "rendu deux bateaux"),
            ["demand"],
        ),
        (
            "ru",
            "Норвегия отказывается от договора, пока Финляндия не:",
            ("откроет порт", "вернет лодки"),
            ["demand"],
        ),
        (
            "zh",
            "外长向芬兰阐明了挪威政府的以下要求:",
            ("归还渔船", "开放海峡"),
            ["demand"],
        ),
        (
            "de",
            "Die Antwort Norwegens an Finnland liegt vor. Darin heißt es:",
            ("Nein zu einer neuen Grenze.", "Nein zum Zoll."),
            ["refusal"],
        ),
    ],
)
def test_list_of_what_somebody_waits_for_or_writes(
    language: str, lead: str, items: tuple[str, ...], kinds: list[str]
) -> None:
    made = told("\n\n".join([lead, "\n".join(f"- {one}" for one in items)]), language)
    assert made[-1] == (kinds[0], NORWAY, FINLAND)


def test_whose_agents_a_service_tells_of_are_accused() -> None:
    text = "Norway and the nets\n\nThe service says that Finnish agents:\n\n- cut nets\n- hid boats"
    assert told(text)[-2:] == [("accusation", NORWAY, FINLAND)] * 2


@pytest.mark.parametrize(
    ("language", "before", "lead"),
    [
        ("de", "Norwegen wies Finnland ab.", "Vom Nachbarn fordert er im Einzelnen,"),
        ("de", "Norwegen wies Finnland ab.", "Vom Nachbarn verlangt es:"),
        ("en", "Norway wrote to Finland.", "Norway demands in particular,"),
        ("es", "Noruega escribió a Finlandia.", "Noruega exige, entre otras cosas,"),
        ("it", "La Norvegia scrisse alla Finlandia.", "La Norvegia esige, in particolare,"),
    ],
)
def test_list_that_a_verb_and_a_comma_introduce(language: str, before: str, lead: str) -> None:
    made = told(f"{before}\n\n{lead}\n\n- Port 1\n- Port 2", language)
    assert [one[:2] for one in made][-2:] == [("demand", NORWAY)] * 2


@pytest.mark.parametrize(
    ("language", "lead", "items"),
    [
        (
            "es",
            "Noruega aseguró en un comunicado que antes de junio:",
            ("Se abrirá el puerto.", "Se comprarán dos barcos."),
        ),
        (
            "pt",
            "A Noruega garantiu em comunicado que até junho:",
            ("Será aberto um porto.", "Serão comprados dois barcos."),
        ),
        (
            "it",
            "La Norvegia ha assicurato in una nota che entro giugno:",
            ("Si aprirà il porto.", "Si compreranno due navi."),
        ),
    ],
)
def test_what_will_be_done_is_promised(language: str, lead: str, items: tuple[str, ...]) -> None:
    made = told("\n\n".join([lead, "\n".join(f"- {one}" for one in items)]), language)
    assert [one[:2] for one in made][-2:] == [("promise", NORWAY)] * 2


@pytest.mark.parametrize(
    ("language", "lead", "item"),
    [
        ("tr", "Norveç'in Finlandiya'dan istenenleri şöyle sıraladı:", "Liman 1"),
        ("it", "Alla base dello sciopero una piattaforma in sei punti.", "Porto 1"),
        ("es", "La plataforma sindical incluye:", "Puerto 1"),
        ("fr", "Le cahier de doléances comprend :", "Port 1"),
        ("pt", "A pauta unificada inclui:", "Porto 1"),
    ],
)
def test_papers_of_demands(language: str, lead: str, item: str) -> None:
    made = told(f"{lead}\n\n- {item}\n- {item}", language)
    assert [one[0] for one in made][-1:] == ["demand"]


@pytest.mark.parametrize(
    ("language", "lead", "items"),
    [
        ("en", "Oslo's foreign minister", ("demanded a port,", "accused Finland of theft.")),
        ("fr", "Dans sa note, Oslo", ("exige un port,", "accuse la Finlande de vol.")),
        ("es", "En su nota, Oslo", ("exige un puerto,", "acusa a Finlandia de robo.")),
        ("it", "Nella nota, Oslo", ("esige un porto,", "accusa la Finlandia di furto.")),
        ("ru", "В ноте Осло:", ("требует порт;", "обвиняет Финляндию в краже.")),
        ("uk", "У ноті Осло:", ("вимагає порт;", "звинувачує Фінляндію в крадіжці.")),
        ("tr", "Norveçli bakanlar açıklamada", ("liman istedi,", "Finlandiya'yı suçladı.")),
    ],
)
def test_items_that_are_verbs_of_the_subject_before_them(
    language: str, lead: str, items: tuple[str, ...]
) -> None:
    made = told("\n\n".join(["1 + 1", lead, "\n".join(f"- {one}" for one in items)]), language)
    assert made[-1][:2] == ("accusation", NORWAY)


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Unless Finland answers, Norway promises:"),
        ("de", "Sollte Finnland ablehnen, verspricht Oslo:"),
        ("es", "Si Finlandia no responde, Noruega promete:"),
        ("fr", "Si la Finlande ne répond pas, la Norvège promet :"),
        ("ru", "Если Финляндия не ответит, Норвегия обещает:"),
        ("uk", "Якщо Фінляндія не відповість, Норвегія обіцяє:"),
    ],
)
def test_what_is_promised_if_something_is_refused_threatens(language: str, lead: str) -> None:
    made = told(f"1 + 1\n\n{lead}\n\n- 12 + 7\n- 13 + 8", language)
    assert [one[:2] for one in made][-2:] == [("threat", NORWAY)] * 2


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "A Norwegian report lists Finland's violations:"),
        ("en", "Norway published a list of violations by Finland:"),
        ("de", "Der norwegische Bericht zählt Verstöße Finnlands auf:"),
        ("es", "El informe noruego enumera las violaciones de Finlandia:"),
        ("fr", "Le rapport norvégien dresse la liste des violations de la Finlande :"),
        ("it", "Il rapporto norvegese elenca le violazioni della Finlandia:"),
    ],
)
def test_whose_misdeeds_are_listed_is_accused(language: str, lead: str) -> None:
    made = told(f"1 + 1\n\n{lead}\n\n- 12 + 7\n- 13 + 8", language)
    assert made[-2:] == [("accusation", NORWAY, FINLAND)] * 2


@pytest.mark.parametrize(
    ("language", "item", "kind"),
    [
        ("ru", "траулеры в залив не заходили", "denial"),
        ("ru", "мы не вернем лодки", "refusal"),
        ("ru", "порт будет открыт для всех", "promise"),
        ("uk", "траулери до затоки не заходили", "denial"),
        ("uk", "ми не підпишемо угоду", "refusal"),
        ("en", "the harbour will open", ""),
        ("ru", "суда ушли в понедельник", ""),
        ("tr", "tekneler geri donmedi", ""),
    ],
)
def test_slavic_verbs_tell_what_was_not_and_what_will_be(
    language: str, item: str, kind: str
) -> None:
    tables = grammar(language)
    assert tables is not None
    assert put_as(tables, item) == kind


def test_what_a_russian_reply_says_is_denied_refused_or_promised() -> None:
    text = """Осло ответил Хельсинки

ОСЛО (Норова) - Норвегия направила Финляндии письмо. Министр изложил ответ Норвегии Финляндии:

- траулеры в залив не заходили;
- мы не вернем лодки;
- порт будет открыт для всех."""
    assert [kind for kind, *_ in told(text, "ru")[-3:]] == ["denial", "refusal", "promise"]


@pytest.mark.parametrize(
    ("acts", "title", "before"),
    [
        (2, "النرويج تطالب السويد بفتح الجسر", "وقالت النرويج في رسالتها إلى السويد:"),
        (0, "النرويج تطالب السويد بفتح الجسر", "وتفيد بيانات الميناء في النرويج بالآتي:"),
        (0, "دول البحيرة توقع", "وتنص الاتفاقية الموقعة على الآتي:"),
        (2, "مجلس الأمن يصوت", "ويلزم القرار السويد من دون أي شرط بأن:"),
    ],
)
def test_figures_data_and_what_a_treaty_of_nobody_lays_down_are_no_acts(
    acts: int, title: str, before: str
) -> None:
    items = "- فتح الجسر فورا.\n- سحب السفن من البحيرة.\n- نحو 40 سفينة في البحيرة."
    listed = [act for act in acts_in(f"{title}\n\n{before}\n\n{items}", "ar") if act.inherited]
    assert [act.type for act in listed] == ["demand"] * acts
