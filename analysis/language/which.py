"""Which language a text is in, by its commonest small words."""

from __future__ import annotations

from collections import Counter

from analysis.language.scripts import guess_by_script
from analysis.language.words import find_words

# Words among the commonest of each language by any count of running text; a word may stand in several lists.
SMALL_WORDS = {
    "de": "der die und das nicht ich ist wir zu in den es mit dass ein auf eine für auch sie",
    "en": "the and of to in that is it we you for are on with not this have be i was",
    "es": "de la que el en y los se no un por las con una es para lo del más está",
    "fr": "de la le et les des que est en un une nous pas je dans du qui pour vous il",
    "hi": "है के में की और का से को हैं पर यह नहीं हम भी कि ने एक हमने तो थे",
    "it": "di che la e il non un è per una in del le si con sono della da i più",
    "nl": "de het een van en dat in is niet we ik op te die zijn voor met ook er maar",
    "pl": "w i nie na się że to z jest do o jak co ale za po tak czy od są",
    "pt": "de que o a e não do em da um uma os para com se é na no por mais",
    "ru": "и в не на что с мы это как по я но то из за у к для так от",
    "uk": "і в не на що з ми це як по я але та у до за для так від є",
}
_LISTS = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
_SAMPLE = 20_000  # characters
_FEWEST_WORDS = 20
_SHARE = 0.15  # of the words; running text has a quarter or more
_CLEARLY = 1.3  # times the share of the next language


def guess_language(text: str) -> str:
    """Return the BCP 47 code of the language that a text is in; '' where no list clearly fits, or it is short.

    Told by its script, where that is one language's, else by the share of words that are on the list of a language's
    commonest: at least 15 %, and 1.3 times the share of any other. The largest lists of languages are not needed for
    that (Grefenstette 1995, JADT, 263-268).
    """
    if told := guess_by_script(text):
        return told
    words = [text[start:end].casefold() for start, end in find_words(text[:_SAMPLE])]
    if len(words) < _FEWEST_WORDS:
        return ""
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in listed) / len(words) for name, listed in _LISTS.items()}
    first, second = sorted(shares, key=lambda name: (-shares[name], name))[:2]
    is_clear = shares[first] >= _SHARE and shares[first] >= _CLEARLY * shares[second]
    return first if is_clear else ""
