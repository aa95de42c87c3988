from analysis.figures.frame import draw_svg as draw_svg
from analysis.figures.html_tables import fold_table as fold_table
from analysis.figures.numbers import NOT_AVAILABLE as NOT_AVAILABLE
from analysis.figures.numbers import display_text as display_text
from analysis.figures.search_table import show_explorer as show_explorer
from analysis.figures.versions import MOST_BARS as MOST_BARS
from analysis.figures.versions import MOST_MAPS as MOST_MAPS
from analysis.figures.versions import write_kept as write_kept
