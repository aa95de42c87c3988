"""Every English word list, lists only; the rules that read them stand where they are used."""

from __future__ import annotations

from analysis.language.words import word_set

# Of the rules for ends of sentences.
CONJUNCTIONS = word_set("and but or so yet nor")  # a main clause may begin with one
SUBJECT_PRONOUNS = word_set("""
i you he she it we they this that these those there nobody nothing everybody everyone somebody someone
i'm you're he's she's it's we're they're that's there's i've you've we've they've i'll you'll we'll they'll
""")
CLAUSE_OPENERS = word_set("""
about according after again against although among as at because before besides between by despite during
finally first for from furthermore given here hence however if in indeed instead like meanwhile moreover
nevertheless now of on once over second since so still then therefore third though through throughout thus to
today under unless unlike until when whenever where whereas wherever whether while with within without
yesterday yet
""")
DETERMINERS = word_set("the a an my your his her its our their no some all each every many most both one")
FINITE_VERBS = word_set("""
is are was were has have had will would can could may might must shall should do does did cannot
isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't
became began broke brought came chose drew fell felt fought found gave got grew held kept knew led left lost
made meant met paid put ran rose said sat saw sent set spoke stood took thought told went won wrote
""")

# Of the rules for names.
NAME_JOINTS = word_set("of the and for")  # what may stand inside a name
TITLE_WORDS = word_set("""
ambassador administration chancellor chief colleague commissioner director envoy foreign general head king
leader minister mr mrs ms mayor president presidential prime queen representative secretary side special state
vice
""")
PLACE_WORDS = word_set("""
assembly bank council east federation house nation north republic south state strip time union west
""")

# Of the rules for what two texts say alike.
DENIALS = word_set("no not never none nor neither nobody nothing nowhere cannot")
CLIPPED = word_set("ca wo sha let")  # what is left of can't, won't, shan't and let's

# Of the counted forms of words: what an acronym may look like (US, WHO, IT, A.M.).
ACRONYMS_LIKE_WORDS = word_set("us who it am")

# Of the names of events; strftime would ask the locale.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

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
