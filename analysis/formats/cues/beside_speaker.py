"""Labels that name the speaker and are somebody else's: `Lawyer for Jane Roe`, `Anna Dell, for Ms Roe`."""

from __future__ import annotations

from analysis.formats.cues.described_voices import list_person_nouns
from analysis.formats.cues.people import Speaker, find_run, fold_list, is_title, words_of_name
from analysis.language import word_set

ADDRESSES = fold_list(
    word_set("mr mrs ms miss mx dr sir madam herr frau monsieur madame mme m señor señora signor signora")
)
# Before a name: nobody who speaks is announced so.
_TOWARDS = fold_list(word_set("for to on about with against für pour para для"))
_OF = fold_list(word_set("of de von di du für pour para per for to"))
# Who speaks in somebody's place or is near: nouns of office that `list_person_nouns` leaves out.
NEAR = fold_list(
    word_set(
        "brother sister father mother son daughter wife husband cousin uncle aunt grandson granddaughter"
        " spokesman spokeswoman spokesperson lawyer attorney counsel aide adviser advisor agent deputy predecessor"
        " successor colleague rival critic doctor office service team campaign staff biographer ghostwriter"
        " sprecher sprecherin anwalt anwältin berater beraterin porte-parole avocat avocate conseiller conseillère"
        " portavoz abogado abogada asesor asesora portavoce avvocato avvocata"
        " адвокат представитель представительница помощник помощница"
    )
)


def stands_beside(label: str, speaker: Speaker) -> bool:
    """Say whether a printed label names the speaker only to tell whose lawyer, aide or relative speaks."""
    words = words_of_name(label.replace("_", " "))
    places = find_run(words, speaker.family)
    return bool(places) and not speaker.is_listed(label) and _is_beside(words[: places[0]], speaker)


def _is_beside(before: list[str], speaker: Speaker) -> bool:
    """before: the folded words of a label before the family name."""
    while before and (before[-1] in ADDRESSES or before[-1] in speaker.given):
        before = before[:-1]
    if len(before) > 1 and before[-1] in _TOWARDS:
        return True
    while before and is_title(before[-1]):
        before = before[:-1]
    return len(before) > 1 and before[-1] in _OF and _is_near(before[-2])


def _is_near(noun: str) -> bool:
    return noun in NEAR or noun in list_person_nouns()
