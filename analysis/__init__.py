"""Refrain: what a speaker keeps saying, counted, attributed and reproducible."""

from analysis.asked import list_asked_families, list_asked_words
from analysis.charts import (
    plot_agenda,
    plot_components,
    plot_found,
    plot_grades,
    plot_lengths,
    plot_occurrences,
    plot_rates,
    plot_ratios,
    plot_roles,
    plot_timeline,
)
from analysis.dictionary import count_patterns, sum_patterns
from analysis.environment import list_versions
from analysis.errors import InputError
from analysis.explorer import show_explorer
from analysis.families import find_occurrences
from analysis.figures import show_figure
from analysis.findings import glue
from analysis.formats import split_segments
from analysis.htmltables import fold_table, show_table
from analysis.ledger import choose_varied, list_families, list_wordings
from analysis.patterns import find_matches, find_raw_matches
from analysis.phrases import find_phrases
from analysis.rates import (
    compare_topics,
    rate_roles,
    rate_sources,
    rate_topics,
    share_topics,
    sort_by_spread,
)
from analysis.readability import describe_sentences, formula_facts, list_scores, score_readability
from analysis.release import measure_visibility
from analysis.report import Report, load_report
from analysis.reuse import list_reuse, measure_reuse
from analysis.schema import describe_columns, describe_tables, describe_unreleased
from analysis.segment import split_sentences, split_tokens
from analysis.sensitivity import summarise_sensitivity
from analysis.topics import count_exchanges, count_topics
from analysis.tracked import choose_phrases, first_voice, list_ledger, locate_phrases, track_phrases
from analysis.variants import describe_variants
from analysis.voices import count_naive, count_roles

__all__ = [
    "InputError",
    "Report",
    "choose_phrases",
    "choose_varied",
    "compare_topics",
    "count_exchanges",
    "count_naive",
    "count_patterns",
    "count_roles",
    "count_topics",
    "describe_columns",
    "describe_sentences",
    "describe_tables",
    "describe_unreleased",
    "describe_variants",
    "find_matches",
    "find_occurrences",
    "find_phrases",
    "find_raw_matches",
    "first_voice",
    "fold_table",
    "formula_facts",
    "glue",
    "list_asked_families",
    "list_asked_words",
    "list_families",
    "list_ledger",
    "list_reuse",
    "list_scores",
    "list_versions",
    "list_wordings",
    "load_report",
    "locate_phrases",
    "measure_reuse",
    "measure_visibility",
    "plot_agenda",
    "plot_components",
    "plot_found",
    "plot_grades",
    "plot_lengths",
    "plot_occurrences",
    "plot_rates",
    "plot_ratios",
    "plot_roles",
    "plot_timeline",
    "rate_roles",
    "rate_sources",
    "rate_topics",
    "score_readability",
    "share_topics",
    "show_explorer",
    "show_figure",
    "show_table",
    "sort_by_spread",
    "split_segments",
    "split_sentences",
    "split_tokens",
    "sum_patterns",
    "summarise_sensitivity",
    "track_phrases",
]
