"""Somebody introduced once is known by surname, title, pronoun and first person, in 13 languages.

Each story is read from its text, as the job does. In its second paragraph the surname must stand
for the state, in the third the title alone; the words quoted in the third (first person, said by
the title) and in the fourth (said by a pronoun or a bare verb) must be the state's.
"""

from __future__ import annotations

import pytest

from transforms.actors.lexicon import lexicon
from transforms.language.detect import detect
from transforms.segments.anatomy import read_anatomy
from transforms.segments.split import split_article
from transforms.text import read_story
from transforms.wording import Findings, read_words

STORIES = {
    "ar": (
        "أعلنت وزيرة الطاقة المولدوفية فيوريكا لوبان استقالتها مساء الجمعة أمام الصحفيين.",
        "وقالت لوبان إن القرار قرارها وحدها ولا علاقة لأحد به.",
        'وأكدت الوزيرة: "سنسدد ديوننا كاملة قبل نهاية العام".',
        'وأضافت: "لم يكن الأمر سهلا على أحد منا".',
        ("لوبان", "الوزيرة"),
    ),
    "en": (
        "Moldovan Energy Minister Viorica Lupan resigned in front of reporters on Friday evening.",
        "Lupan said the decision was hers alone and nobody else had a part in it.",
        "“We will pay our debts before the end of the year,” the minister said.",
        "“It was not easy for any of us,” she added.",
        ("Lupan", "minister"),
    ),
    "ru": (
        "Министр энергетики Молдавии Виорика Лупан в пятницу вечером объявила об отставке.",
        "Лупан сказала журналистам, что это её собственное решение.",
        "«Мы выплатим наши долги до конца года», — заявила министр.",
        "«Это было нелегко для всех нас», — добавила она.",
        ("Лупан", "министр"),
    ),
    "uk": (
        "Міністерка енергетики Молдови Віоріка Лупан у п'ятницю ввечері оголосила про відставку.",
        "Лупан сказала журналістам, що це її власне рішення.",
        "«Ми виплатимо наші борги до кінця року», — заявила міністерка.",
        "«Це було нелегко для всіх нас», — додала вона.",
        ("Лупан", "міністерка"),
    ),
    "fr": (
        "La ministre moldave de l'Énergie, Viorica Lupan, a démissionné vendredi soir.",
        "Lupan a dit aux journalistes que la décision ne venait que d'elle.",
        "« Nous paierons nos dettes avant la fin de l'année », a déclaré la ministre.",
        "« Ce n'était facile pour aucun de nous », a-t-elle ajouté.",
        ("Lupan", "ministre"),
    ),
    "es": (
        "La ministra moldava de Energía, Viorica Lupan, dimitió el viernes por la noche.",
        "Lupan dijo a los periodistas que la decisión era solo suya.",
        "«Pagaremos nuestras deudas antes de que termine el año», declaró la ministra.",
        "«No fue fácil para ninguno de nosotros», añadió ella.",
        ("Lupan", "ministra"),
    ),
    "de": (
        "Die moldauische Energieministerin Viorica Lupan ist am Freitagabend zurückgetreten.",
        "Lupan sagte den Journalisten, die Entscheidung sei allein ihre gewesen.",
        "„Wir werden unsere Schulden bis zum Jahresende bezahlen“, sagte die Ministerin.",
        "„Es war für keinen von uns leicht“, fügte sie hinzu.",
        ("Lupan", "Ministerin"),
    ),
    "it": (
        "La ministra moldava dell'Energia, Viorica Lupan, si è dimessa venerdì sera.",
        "Lupan ha detto ai giornalisti che la decisione era soltanto sua.",
        "«Pagheremo i nostri debiti entro la fine dell'anno», ha dichiarato la ministra.",
        "«Non è stato facile per nessuno di noi», ha aggiunto lei.",
        ("Lupan", "ministra"),
    ),
    "pt": (
        "A ministra moldava da Energia, Viorica Lupan, demitiu-se na noite de sexta-feira.",
        "Lupan disse aos jornalistas que a decisão foi apenas sua.",
        "“Pagaremos as nossas dívidas antes do fim do ano”, declarou a ministra.",
        "“Não foi fácil para nenhum de nós”, acrescentou ela.",
        ("Lupan", "ministra"),
    ),
    "tr": (
        "Moldova Enerji Bakanı Viorica Lupan cuma akşamı gazetecilerin önünde istifa etti.",
        "Lupan, kararın yalnızca kendisine ait olduğunu söyledi.",
        'Bakan, "Borçlarımızı yıl sonuna kadar ödeyeceğiz." dedi.',
        'O, "Hiçbirimiz için kolay olmadı." diye ekledi.',
        ("Lupan", "Bakan"),
    ),
    "fa": (
        "ویوریکا لوپان، وزیر انرژی مولداوی، جمعه شب در برابر خبرنگاران استعفا کرد.",
        "لوپان گفت که این تصمیم تنها از آن خود اوست و کسی در آن نقشی نداشت.",
        "این وزیر گفت: «ما بدهی‌های خود را تا پایان سال می‌پردازیم.»",
        "او افزود: «این کار برای هیچ‌یک از ما آسان نبود.»",
        ("لوپان", "وزیر"),
    ),
    "he": (
        "שרת האנרגיה של מולדובה, ויוריקה לופאן, התפטרה ביום שישי בערב בפני העיתונאים.",
        "לופאן אמרה כי ההחלטה הייתה שלה בלבד.",
        '"נשלם את חובותינו עד סוף השנה", אמרה השרה.',
        '"זה לא היה קל לאף אחד מאיתנו", הוסיפה.',
        ("לופאן", "השרה"),
    ),
    "zh": (
        "摩尔多瓦能源部长卢潘周五晚间在记者面前宣布辞职。",
        "卢潘表示，这是她自己的决定，与他人无关。",
        "这位部长说：“我们将在年底之前偿还全部债务。”",
        "她补充说：“这对我们每个人来说都不容易。”",
        ("卢潘", "部长"),
    ),
}
"""By language: introduction, surname, first person with the title, pronoun; the words to find."""
STATE = "state:MDA"


def read(language: str) -> list[Findings]:
    """What is found in each paragraph of a story, below a title that names nobody."""
    entry = read_story("\n\n".join(STORIES[language][:4]), language)
    found = detect(entry.text)
    assert found.tag.partition("-")[0] == language
    anatomy = read_anatomy(entry.text, split_article(entry.text, entry.blocks), found.tag)
    return read_words(entry.text, anatomy, found, lexicon())


@pytest.mark.parametrize("language", STORIES)
def test_surname_and_title_stand_for_the_state(language: str) -> None:
    *_, (surname, title) = STORIES[language]
    _, second, third, _ = read(language)
    assert [(each.text, each.principal) for each in second.mentions] == [(surname, STATE)]
    assert second.mentions[0].role == "energy minister"
    assert [each.principal for each in third.mentions] == [STATE]
    assert title in third.mentions[0].text
    assert third.mentions[0].role in ("minister", "energy minister")


@pytest.mark.parametrize("language", STORIES)
def test_first_person_and_pronoun_are_the_speakers(language: str) -> None:
    found = read(language)
    stands_for = {each.actor_id: each.principal for part in found for each in part.mentions}
    for part in found[2:]:
        speakers = [stands_for.get(quote.speaker or "") for quote in part.quotes]
        assert speakers == [STATE]
