"""Every English word list, lists only; the rules that read them stand where they are used."""

from __future__ import annotations

# The closed classes of English (determiners, pronouns, prepositions, conjunctions, auxiliaries, commonest
# adverbs): a phrase does not begin or end with one of these.
_CLOSED_CLASSES = """
a an the this that these those each every either neither both all any some no none another other others such
same i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us
our ours ourselves they them their theirs themselves one who whom whose which what whatever whoever
about above across after against along among around as at before behind below beneath beside besides between
beyond by despite down during except for from in inside into like near of off on onto out outside over past
per regarding since than through throughout till to toward towards under until up upon via with within without
and but or nor so yet if unless although though because while whereas whether once when where why how
am is are was were be been being do does did done doing have has had having
can could may might must shall should will would ought cannot
not never also too very just only even still already then there here now however therefore thus indeed
more most less least much many few several quite rather again ago else ever well
"""
FUNCTION_WORDS = frozenset(_CLOSED_CLASSES.split())
