from analysis.disclosure.choosing import choose_words as choose_words
from analysis.disclosure.runs import LONGEST_GUESSED as LONGEST_GUESSED
from analysis.disclosure.runs import LONGEST_RUN as LONGEST_RUN
from analysis.disclosure.tables import release_tables as release_tables
from analysis.disclosure.visibility import measure_visibility as measure_visibility
from analysis.disclosure.visible import weigh_words as weigh_words
