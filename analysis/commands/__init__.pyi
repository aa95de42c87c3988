from analysis.commands.check import check_data as check_data
from analysis.commands.explain import explain_topic as explain_topic
from analysis.commands.explain_text import show_explanation as show_explanation
from analysis.commands.readability import note_unscored as note_unscored
from analysis.commands.readability import read_and_score as read_and_score
from analysis.commands.readability import show_scores as show_scores
from analysis.commands.review import review_book as review_book
