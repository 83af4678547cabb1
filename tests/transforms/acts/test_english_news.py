"""English acts as agencies word them in one sentence: deadlines, conditions, what was agreed."""

import pytest

from tests.conftest import acts_in


def acts(text: str) -> list[str]:
    """Each act as "type issuers > addressees", the parties without their kind."""
    return [
        f"{act.type} {_names(act.issuers)} > {_names(act.addressees)}"
        for act in acts_in(text, "en")
    ]


def _names(parties: tuple[str, ...]) -> str:
    return " ".join(party.partition(":")[2] for party in parties)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["demand GHA > TGO", "threat GHA > TGO"],
            "Ghana gave Togo a deadline to free the crew, saying it will act if they refuse.",
        ),
        (
            ["demand GHA > TGO", "threat GHA > TGO"],
            "Ghana gave Togo a deadline to free the crew and said it would impose a levy.",
        ),
        (["demand PER > CHL"], "Peru issued Chile a five-day deadline to free the trawler."),
        (["promise GHA > "], "Ghana's government said that it would resettle 500 families."),
        (["promise TUR > LBY"], "Turkish officials said Ankara would deliver two ships to Libya."),
        (["promise CAN > "], "Canada's agreement to pay for the bridge came at night."),
        (["denial KEN > "], "Kenya's foreign minister challenged reports of a secret base."),
        (["refusal CHL > "], "Chile said it would neither accept nor discuss the ruling."),
        (["refusal CHL > PER"], "Chile sees no reason to resume talks with Peru."),
        (
            ["threat GHA > TGO"],
            "Ghana will hold Lome responsible for any raid, Ghana's envoy said.",
        ),
        (
            ["threat GHA > TGO"],
            "Ghana will strike Lome again, Ghana's ambassador said.",
        ),
        (["threat GHA > TGO"], "Ghana has threatened to attack Togo should Lome shut the port."),
    ],
)
def test_acts_of_one_sentence(expected: list[str], text: str) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Togo may send troops should Benin be attacked, its president said.",
        "Chile found no peace with Peru in talks in which Smith had offered to mediate.",
        "The army of Chile took part in a parade that would open the games in Peru.",
        "Witnesses said there were no soldiers in the town when rebels from Chile came.",
        "The terms agreed in February will stand, according to Chile.",
        "Kenya sent a team to Uganda over a newspaper report alleging Uganda was buying tanks.",
    ],
)
def test_what_is_no_act_in_a_sentence(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["demand  > GHA"], "Ghana must free the sailors taken last week, campaigners say."),
        (["refusal GHA > TGO"], "Ghana told Togo it would not return the gold in its vaults."),
        (["promise GHA > TGO"], "Ghana assured Togo that the soldiers would be gone by May."),
        (["denial RUS > "], '"There are no Russian soldiers in Moldova," said Sergei Lavrov.'),
        (["demand CHL > UN"], "Chile said a fundamental reform of the United Nations was needed."),
        (["refusal KEN > UGA"], "Kenya has shot down a proposal by Uganda for joint patrols."),
        (
            ["refusal CHL > UN"],
            "Chile said it would not grant visas to a U.N. panel on alleged war crimes.",
        ),
        (
            ["denial CHL > "],
            "Chile's foreign minister dismissed suggestions that the fleet had sailed.",
        ),
    ],
)
def test_who_speaks_to_whom_in_a_sentence(expected: list[str], text: str) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["demand GHA > TGO"], "Ghana has told Togo to end its patrols in the north by December."),
        (["accusation TGO > GHA"], "Ghana said allegations by Togo of torture were baseless."),
        (["accusation GHA > TGO"], "Ghana described the Togolese election as a farce on Friday."),
        (["refusal GHA > TGO"], "Ghana gave the thumbs-down to a joint authority with Togo."),
        (["promise GHA > "], "Ghana has decided to grant the former president a pension."),
        (
            ["demand GHA > TGO", "threat GHA > TGO"],
            "Ghana gave Togo until Friday to leave or face war.",
        ),
        (["threat GHA > TGO"], "Ghana will stop supplying Togo unless the bills are paid."),
        (["denial GHA > "], "Ghana's army played down reports that it had lost a plane."),
    ],
)
def test_more_words_of_agencies(expected: list[str], text: str) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["demand GHA > TGO"],
            '"Give us back our boats," Ghana\'s fisheries minister told the Togolese government.',
        ),
        (
            ["demand CHL > PER"],
            "A one-week deadline for Peru's navy to free the trawler was set by Chile on Sunday.",
        ),
        (
            ["demand CHL > PER"],
            "Chile has handed Peru an invoice for the lighthouse that its gunboat rammed.",
        ),
        (
            ["appeal KEN > UGA"],
            "Kenya turned to Uganda for help in putting out a fire at the refinery.",
        ),
        (
            ["appeal KEN > UGA"],
            "Kenya is still waiting for an answer from Uganda on the price of power.",
        ),
        (
            ["appeal GHA TGO > "],
            "A joint plea for calm was issued by Ghana and Togo after riots in the port.",
        ),
        (
            ["refusal GHA > TGO"],
            "A plan drafted by Togo for joint patrols was turned down by Ghana on Monday.",
        ),
        (
            ["refusal CHL > "],
            "A lower tariff is out of the question, Chile's trade minister told reporters.",
        ),
        (["refusal KEN > UGA"], "Kenya drew a red line at the inspections sought by Uganda."),
        (
            ["threat GHA > TGO"],
            "Ghana's army would reduce the Togolese batteries to rubble if they fired, it said.",
        ),
        (
            ["threat CHL > PER"],
            "Peru's fleet could face a blockade unless it turns back, Chile said.",
        ),
        (["threat TUR > GRC"], "A longer pier would be a casus belli, Turkey reminded Greece."),
        (["accusation CHL > PER"], "Chile took Peru to task over the arrest of a priest."),
        (
            ["accusation KEN > UGA"],
            "Kenya found it shameful that Uganda was sending the refugees back at night.",
        ),
        (["accusation GHA > TGO"], "Ghana said Togo was starving the villages along the river."),
        (
            ["accusation GHA > TGO"],
            "\"This is a stain on our conscience,\" Ghana's president said of Togo's raid.",
        ),
    ],
)
def test_turns_of_phrase(expected: list[str], text: str) -> None:
    assert acts(text) == expected


def test_participle_before_a_noun_is_no_act() -> None:
    assert acts("Rejected ballots made up a tenth of the count in Chile.") == []
