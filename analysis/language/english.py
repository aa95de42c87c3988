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

# Of the rules for variants of a phrase.
CLAUSE_MARKS = word_set("""
although because if since than that though unless until what when where whereas whether which while who whom whose
""")  # another clause begins with one
RELATIVES = word_set("that which who whom whose")  # one that says more of the word before it begins with one
VERB_PARTICLES = word_set("across along around down off out over through up")  # behind the object of a verb

LINKS = word_set("and but or nor")  # no sequence of words begins or ends with one
AUXILIARIES = word_set("""
be been being is are was were has have had will would can could may might must shall should do does did cannot
isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't
""")
PERSON_WORDS = word_set("he she they we you who him her them us me his its their our your my")

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
# Words of the names of organisations, laws and documents; with capitals they stay ordinary words.
INSTITUTION_WORDS = word_set("""
academy act affairs agency agreement alliance armed army assembly association authority bill board bureau cabinet
center central centre chamber charter church code college command commander commission committee common commons
community company conference congress constitution convention cooperation corporation council court crown declaration
defence defense democratic department development economic education embassy emergency energy executive federal finance
financial forces foundation forum fund general government group high human independence institute intelligence
international joint justice labor labour law league lords ministry monetary movement museum mutual national
nuclear office order organisation organization pact parliament party peace people plan policy political principle
program programme project prosperity protocol public relation representative republican resolution review revolution
right royal school secretariat secretary-general security senate senator service social society statement stock
summit supreme tariff trade treaty trial tribunal united university war world year
""")

# Of the rules for what two texts say alike.
DENIALS = word_set("no not never none nor neither nobody nothing nowhere cannot")
SPEECH_WORDS = word_set("""
gonna wanna gotta kinda sorta lemme gimme dunno yeah yep yup nope okay hey hello hi wow oh ah uh um hmm please thank
thanks sorry
""")  # what is heard in any conversation and is about nothing
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

# Of the rules for full stops. Abbreviations that are spelled like words, or long ones; others are known by their shape.
ABBREVIATIONS = word_set("""
adm admin al approx apr assn assoc attn aug ave bd bldg blvd bn brig bros ca calif capt cf ch cl co col
comm cong conn cont corp ct dec dept det dist div dr drs eds educ eq eqs esq est etc ext feb fl fla ft
fwd gen gov govt hist hon hosp hr hrs hwy ibid inc incl ind inst int jan jr kan kans kg km lb lbs ln lt ltd maj
md messrs mfg mgmt mich minn misc mont mr mrs ms mt mx natl ne nev nos nov nr oct orig oz pl pp pr pref pres
prof pt pts pvt quart rd reg resp rev rm sci sect sen sens sept seq serv sgt soc sp sq sr st ste subj supp suppl
supt tel tenn tex thurs tr trans treas tues univ va vol vols vs wis wk yd yr yrs
""")
NEVER_LAST = word_set("e.g i.e eg ie cf viz vs v incl p.s ps n.b nb approx esp")  # what they open follows
RANKS = word_set("""
Adm Amb Brig Capt Cdr Cmdr Col Cpl Det Dr Drs Fr Gen Gov Hon Insp Lt Maj Messrs Mme Mr Mrs Ms Msgr Mx Pres Prof Pte Pvt
Rep Reps Rev Rt Sen Sens Sgt Supt
""")  # printed before a surname
SAINTS = word_set(
    "St Ste Mt Ft Pt Sr"
)  # before a name a saint, a mount, a sister; behind one a street or a senior
NUMBERED = word_set("""
no nos fig figs sec secs art arts ch chap vol vols p pp par para eq eqs app ex op ed l ll n nn bk pt pts tab cl § ca c
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
""")  # before a number no end
LETTERED = word_set("""
act annex answer appendix block case chapter choice class column division exhibit gate grade group hepatitis
hall item letter level line option page paragraph part phase plan platform point priority round row schedule section
series side stage step table team tier type unit version vitamin zone
""")  # before a single letter that is their name
UNITS = word_set("""
bn cc cm cwt deg fl ft g gal hr hrs in kg kgs km kms kn kph kw lb lbs m mg mi min mins ml mln mm mph mw oz pt qt sec
secs sq tn trn yd yds yr yrs
""")
FIRST_PERSON = word_set("I I'm I'll I'd I've I’m I’ll I’d I’ve")
LEFT_HANGING = CONJUNCTIONS | word_set(
    "because if which who to the a an my your his our their"
)  # another word follows
OPENERS = (
    SUBJECT_PRONOUNS
    | CLAUSE_OPENERS
    | CONJUNCTIONS
    | word_set("""
the a an my your his her its our their some each every many most both another such what who whose which why how did do
does don't didn't doesn't is are was were has have had isn't aren't wasn't would could should can't couldn't won't not
please yes no perhaps maybe also even just only never always often sometimes soon later today
""")
) - word_set("first second third")  # U.S. First Lady
