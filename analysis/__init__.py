"""Refrain: what a speaker keeps saying, counted, attributed and reproducible."""

from analysis.charts import (
    plot_agenda,
    plot_components,
    plot_found,
    plot_grades,
    plot_lengths,
    plot_occurrences,
    plot_rates,
    plot_roles,
    plot_timeline,
)
from analysis.environment import list_versions
from analysis.errors import InputError
from analysis.explorer import show_explorer
from analysis.families import find_occurrences
from analysis.figures import show_figure
from analysis.findings import glue
from analysis.formats import split_segments
from analysis.htmltables import show_table
from analysis.ledger import choose_varied, list_asked_words, list_families, list_wordings
from analysis.leftout import count_topics_kept, list_lost, list_part_topics, split_topics, trace_phrases
from analysis.overlaps import measure_overlaps
from analysis.patterns import find_matches
from analysis.phrases import find_phrases
from analysis.readability import describe_sentences, formula_facts, list_scores, score_readability
from analysis.release import measure_visibility
from analysis.renderings import pair_contexts, pair_wordings
from analysis.report import Report, load_report
from analysis.reuse import list_reuse, measure_reuse
from analysis.rewordings import list_rewordings
from analysis.schema import describe_columns, describe_tables
from analysis.segment import split_sentences, split_tokens
from analysis.survival import (
    count_fidelity,
    list_kept,
    measure_pairs,
    measure_parts,
    name_parts,
    split_parts,
)
from analysis.topics import count_exchanges, count_topics, rate_topics, sort_by_spread
from analysis.tracked import choose_phrases, first_voice, list_ledger, locate_phrases, track_phrases
from analysis.versioncharts import plot_kept, plot_map
from analysis.versionmap import list_links, list_pairs, mark_sentences
from analysis.versions import align_sentences
from analysis.voices import count_naive, count_roles

__all__ = [
    "InputError",
    "Report",
    "align_sentences",
    "choose_phrases",
    "choose_varied",
    "count_exchanges",
    "count_fidelity",
    "count_naive",
    "count_roles",
    "count_topics",
    "count_topics_kept",
    "describe_columns",
    "describe_sentences",
    "describe_tables",
    "find_matches",
    "find_occurrences",
    "find_phrases",
    "first_voice",
    "formula_facts",
    "glue",
    "list_asked_words",
    "list_families",
    "list_kept",
    "list_ledger",
    "list_links",
    "list_lost",
    "list_pairs",
    "list_part_topics",
    "list_reuse",
    "list_rewordings",
    "list_scores",
    "list_versions",
    "list_wordings",
    "load_report",
    "locate_phrases",
    "mark_sentences",
    "measure_overlaps",
    "measure_pairs",
    "measure_parts",
    "measure_reuse",
    "measure_visibility",
    "name_parts",
    "pair_contexts",
    "pair_wordings",
    "plot_agenda",
    "plot_components",
    "plot_found",
    "plot_grades",
    "plot_kept",
    "plot_lengths",
    "plot_map",
    "plot_occurrences",
    "plot_rates",
    "plot_roles",
    "plot_timeline",
    "rate_topics",
    "score_readability",
    "show_explorer",
    "show_figure",
    "show_table",
    "sort_by_spread",
    "split_parts",
    "split_segments",
    "split_sentences",
    "split_tokens",
    "split_topics",
    "trace_phrases",
    "track_phrases",
]
