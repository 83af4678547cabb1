"""Acts: exact types, parties, modality, cues and rules of sentences, quotes and lists."""

import pytest

from tests.conftest import acts_in
from transforms.acts.find import find_acts
from transforms.records import Passage

Short = tuple[str, str, str]


def short(text: str, language: str = "en") -> list[Short]:
    """Type, issuers and addressees of each act, the parties parted by blanks."""
    return [
        (act.type, " ".join(act.issuers), " ".join(act.addressees))
        for act in acts_in(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "act", "text"),
    [
        ("en", "demand RUS>UKR", "Russia demanded that Ukraine withdraw its troops."),
        ("en", "appeal FRA>MLI", "France urged Mali to free the two men."),
        ("en", "refusal IRN>USA", "Iran rejected the American offer."),
        ("en", "accusation TUR>GRC", "Turkey accused Greece of arming the islands."),
        ("en", "denial SRB>", "Serbia denied the report."),
        ("en", "promise CAN>UKR", "Canada pledged to support Ukraine."),
        ("ar", "demand USA>IRN", "طالبت الولايات المتحدة إيران بوقف التخصيب."),
        ("ar", "appeal RUS>UKR", "موسكو تدعو كييف إلى استئناف المفاوضات."),
        ("ar", "accusation TUR>GRC", "اتهمت تركيا اليونان بتسليح الجزر."),
        ("ru", "demand RUS>UKR", "Россия потребовала от Украины вывести войска."),
        ("ru", "appeal FRA>MLI", "Франция призвала Мали освободить задержанных."),
        ("ru", "accusation ARG>CHL", "За срыв встречи в Гаване Аргентина винит Чили."),
        (
            "ru",
            "accusation ESP>MAR",
            "Ответственность за гибель рыбаков Мадрид возлагает на Марокко.",
        ),
        ("ru", "appeal GEO>ARM", "Армению Грузия призвала открыть переход."),
        (
            "ru",
            "appeal MLT>CYP",
            "О выдаче двух капитанов танкера ходатайствовала перед Кипром Мальта.",
        ),
        ("ru", "appeal LTU>POL", "Литва вышла с предложением к Польше открыть мост."),
        ("ru", "demand KEN>UGA", "Кения не раз требовала от Уганды вернуть катер."),
        ("ru", "demand KWT>IRN", "Ирану пора вернуть танкер, сказал министр Кувейта."),
        ("ru", "refusal CYP>TUR", "Кипр не считает нужным отвечать на предложение Турции."),
        ("ru", "refusal NOR>SWE", "Норвегия не горит желанием возвращать Швеции архив."),
        ("ru", "threat FIN>RUS", "Финляндия допустила разрыв договора с Россией о реке."),
        (
            "ru",
            "accusation LVA>BLR",
            "Минск срывает договорённости по воде, заявил президент Латвии.",
        ),
        (
            "ru",
            "accusation GRC>TUR",
            "«Это чистой воды шантаж», — сказал министр Греции о словах Анкары.",
        ),
        ("uk", "refusal NOR>SWE", "Норвегія не горить бажанням повертати Швеції архів."),
        ("uk", "threat DZA>ESP", "Алжир дав зрозуміти, що перекриє газ Іспанії."),
        (
            "uk",
            "denial ARM>TUR",
            "У Міністерстві оборони Вірменії спростували заяву Туреччини про обстріл.",
        ),
        (
            "uk",
            "accusation LVA>BLR",
            "Мінськ зриває домовленості щодо води, заявив президент Латвії.",
        ),
        ("fr", "demand RUS>UKR", "La Russie a exigé de l'Ukraine le retrait de ses troupes."),
        ("es", "demand RUS>UKR", "Rusia exigió a Ucrania la retirada de sus tropas."),
        ("de", "demand RUS>UKR", "Russland forderte die Ukraine zum Abzug ihrer Truppen auf."),
        ("tr", "demand TUR>GRC", "Türkiye, Yunanistan'dan askerlerini çekmesini istedi."),
        ("fa", "demand IRN>USA", "ایران از آمریکا خواست تحریم‌ها را لغو کند."),
    ],
)
def test_who_wants_what_of_whom_in_each_order_of_words(language: str, act: str, text: str) -> None:
    kind, _, parties = act.partition(" ")
    issuer, addressee = (f"state:{one}" if one else "" for one in parties.split(">"))
    assert short(text, language) == [(kind, issuer, addressee)]


def test_who_must_do_something_with_others_asks_it_of_these() -> None:
    text = 'Russia said: "Russia and the United States must cut their arsenals."'
    assert short(text) == [("demand", "state:RUS", "state:USA")]


def test_an_act_tells_its_codes_its_cue_and_the_rule_that_fired() -> None:
    text = "Russia demanded that Ukraine withdraw its troops."
    (act,) = acts_in(text, "en")
    assert (act.plover, act.cameo, act.modality, act.inherited) == (
        "REQUEST",
        "100",
        "asserted",
        False,
    )
    assert act.cue_start is not None
    assert act.cue_end is not None
    assert text[act.cue_start : act.cue_end].startswith("demanded")
    assert act.rule.startswith("acts-1:verb:")


@pytest.mark.parametrize(
    "text",
    [
        "Russia did not demand anything of Ukraine.",
        "Will Russia reject the American offer?",
        "It is unclear whether Russia will reject the American offer.",
        "Russia and Ukraine met in Geneva on Tuesday.",
        "Demand for oil from Saudi Arabia rose by two per cent.",
    ],
)
def test_what_is_negated_asked_or_merely_happens_is_no_act(text: str) -> None:
    assert short(text) == []


def test_an_act_within_another_is_what_the_other_is_about() -> None:
    assert short("France urged Germany to reject the Russian offer.") == [
        ("appeal", "state:FRA", "state:DEU")
    ]
    assert short("Iran denied threatening Israel.") == [("denial", "state:IRN", "")]


def test_an_arabic_title_that_opens_with_a_party_is_a_label() -> None:
    text = "موسكو عن ملف الحدود: نرفض شروط كييف\n\nالتقى الوزيران في جنيف."
    assert short(text, "ar") == [("refusal", "state:RUS", "state:UKR")]


def test_a_passive_has_its_agent_as_issuer() -> None:
    assert short("The offer was rejected by Iran.") == [("refusal", "state:IRN", "")]


def test_parties_that_are_joined_act_and_are_addressed_together() -> None:
    assert short("France and Germany urged Russia, Ukraine and Belarus to talk.") == [
        ("appeal", "state:FRA state:DEU", "state:RUS state:UKR state:BLR")
    ]


def test_two_acts_of_a_sentence_share_their_subject() -> None:
    found = short("Iran rejected the American offer and accused Israel of sabotage.")
    assert found == [
        ("refusal", "state:IRN", "state:USA"),
        ("accusation", "state:IRN", "state:ISR"),
    ]


def test_a_quote_in_the_first_person_is_its_speakers_act() -> None:
    text = (
        "Russian foreign minister Sergei Lavrov said: “We reject these terms. Ukraine must leave.”"
    )
    assert short(text) == [
        ("refusal", "state:RUS", ""),
        ("demand", "state:RUS", "state:UKR"),
    ]


def test_reported_speech_is_its_speakers_act() -> None:
    assert short("Russia said on Tuesday that Sudan must return a helicopter.") == [
        ("demand", "state:RUS", "state:SDN")
    ]


def test_a_union_of_states_is_nobody_private() -> None:
    assert short("وقال مفوض الاتحاد الأوروبي للتجارة إن على الصين فتح أسواقها.", "ar") == [
        ("demand", "igo:EU", "state:CHN")
    ]


def test_a_pronoun_is_who_spoke_last() -> None:
    text = (
        "French president Emmanuel Macron arrived in Cairo, he said.\n\n"
        "“We are friends,” Macron told reporters.\n\nHe urged Egypt to open the crossing."
    )
    assert short(text)[-1] == ("appeal", "state:FRA", "state:EGY")


def test_somebody_who_is_no_party_leaves_the_issuer_unknown() -> None:
    text = "Residents near the Russian border demanded a new road from Finland."
    assert short(text) == [("demand", "", "state:FIN")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya will demand tomorrow that Somalia free the boats.", "future"),
        ("Kenya would reject any Somali offer.", "conditional"),
        ("Kenya reportedly demanded that Somalia free the boats.", "reported"),
        ("Kenya accused Somalia on Monday of the alleged attack on its boats.", "asserted"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [act.modality for act in acts_in(text, "en")] == [modality]


LIST = """Oslo sends terms to Brussels

OSLO (Norova) - Norway's demands to the European Union are:

- a cut of 20 per cent in the joint quota
- Brussels must fit every vessel with a camera
- no trawling within 12 miles
- we expect a written answer by March

The ministers meet again on Friday."""


def test_items_of_a_list_of_demands_inherit_issuer_addressee_and_type() -> None:
    acts = acts_in(LIST, "en")[-4:]
    assert [act.type for act in acts][:3] == ["demand", "demand", "demand"]
    assert {act.issuers for act in acts} == {("state:NOR",)}
    assert {act.addressees for act in acts} == {("igo:EU",)}
    assert all(act.inherited for act in acts)
    assert acts[0].cue_start is None
    assert acts[1].cue_start is not None


def test_items_of_a_list_that_a_promise_introduces_are_promises() -> None:
    text = "Talks ended.\n\nChad pledged to Sudan:\n\n- to open the border\n- to free the detainees"
    assert [act.type for act in acts_in(text, "en")][-2:] == ["promise", "promise"]


def test_a_list_of_facts_has_no_acts() -> None:
    text = LIST.replace("Norway's demands to the European Union are:", "Some figures of the fleet:")
    bare = (
        text.replace("sends terms", "sends figures")
        .replace("must fit", "fits")
        .replace("we expect a written answer by March", "80 boats")
    )
    assert acts_in(bare, "en") == []


REPLY = """الحوثيون يردون على الرياض

صنعاء - وفيما يلي أهم ما جاء في رد الحوثيين على السعودية:

- رفع الحصار عن ميناء الحديدة
- لا نية لدينا لمهاجمة السفن
- نرفض وجود مراقبين أميركيين

وانتهى الاجتماع مساء."""


def test_items_of_a_reply_have_types_of_their_own() -> None:
    acts = acts_in(REPLY, "ar")
    assert [(act.type, act.issuers) for act in acts] == [
        ("demand", ("group:houthi",)),
        ("denial", ("group:houthi",)),
        ("refusal", ("group:houthi",)),
    ]
    assert acts[0].addressees == ("state:SAU",)
    assert acts[2].addressees == ("state:USA",)


def test_a_quarrel_has_two_sides() -> None:
    acts = acts_in(
        "Kenya accused Somalia of piracy.\n\n“We reject this,” Somali president Hassan Sheikh"
        " Mohamud told reporters in Mogadishu.",
        "en",
    )
    assert [(act.type, act.issuers, act.addressees) for act in acts] == [
        ("accusation", ("state:KEN",), ("state:SOM",)),
        ("refusal", ("state:SOM",), ("state:KEN",)),
    ]
    assert [act.rule.endswith("+counterpart") for act in acts] == [False, True]


def test_a_language_without_tables_has_no_acts() -> None:
    passage = Passage(kind="paragraph", text="ロシアはウクライナに撤退を要求した。", language="ja")
    assert find_acts([passage], [()]) == [()]


@pytest.mark.parametrize(
    ("language", "act", "text"),
    [
        ("fa", "refusal RWA>BEL", "درخواست بلژیک برای استرداد متهمان از سوی رواندا رد شد."),
        ("fa", "denial BLR>POL", "بلاروس اتهام‌های لهستان را بی‌اساس خواند."),
        (
            "fa",
            "accusation KEN>SOM",
            "کنیا حمله سومالی به پاسگاه مرزی را محکوم و آن را اقدامی بزدلانه توصیف کرد.",
        ),
        (
            "fa",
            "accusation NOR>RUS",
            "وزیر خارجه نروژ گفت روسیه امنیت کشتیرانی را به خطر انداخته است.",
        ),
        ("fa", "accusation MAR>DZA", "مراکش انتقاد شدیدی از الجزایر کرد."),
        ("fa", "accusation TJK>KGZ", "تاجیکستان به قرقیزستان تاخت و آن را بدعهد نامید."),
        ("fa", "appeal NPL>IND", "نپال دست به دامان هند شد تا گذرگاه‌ها را باز کند."),
        ("fa", "appeal GRC>CYP", "یونان از قبرس استمداد طلبید."),
        ("fa", "demand SRB>XKX", "رئیس‌جمهور صربستان گفت کوزوو چاره‌ای جز آزاد کردن اسیران ندارد."),
        ("fa", "demand SDN>TCD", "سودان عادی‌سازی روابط با چاد را به آزادی زندانیان منوط کرد."),
        ("fa", "demand MNG>RUS", "مغولستان خواستار توقف پروازهای روسیه به چین شد."),
        ("fa", "refusal IRQ>KWT", "عراق به درخواست کویت وقعی ننهاد."),
        ("fa", "refusal SWE>HUN", "نخست‌وزیر سوئد: «با مجارستان معامله نمی‌کنیم.»"),
        ("fa", "threat PRK>USA", "کره شمالی گفت رزمایش آمریکا بی‌جواب نخواهد ماند."),
        ("fa", "threat KOR>PRK", "کره جنوبی در برابر موشک‌های کره شمالی ساکت نخواهد نشست."),
        ("fa", "threat LVA>BLR", "وزیر کشور لتونی گفت: «بلاروس هدف مشروع ما خواهد بود.»"),
        ("fa", "promise CHL>BOL", "وزیر خارجه شیلی به بولیوی اطمینان خاطر داد که بندر باز می‌ماند."),
        ("fa", "promise AGO>ZMB", "آنگولا موافقت خود را با پیشنهاد زامبیا اعلام کرد."),
        ("fr", "appeal TUR>ISR", "La Turquie a prié Israël de lever les restrictions."),
        ("fr", "demand IND>PAK", "Le ministre indien, Rakesh Varma, a sommé le Pakistan de céder."),
        (
            "fr",
            "refusal HUN>",
            "« Nous ne céderons aucun terrain », a dit jeudi le ministre hongrois.",
        ),
        ("fr", "demand TGO>GHA", "Le Togo a mis le Ghana en demeure de rendre les bateaux."),
        ("fr", "demand TGO>GHA", "Lomé a rappelé le Ghana à ses obligations."),
        ("fr", "refusal TGO>", "Le Togo ne déposera jamais les armes, a dit le ministre togolais."),
        ("fr", "refusal TGO>GHA", "Pas question pour le Togo d'héberger la base du Ghana."),
        ("fr", "refusal GHA>TGO", "L'offre du Togo a été balayée par le Ghana."),
        ("fr", "threat TGO>GHA", "Le Togo s'est dit prêt à adopter des sanctions contre le Ghana."),
        (
            "fr",
            "threat TGO>GHA",
            "Gare au Ghana s'il touche au port, a lancé le ministre togolais.",
        ),
        ("fr", "accusation TGO>SRB", "La Serbie a été accusée par le Togo de complicité."),
        ("fr", "accusation TGO>URY", "Les autorités uruguayennes ont été condamnées par le Togo."),
        ("fr", "accusation TGO>GHA", "Des vols ont été imputés au Ghana par le Togo."),
        ("fr", "accusation >GHA", "Une ONG accuse le Ghana de vols."),
        (
            "fr",
            "accusation TGO>GHA",
            "Pour le Togo, le Ghana porte l'entière responsabilité de la crise.",
        ),
        ("es", "appeal FRA>MLI", "Francia, tras una protesta, pidió a Malí la entrega de los dos."),
        ("tr", "refusal GRC>TUR", "Atina'dan Ankara'nın teklifine ret geldi."),
        ("tr", "accusation NOR>FIN", "Norveç, Finlandiya'nın ateşkesi ihlal ettiğini öne sürdü."),
        ("tr", "demand GHA>TGO", "Gana, Togo'nun askerlerini çekmesini ön koşul olarak öne sürdü."),
        (
            "tr",
            "refusal PER>CHL",
            "Peru, Şili'nin çağrılarını duymazdan geldi ve kapıyı yüzüne kapattı.",
        ),
        (
            "tr",
            "accusation QAT>IRN",
            "Katar Dışişleri Bakanlığından yapılan yazılı açıklamada, İran'ın saldırısı kınandı.",
        ),
        ("tr", "accusation CHL>PER", "Şili, kesintinin faturasını Peru'ya kesti."),
        ("tr", "promise NPL>CHN", "Nepal'in Çin'e destek vereceği açıklandı."),
        ("tr", "threat MLI>NER", "Mali, Nijer'i yaptırım uygulamakla korkuttu."),
        ("tr", "refusal GHA>TGO", "Gana, Togo'nun teklifini kestirip attı."),
        ("tr", "denial SDN>TCD", "Sudan, Çad'ın iddialarını uydurma olarak değerlendirdi."),
        ("tr", "appeal MAR>ESP", "Fas, kuraklık yüzünden İspanya'nın kapısını çaldı."),
        (
            "tr",
            "refusal IRN>USA",
            "İran, Umman üzerinden gelen mesajda ABD'nin teklifini reddetti.",
        ),
        ("tr", "appeal >KEN", "Kenya'ya itidal çağrısı yapan Denizciler Derneği, sınıra gitti."),
        (
            "tr",
            "accusation KEN>TZA",
            'Kenya Cumhurbaşkanı "Tanzanya uluslararası hukuku ihlal ediyor" dedi.',
        ),
        ("tr", "threat KEN>TZA", "Kenya, Tanzanya'ya karşılık vermekten çekinmeyeceğini duyurdu."),
    ],
)
def test_agents_appositions_negations_and_nouns(language: str, act: str, text: str) -> None:
    kind, _, parties = act.partition(" ")
    issuer, addressee = (f"state:{one}" if one else "" for one in parties.split(">"))
    assert short(text, language) == [(kind, issuer, addressee)]


def test_a_label_names_both_sides_and_whoever_introduces_demands_makes_one() -> None:
    label = acts_in("Le Kremlin à la Suède : « Cessez de livrer des armes »", "fr")
    assert [(act.type, act.issuers, act.addressees) for act in label] == [
        ("demand", ("state:RUS",), ("state:SWE",))
    ]
    opening = acts_in("Las exigencias de Túnez a Italia son las siguientes:", "es")
    assert [(act.type, act.issuers, act.addressees) for act in opening] == [
        ("demand", ("state:TUN",), ("state:ITA",))
    ]


def test_what_an_item_of_a_reply_calls_a_threat_is_an_accusation() -> None:
    text = REPLY.replace(
        "- رفع الحصار عن ميناء الحديدة", "- انضمام الإمارات إلى الناتو... تهديد للمنطقة"
    )
    found = acts_in(text, "ar")[0]
    assert (found.type, found.issuers) == ("accusation", ("group:houthi",))
    assert found.addressees == ("state:ARE", "igo:NATO")
    assert acts_in(REPLY, "ar")[0].type == "demand"


def test_what_one_writes_to_protest_and_to_ask_is_two_acts() -> None:
    text = "Chile escribió a Perú para protestar por la detención y solicitar la libertad de tres."
    assert [act.type for act in acts_in(text, "es")] == ["accusation", "appeal"]


def test_signs_before_an_obliging_preposition_are_no_words() -> None:
    assert acts_in("تقدم !!! ............... على إيران", "ar") == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("threat", "state:AUS", "state:IDN")],
            "حذرت أستراليا إندونيسيا من أنها ستنضم إليه.",
        ),
        ([], "طالبت روسيا عام 1877 الدولة العثمانية بإصلاحات."),
        ([("demand", "state:RUS", "state:JPN")], "طالبت روسيا عام 1956 اليابان بالتوقيع."),
        ([], "كان مراقبون حذروا من تأخر الانتخابات في ليبيريا."),
    ],
)
def test_in_arabic_what_a_cue_stands_beside_decides(expected: list[Short], text: str) -> None:
    """Warned of, issued by a court, told of history, done by observers."""
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("appeal", "state:FRA", "state:ITA")], "وطلب الرئيس الفرنسي من إيطاليا استقبال السفينة."),
        ([("appeal", "state:FRA", "")], "وقال الرئيس الفرنسي إن من الضروري خفض التوتر."),
        ([], "وقال الرئيس الفرنسي إنه ليس من الضروري عقد قمة جديدة."),
        ([], "وقال الرئيس الفرنسي إنه لا بد أنه يعرف الحقيقة."),
        ([("demand", "", "")], "خرج المئات في مسيرات احتجاجية للمطالبة بخفض الأسعار."),
        ([], "أمر الرئيس الفرنسي وزارة الدفاع بإجراء تحقيق."),
        ([], "وشاركت فرنسا في جلسة دعت إليها بريطانيا."),
        ([], "وهو وضع يدعو للقلق في فرنسا."),
        ([], "وعقد المجلس جلسة بناء على طلب من فرنسا."),
        ([], "وأصر الرئيس الفرنسي على أن الأزمة انتهت."),
        ([("demand", "state:FRA", "")], "وأصر الرئيس الفرنسي على وقف إطلاق النار."),
        ([("demand", "state:FRA", "")], "وقال الرئيس الفرنسي إن على الشركات الكبرى أن تدفع."),
        ([("demand", "state:FRA", "")], 'وقال الرئيس الفرنسي "على المجتمع الدولي أن يتحرك".'),
        ([], "وقال الرئيس الفرنسي إنه على الرغم من أن الشتاء طويل بقي."),
        ([], "وقال الرئيس الفرنسي إنه كان ينبغي أن يسافر."),
        ([("demand", "state:FRA", "")], "أكد الرئيس الفرنسي ضرورة حماية المدنيين."),
        ([("promise", "state:FRA", "")], "عبر الرئيس الفرنسي عن رغبته في السفر."),
        (
            [("demand", "state:FRA", "")],
            'وقال الرئيس الفرنسي: "أغلقوا كل المصانع القديمة هذا العام".',
        ),
        ([], 'وقال الرئيس الفرنسي: "إن عمال المصنع القديم أغلقوا كل أبوابه".'),
        (
            [("appeal", "state:FRA", "")],
            'وقال الرئيس الفرنسي "نحن بحاجة اليوم لتعاون أكبر بين الجميع".',
        ),
        ([("demand", "state:FRA", "state:RUS")], "رحبت فرنسا بالقمة، مطالبة موسكو بوقف البناء."),
    ],
)
def test_arabic_wants_and_what_is_none(expected: list[Short], text: str) -> None:
    assert short(text, "ar") == expected


@pytest.mark.parametrize(
    ("language", "acts", "text"),
    [
        ("it", "appeal FRA>TUR", "La Francia ha esortato la Turchia a ritirare le navi."),
        ("it", "demand EU>BLR", "L'Unione europea esige dalla Bielorussia la loro scarcerazione."),
        ("it", "refusal KEN>SOM", "Il Kenya risponde picche alla Somalia sui confini marittimi."),
        ("it", "refusal ALB>SRB", "L'Albania ha rispedito al mittente la proposta della Serbia."),
        ("it", "refusal GRC>TUR", "La Grecia nega il visto al ministro turco."),
        (
            "it",
            "refusal UKR>",
            "«Non daremo un metro di terra», ha ribadito il presidente ucraino.",
        ),
        ("it", "accusation FRA>ITA", "La Francia rinfaccia all'Italia i ritardi sulla ferrovia."),
        ("it", "accusation TUR>SWE", "Strali della Turchia contro la Svezia."),
        ("it", "denial SDN>ETH", "Il Sudan ha liquidato come fandonie le accuse dell'Etiopia."),
        ("it", "appeal NER>FRA", "Niamey incalza Parigi sul ritiro dei soldati."),
        (
            "it",
            "demand ITA>LBY",
            "«La Libia liberi subito i pescatori», ha detto il ministro italiano.",
        ),
        (
            "it",
            "appeal SDN>LBY",
            "Il rappresentante permanente del Sudan all'Onu ha chiesto alla Libia di intervenire.",
        ),
        ("it", "threat RUS>FIN", "Mosca mostra i muscoli alla Finlandia."),
        ("it", "accusation TUR>GRC", "La Turchia scarica la responsabilità sulla Grecia."),
        ("it", "accusation BEL>HUN", "Il Belgio considera l'Ungheria responsabile dello stallo."),
        ("pt", "demand FRA>TUR", "A França exigiu à Turquia que retire os navios."),
        ("pt", "appeal CHN>USA", "A China instou os Estados Unidos a respeitarem o acordo."),
        (
            "pt",
            "appeal MOZ>TZA",
            "Moçambique lançou um repto à Tanzânia para que abra a fronteira.",
        ),
        ("pt", "appeal URY>CHN", "O Uruguai bateu à porta da China para obter crédito."),
        (
            "pt",
            "demand VEN>COL",
            "A Venezuela quer a libertação de dois cidadãos detidos na Colômbia.",
        ),
        ("pt", "refusal NPL>IND", "O governo do Nepal fez orelhas moucas aos apelos da Índia."),
        ("pt", "refusal NGA>USA", "A Nigéria não se deixa intimidar pelos Estados Unidos."),
        ("pt", "refusal IND>USA", "A Índia repeliu a mediação dos Estados Unidos."),
        ("pt", "threat PRK>JPN", "A Coreia do Norte deixou um recado ao Japão."),
        ("pt", "threat CHN>JPN", "A China pôs o Japão de sobreaviso."),
        (
            "pt",
            "threat DEU>RUS",
            "A Rússia pagará caro se atacar a Polónia, disse o ministro alemão.",
        ),
        (
            "pt",
            "threat ISR>IRN",
            '"O Irão vai arrepender-se", garantiu o ministro israelita da Defesa.',
        ),
        ("pt", "accusation KEN>SOM", "O presidente do Quénia não poupou críticas à Somália."),
        ("pt", "accusation COL>RUS", "A Colômbia puxou as orelhas ao embaixador da Rússia."),
        ("pt", "denial RUS>", "A Rússia garante nada ter a ver com o ataque."),
        ("fr", "demand >GBR", "Les pêcheurs français réclament des licences au Royaume-Uni."),
        ("es", "demand >PER", "Los pescadores chilenos exigieron a Perú más controles."),
        ("es", "refusal CHL>", "Chile, que limita con Perú, rechazó esa idea."),
        ("es", "refusal CHL>PER", "Ante la oferta de Perú, Chile respondió que no firmará nada."),
        ("es", "demand >PER", "Los médicos de Chile exigieron a Perú más controles."),
        (
            "es",
            "accusation CHL>PER",
            "Chile, con miles de mineros en paro, acusó a Perú de mentir.",
        ),
        ("es", "accusation CHL>PER", "Chile, acosado por los mineros, acusó a Perú."),
        ("es", "refusal >", "El plan fue rechazado por los vecinos, informó Chile."),
        ("es", "threat >", "Si no hay acuerdo, los mineros volverán a cortar la ruta."),
        ("es", "threat >CHL", "Amenazan con un paro al gobierno de Chile los mineros."),
        ("es", "threat CHL>PER", "Si Perú no firma, Chile suspenderá los vuelos."),
        ("it", "denial IRN>", "L'Iran nega di aver fornito droni alla Russia."),
        (
            "it",
            "accusation SRB>XKX",
            "Il presidente serbo è a Roma. Ha accusato il Kosovo di tutto.",
        ),
        ("de", "demand UKR>DEU", "Die Ukraine dankte. Er forderte Deutschland zu mehr Hilfe auf."),
        ("de", "demand >SDN", "Anwohner fürchten um Felder. Sie fordern vom Sudan Geld."),
        ("de", "demand CZE>SVK", "Prag will, dass Bratislava die Leitung wieder öffnet."),
        ("de", "appeal TUR>CYP", "Die Türkei legte Zypern ans Herz, wieder zu verhandeln."),
        ("de", "appeal EGY>USA", "Ägypten appellierte an die Vereinigten Staaten, zu vermitteln."),
        ("de", "refusal POL>", "Polen will nicht unterschreiben."),
        ("de", "refusal ZMB>AGO", "Vorwürfe aus Angola wies Sambia zurück."),
        ("de", "refusal TGO>BEN", "Togo hat Gesprächen mit Benin eine Absage erteilt."),
        ("de", "threat DNK>IRN", "Iran müsse mit Strafen rechnen, sagte der dänische Minister."),
        ("de", "accusation NIC>DEU", "Nicaragua verklagte Deutschland wegen der Lieferungen."),
        ("de", "accusation AUT>HUN", "Wien schob Budapest die Schuld in die Schuhe."),
        (
            "de",
            "accusation NOR>RUS",
            "„Das ist beschämend“, sagte der norwegische Minister über die russischen Angriffe.",
        ),
        ("de", "denial SRB>", "Ins Reich der Fabel verwies Belgrad Berichte über Waffen."),
        ("de", "promise GHA>TGO", "Ghana springt Togo zur Seite."),
    ],
)
def test_who_acts_and_to_whom_in_romance_and_german(language: str, acts: str, text: str) -> None:
    kind, _, parties = acts.partition(" ")
    issuer, _, addressee = parties.partition(">")
    ids = {"EU": "igo:EU", "": ""}
    told = kind, ids.get(issuer, f"state:{issuer}"), ids.get(addressee, f"state:{addressee}")
    assert short(text, language) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Russland setzt in der Ukraine Drohnen ein.",
        "Titelverteidiger Italien droht das Aus in der Vorrunde.",
    ],
)
def test_german_words_that_only_look_like_acts(text: str) -> None:
    assert not short(text, "de")


@pytest.mark.parametrize(
    ("language", "text", "issuers", "addressees"),
    [
        ("ur", "اس سے قبل کینیا نے صومالیہ سے مطالبہ کیا۔", ("state:KEN",), ("state:SOM",)),
        ("ur", "کینیا کے صدر نے صومالیہ سے مطالبہ کیا۔", ("state:KEN",), ("state:SOM",)),
        ("ur", "کینیا کا صومالیہ سے معاہدے کا مطالبہ", ("state:KEN",), ("state:SOM",)),
        ("he", 'מזכ"ל האו"ם דרש מצרפת לסגת.', ("igo:UN",), ("state:FRA",)),
        ("zh", "肯尼亚要求索马里拒绝苏丹的提议。", ("state:KEN",), ("state:SOM",)),
    ],
)
def test_marks_of_urdu_signs_of_hebrew_and_verbs_of_chinese(
    language: str, text: str, issuers: tuple[str, ...], addressees: tuple[str, ...]
) -> None:
    acts = [act for act in acts_in(text, language) if act.type == "demand"]
    assert [(act.issuers, act.addressees) for act in acts] == [(issuers, addressees)]
    assert len(acts_in(text, language)) == 1


def test_what_follows_a_chinese_comma_has_the_subject_before_it() -> None:
    acts = acts_in("肯尼亚呼吁索马里停火，并承诺向苏丹提供援助。", "zh")
    assert [(act.type, act.issuers) for act in acts] == [
        ("appeal", ("state:KEN",)),
        ("promise", ("state:KEN",)),
    ]


def test_a_romance_subject_is_not_shared_behind_a_noun() -> None:
    acts = short("Chile conoció la exigencia de Perú y rechazó firmar nada.", "es")
    assert ("refusal", "state:CHL", "state:PER") in acts


def test_a_future_may_threaten_only_on_a_condition() -> None:
    assert short("Chile, si Perú no firma, paralizará los puertos.", "es")
    assert not short("Chile paralizará los puertos en mayo.", "es")
