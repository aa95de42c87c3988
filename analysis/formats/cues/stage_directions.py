"""What somebody who writes speech down notes beside the words: `(coughs)`, `(END VIDEO CLIP)`, `(ph)`."""

from __future__ import annotations

import re

from analysis.language import FUNCTION_WORDS, fold_words_of, word_set

# What is heard in the room, or cannot be made out.
_HEARD = word_set("""
    crosstalk inaudible unintelligible indiscernible indistinct unclear pause silence music noise noises sound sounds
    laugh cheering boos booing shouts shouting murmurs groans gasps sighs chuckle giggles cough beep bleep jeers
    heckling overlap overlapping overtalking off-mic off-mike off-microphone
    rire rires rit rient sourire sourires sourit riant souriant soupir soupire soupirs brouhaha huées toux tousse
    musique incompréhensible exclamations murmures hésite
    lachen lacht gelächter schmunzelt lächelt grinst seufzt hustet räuspert räuspern unverständlich musik nickt
    zögert überlegt
    risas risa ríe ríen riendo pausa silencio suspira suspiro sonríe sonriendo ininteligible música abucheos tose
    ridono risate risata sospira sospiro sorride incomprensibile silenzio musica tossisce mormorii brusio
    risos rindo palmas смех смеется смеются смеётся смеются пауза неразборчиво нрзб улыбается вздыхает кашляет
    музыка шум молчание кивает плачет
    """)
_HEARD_ALONE = word_set("ride ri riso")  # Italian, Portuguese; more words would make them English
# What a hall does is told at any length: `(Beifall bei der ...)`, `(Applause, shouts of ...)`.
_HALL = word_set("""
    applause laughter ovation cheers applaudissements applaudissement beifall applaus heiterkeit zuruf zurufe
    zwischenruf zwischenrufe gegenruf aplausos aplauso applausi applauso аплодисменты оживление возгласы
    """)
# What a body does, and hardly anything else; then what may be a noun as well. `-s` and `-ing` are made from these.
_OF_THE_BODY = word_set("""
    laugh chuckle giggle smile grin smirk cough sneeze sniff sniffle sigh groan gasp yawn weep sob nod shrug gesture
    gesticulate wink clap applaud cheer hum whisper mutter mumble murmur scream hesitate interrupt interject stammer
    stutter snort gulp
    """)
_OF_THE_ROOM = word_set("""
    point wave bow boo sing whistle shout yell cry clear pause repeat imitate mimic turn look glance stare lean stand
    sit rise enter leave walk knock ring beep buzz bark slam drink sip eat read show hold raise lift bang tap hit
    shake rub scratch open close play start stop end begin pick put take hand throw rustle speak consult confer snap
    break drop cut fade resume mouth roll blow kiss hug swallow
    """)
_IN_THE_ROOM = word_set("""
    he she they all both everyone everybody audience crowd hall room people speaker host moderator interviewer
    reporter reporters journalist minister president interpreter translator phone telephone bell door dog baby tape
    recording video audio sound music siren alarm voice voices microphone mic camera students participants members
    """)
_TO_WHERE = word_set("""
    to at into toward towards from out up down in on off over around away through with back again and his her their
    its the a an throat head loudly softly quietly briefly together
    """)
_BY_WORD = word_set("ph sp phonetic phon unintelligible unclear inaudible indiscernible")
_EDGES = word_set("begin beginning begins end ends ending start starts cut break gap tape")
_MEDIA = word_set("""
    video videotape audio clip tape recording transcript excerpt interview song film footage segment session broadcast
    break music side
    """)
# The speaker's own clause, and no stage direction.
_OWN = word_set("""
    i we you my our your me us who which that is are was were am have has had did will would shall can could may might
    must should it's that's don't if because when while since
    """)
_NO_PARTICIPLES = word_set("""
    including meaning according regarding depending being excluding following during something anything nothing
    everything concerning considering assuming notwithstanding having going barring pending owing thing king spring
    string morning evening wing building meeting hearing saying referring counting granting knowing thinking hoping
    """)
_NO_VERBS = word_set(
    "perhaps sometimes always besides plus minus versus thanks less unless across afterwards"
)
_FRANKLY = word_set("of as for personally frankly strictly generally broadly roughly relatively")
_DETERMINERS = word_set("a an the his her their its")
_BEFORE_HEARD = _DETERMINERS | word_set("some more no all")
_LONG_TIME = re.compile(r"(?<!\d)\d{1,2}:\d\d:\d\d(?!\d)")
_ONLY_TIME = re.compile(r"[#\s]*\d{1,3}:\d\d(?:[.,:-]\d+)*[#\s]*")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")
_FEW, _MANY = 6, 60
_LONG_NAME = 5  # letters; in capitals, what is shorter may be the short name of an office


def is_stage_direction(inside: str, *, in_capitals: bool = False) -> bool:
    """Say whether what stands in brackets tells about the speech and is no part of it.

    inside: without its brackets. in_capitals: whether the words around it are in capitals as well. It is known by
    its shape (a participle or a verb without a subject, capitals, a time), and by lists of what is done and heard.
    """
    if is_known_direction(inside) or _LONG_TIME.search(inside) or _ONLY_TIME.fullmatch(inside):
        return True
    words = _words_of(inside)
    if not 0 < len(words) <= _FEW or not _OWN.isdisjoint(words):
        return False
    return (
        _is_participle(inside, words) or _is_deed(words) or (not in_capitals and _is_announced(words, inside))
    )


def is_known_direction(inside: str) -> bool:
    """Say whether words are a stage direction by the lists alone, as they must be between asterisks."""
    words = _words_of(inside)
    if not words or len(words) > _MANY or not _OWN.isdisjoint(words):
        return not words and bool(re.fullmatch(r"\s*(?:\?+|…|\.{3,})\s*", inside))
    if not _HALL.isdisjoint(words[:2]):
        return True
    return len(words) <= _FEW and (_is_heard(words) or _is_done(words) or _is_edge(words))


def _words_of(inside: str) -> list[str]:
    """Return the folded words, without what is quoted (`shouts of “Bravo”`)."""
    return fold_words_of(_QUOTED.sub(" ", inside[: _MANY * 20]))


def _is_heard(words: list[str]) -> bool:
    """`inaudible`, `a short pause`, `nervous laughter`, but no `in silence`."""
    if words[0] in _HEARD | _BY_WORD or (len(words) == 1 and words[0] in _HEARD_ALONE | _OF_THE_BODY):
        return True
    before = words[:2] if len(words) > 2 and words[2] in _HEARD else words[:1]
    is_noun = len(words) > len(before) and words[len(before)] in _HEARD
    return is_noun and not any(word in FUNCTION_WORDS - _BEFORE_HEARD for word in before)


def _is_done(words: list[str]) -> bool:
    """`laughs`, `points to the map`, `Roe laughs`, `the phone rings`."""
    if _acts(words[0], _OF_THE_BODY) or (_acts(words[0], _OF_THE_ROOM) and not (set(words[1:2]) - _TO_WHERE)):
        return True
    who = words[:-1][:3]
    for n in range(1, len(who) + 1):
        in_room = not _IN_THE_ROOM.isdisjoint(who[:n]) and _acts(words[n], _OF_THE_ROOM)
        if in_room or _acts(words[n], _OF_THE_BODY):
            return True
    return False


def _acts(word: str, verbs: frozenset[str]) -> bool:
    """Say whether a word is a verb of a list in the third person, or its participle."""
    stems = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing")}
    stems |= {f"{word.removesuffix('ing')}e", word.removesuffix("ing")[:-1], f"{word.removesuffix('ies')}y"}
    return word.endswith(("s", "ing")) and not verbs.isdisjoint(stems)


def _is_edge(words: list[str]) -> bool:
    """`END VIDEO CLIP`, `end of excerpt`."""
    return words[0] in _EDGES and not _MEDIA.isdisjoint(words[1:])


def _is_participle(inside: str, words: list[str]) -> bool:
    """`speaking foreign language`: in small letters, for a name may end like a participle."""
    if not words[0].endswith("ing") or words[0] in _NO_PARTICIPLES or not inside.lstrip()[0].islower():
        return False
    return not (words[0] == "speaking" and len(words) > 1 and words[1] in _FRANKLY)


def _is_deed(words: list[str]) -> bool:
    """`thumps the table`: a verb of any kind, and what it is done to."""
    is_verb = words[0].endswith("s") and words[0] not in FUNCTION_WORDS | _NO_VERBS
    return is_verb and len(words) > 2 and words[1] in _DETERMINERS


def _is_announced(words: list[str], inside: str) -> bool:
    """`COMMERCIAL BREAK`: words in capitals amid words that are not, and no short name of an office."""
    return len(words) > 1 and inside.isupper() and any(len(word) >= _LONG_NAME for word in words)
