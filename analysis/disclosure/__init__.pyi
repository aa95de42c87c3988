from analysis.disclosure.rewordings import show_rewordings as show_rewordings
from analysis.disclosure.runs import LONGEST_RUN as LONGEST_RUN
from analysis.disclosure.runs import measure_visibility as measure_visibility
from analysis.disclosure.tables import release_tables as release_tables
from analysis.disclosure.visible import find_visible_rows as find_visible_rows
