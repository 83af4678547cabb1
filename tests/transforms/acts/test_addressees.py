"""To whom acts of wire sentences are: told by a phrase, a bare office, a pronoun, a condition."""

from __future__ import annotations

import pytest

from tests.transforms.acts.test_find import short


def towards(text: str, language: str) -> str:
    """The addressees of a text's only act, without their kinds."""
    ((_, _, parties),) = short(text, language)
    return " ".join(party.rpartition(":")[2] for party in parties.split())


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "Cuba pidió ayer a los gobiernos de España y de Italia un crédito.", "ESP ITA"),
        ("es", "Chile exhortó a los rebeldes de las FARC a liberar al rehén.", "farc"),
        ("fr", "Le Tchad a demandé aux dirigeants de la junte du Niger de négocier.", "NER"),
        ("it", "Il Ciad ha chiesto ai capi militari del Niger di negoziare.", "NER"),
        # one preposition, whatever its article: whoever is named first
        ("fr", "Le Togo a lancé un appel aux chefs du Mali pour qu'ils aillent au Niger.", "MLI"),
    ],
)
def test_articles_and_of_keep_a_party_near_its_preposition(
    language: str, text: str, addressees: str
) -> None:
    assert towards(text, language) == addressees


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "En Chad, el partido Likud llamó al gobierno a impedir un acto de la OLP.", "TCD"),
        ("it", "L'Iran ha chiesto alla Turchia di mediare un incontro con il Ciad.", "TUR"),
        ("es", "La OTAN llamó a cesar los ataques de Malí.", ""),
    ],
)
def test_what_an_infinitive_governs_is_not_addressed(
    language: str, text: str, addressees: str
) -> None:
    assert towards(text, language) == addressees


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "Los maestros chilenos exigen al gobierno un aumento.", "CHL"),
        ("es", "Los maestros chilenos exigen que el ministro de Educación ceda.", "CHL"),
        ("es", "Los gremios togoleses rechazaron el aumento ofrecido por el gobierno.", "TGO"),
        ("es", "Los camioneros chilenos amenazan con parar si el gobierno no cede.", "CHL"),
        ("fr", "Les enseignants togolais demandent au gouvernement une hausse.", "TGO"),
        ("it", "I sindacati greci chiedono al governo un aumento.", "GRC"),
        ("pt", "Os professores angolanos exigem do governo um aumento.", "AGO"),
        # whose office it is follows, or it is that of some club
        ("es", "Los maestros chilenos exigen al gobierno de Togo un aumento.", "TGO"),
        ("es", "Los maestros chilenos exigen al presidente del gremio un aumento.", ""),
        # nor does a state ask itself
        ("es", "El gobierno de Chile pidió al ejército calma.", ""),
    ],
)
def test_an_office_without_a_name_is_of_the_state_told_before(
    language: str, text: str, addressees: str
) -> None:
    assert towards(text, language) == addressees


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        ("es", "Malí llamó a los rebeldes de las FARC a rendirse.", "farc"),
        ("es", "La ONU llamó el sábado a Togo a respetar el acuerdo.", "TGO"),
        ("es", "Las autoridades de Togo fueron exhortadas por Chile a negociar.", "TGO"),
        ("es", "Los gremios amenazan con parar si París no retira la ley.", "FRA"),
        ("it", '"Se Londra attacca, reagiremo", ha ammonito il premier greco.', "GBR"),
        ("es", "Las amenazas de Bagdad a Kuwait inquietan al Consejo de Seguridad.", "KWT"),
        ("es", "La petición de Caracas a Bogotá de extraditarlos fue publicada.", "COL"),
        ("es", "Chile niega a Argentina el permiso de paso.", "ARG"),
    ],
)
def test_who_is_addressed_by_a_phrase_of_the_tables(
    language: str, text: str, addressees: str
) -> None:
    assert towards(text, language) == addressees


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the same preposition again
        ("es", "Chile pidió a Togo y al gobierno de Malí calma.", "CHL>TGO MLI"),
        ("fr", "Le Tchad a demandé au Togo et au Mali de négocier.", "TCD>TGO MLI"),
        # people who did something to one party, in order to ask something
        ("es", "Unas personas tomaron la embajada de Chile para exigir que Malí ceda.", ">MLI"),
        # "of" behind another word than an office: no subject
        ("es", "Los opositores reclamaron la salida del ministro chileno.", ">CHL"),
        ("es", "El pedido de ayuda de Togo a la OTAN fue leído.", "TGO>NATO"),
        ("es", "Malí lanzó un nuevo llamamiento a Togo.", "MLI>TGO"),
    ],
)
def test_who_asks_and_who_is_asked(language: str, text: str, expected: str) -> None:
    ((_, issuers, _),) = short(text, language)
    assert f"{issuers.rpartition(':')[2]}>{towards(text, language)}" == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Malí recibió al enviado de Chad y le solicitó garantías.", "MLI>TCD"),
        ("es", "A Togo le pidió Brasil que publique las actas.", "BRA>TGO"),
        ("fr", "Le Tchad a reçu l'ambassadeur du Togo et lui a demandé du blé.", "TCD>TGO"),
        ("it", "Il Ciad ha ricevuto l'ambasciatore del Togo e gli ha chiesto grano.", "TCD>TGO"),
        ("pt", "O Chade recebeu o embaixador do Togo e lhe pediu trigo.", "TCD>TGO"),
    ],
)
def test_a_pronoun_before_the_verb_is_whom_it_was_told_of_last(
    language: str, text: str, expected: str
) -> None:
    ((_, issuers, _),) = short(text, language)
    assert f"{issuers.rpartition(':')[2]}>{towards(text, language)}" == expected


def test_a_capital_behind_por_is_who_rejects_and_not_where() -> None:
    acts = short("La propuesta de Bagdad fue rechazada por Londres.", "es")
    assert acts[-1] == ("refusal", "state:GBR", "state:IRQ")
    assert short("Chile pasó por Londres, y pidió calma.", "es") == [("appeal", "state:CHL", "")]


def test_whoever_threatens_on_a_condition_is_no_storm() -> None:
    text = "El Grupo Armado amenazó con atentados si París no cede."
    assert short(text, "es") == [("threat", "", "state:FRA")]
    assert short("El temporal amenaza con inundar París.", "es") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no mark, but somebody to whom the appeal is
        ("تمنت توغو للنيجر النجاح.", [("appeal", "state:TGO", "state:NER")]),
        # told of before the verb
        ("تدير توغو الميناء، لكن النيجر تطالب به.", [("demand", "state:NER", "state:TGO")]),
        # orders are no answers
        (
            "اتهمت النيجر توغو بالقصف.\n\nوأمهلت النيجر الصيادين أسبوعا لإغلاق الميناء.",
            [("accusation", "state:NER", "state:TGO"), ("demand", "state:NER", "")],
        ),
        # only where it happens
        ("دعت توغو إلى وقف القتال في النيجر.", [("appeal", "state:TGO", "")]),
        ("حذرت توغو من كارثة في النيجر.", [("threat", "state:TGO", "")]),
        ("أدانت توغو الهجمات في النيجر.", [("accusation", "state:TGO", "")]),
        # not to whom the act before it was
        (
            "اتهمت النيجر توغو بالقصف، ونفت علمها برد.",
            [("accusation", "state:NER", "state:TGO"), ("denial", "state:NER", "")],
        ),
    ],
)
def test_whom_arabic_acts_are_to_and_where_something_happens(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert short(text, "ar") == expected


def test_an_arabic_refusal_is_not_to_whom_its_issuer_dealt_with_last() -> None:
    text = "طالبت النرويج السويد بفتح الجسر.\n\nورفضت النرويج دفع الرسوم."
    assert short(text, "ar") == [
        ("demand", "state:NOR", "state:SWE"),
        ("refusal", "state:NOR", ""),
    ]


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("نددت توغو بالخطوة. وقالت إن تشاد أخطأت.", "TCD"),
        ("وكانت تشاد أغلقت معبرا. وهددت توغو بعدم السكوت.", "TCD"),
        # not of two, nor whom a court's order names
        ("زار وزير من النيجر تشاد. ونددت توغو بالخطوة.", ""),
        # what is called for is of somebody else
        ("دعت توغو إلى تحسين الاتفاق مع تشاد.", ""),
        # nor is one of whom it is not told what is asked of others
        ("وصل وفد من تشاد. وطلبت توغو من الشركات العودة.", ""),
        ("وصل وفد من تشاد. وأعربت توغو عن أملها في السلام.", "TCD"),
        ('وصل وفد من تشاد. وقالت توغو: "نأمل في السلام".', "TCD"),
        ("دعت توغو تشاد إلى الحوار.", "TCD"),
    ],
)
def test_an_arabic_act_that_tells_nobody_is_against_the_only_other_party(
    text: str, addressees: str
) -> None:
    told = [one[2] for one in short(text, "ar")]
    assert {one.rpartition(":")[2] for one in told} == {addressees}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رفضت توغو مقترح النيجر.", [("refusal", "state:TGO", "state:NER")]),
        (
            "رفضت توغو الجمعة بعد اجتماع طويل دام ساعات عدة"
            " في العاصمة القديمة قرب النهر الكبير مقترح النيجر.",
            [("refusal", "state:TGO", "")],
        ),
    ],
)
def test_a_party_far_behind_an_arabic_refusal_is_not_refused(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("دعت النيجر توغو إلى الحوار، وتعهدت بفتح الميناء.", "state:TGO"),
        ("دعت النيجر توغو إلى الحوار. وتعهدت بفتح الميناء.", ""),
    ],
)
def test_an_arabic_sentence_goes_on_to_the_same_within_itself(text: str, addressees: str) -> None:
    assert short(text, "ar")[-1] == ("promise", "state:NER", addressees)


@pytest.mark.parametrize(("passages", "addressees"), [(3, "state:TGO"), (5, "")])
def test_whom_an_arabic_issuer_dealt_with_last_is_of_five_passages(
    passages: int, addressees: str
) -> None:
    between = "\n\n".join(["وسقط مطر غزير."] * passages)
    text = f"اتهمت النيجر توغو بالقصف.\n\n{between}\n\nوهددت النيجر بالرد."
    assert short(text, "ar")[-1] == ("threat", "state:NER", addressees)


@pytest.mark.parametrize(
    "text",
    [
        "تحدث وزير خارجية النيجر طويلا، وانتقد الحكومة التشادية.",
        "تحدث وزير خارجية النيجر طويلا. واتهم السلطة التشادية بالكذب.",
    ],
)
def test_a_masculine_verb_is_not_of_a_feminine_noun_behind_it(text: str) -> None:
    assert short(text, "ar") == [("accusation", "state:NER", "state:TCD")]


def test_nobody_addresses_himself() -> None:
    text = "A request by Malta for help was ignored by Italy."
    assert short(text, "en") == [("appeal", "state:MLT", "")]


def test_a_party_named_twice_may_address_its_own() -> None:
    text = "Malta's government demanded that the Maltese parliament pass the budget."
    assert short(text, "en") == [("demand", "state:MLT", "state:MLT")]
