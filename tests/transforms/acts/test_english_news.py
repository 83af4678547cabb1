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
