"""Refrain: what a speaker keeps saying, counted, attributed and reproducible."""

from analysis.agreement import krippendorff_alpha, measure_agreement
from analysis.asked import list_asked_families, list_asked_words
from analysis.bands import compare_bands, compare_events, compare_roles, measure_bands
from analysis.charts import (
    plot_agenda,
    plot_found,
    plot_occurrences,
    plot_rates,
    plot_ratios,
    plot_roles,
    plot_timeline,
)
from analysis.coding import (
    code_paragraphs,
    list_paragraphs,
    settle_codings,
    split_codings,
    weigh_coded,
)
from analysis.components import COMPONENTS, describe_sentences, spread_lengths
from analysis.conformance import compare_counts, compare_textstat, list_examples, read_sample
from analysis.dictionary import count_patterns, sum_patterns
from analysis.diversity import list_diversity
from analysis.endings import list_splittings
from analysis.environment import list_versions
from analysis.errors import InputError
from analysis.explorer import show_explorer
from analysis.families import find_occurrences
from analysis.figures import show_figure
from analysis.findings import glue
from analysis.formats import split_segments
from analysis.formulas import FORMULAS, formula_facts
from analysis.htmltables import fold_table, show_table
from analysis.ledger import choose_varied, list_families, list_wordings
from analysis.leftout import (
    count_topics_kept,
    list_lost,
    list_part_topics,
    split_topics,
    trace_phrases,
)
from analysis.overlaps import measure_overlaps
from analysis.patterns import find_matches, find_raw_matches
from analysis.phrases import find_phrases
from analysis.prose import (
    describe_deliveries,
    keep_both_roles,
    list_conversation,
    list_prose,
    mark_labels,
)
from analysis.rates import (
    compare_topics,
    rate_roles,
    rate_sources,
    rate_topics,
    share_topics,
    sort_by_spread,
)
from analysis.readability import list_scores, score_readability
from analysis.readability_charts import plot_components, plot_grades, plot_lengths
from analysis.readability_tables import list_bands, list_comparisons, list_limits
from analysis.release import measure_visibility
from analysis.renderings import pair_contexts, pair_wordings
from analysis.report import Report, load_report
from analysis.reuse import list_reuse, measure_reuse
from analysis.sampling import draw_sample
from analysis.schema import describe_columns, describe_tables, describe_unreleased
from analysis.scoring import score_text
from analysis.segment import split_sentences, split_tokens
from analysis.sensitivity import summarise_sensitivity
from analysis.survival import (
    count_fidelity,
    list_kept,
    measure_pairs,
    measure_parts,
    name_parts,
    split_parts,
)
from analysis.syllables import bound_fallback, list_fallback, measure_fallback
from analysis.topics import count_exchanges, count_topics
from analysis.tracked import choose_phrases, first_voice, list_ledger, locate_phrases, track_phrases
from analysis.validation import correct_shares, score_coding
from analysis.validationcharts import plot_validation
from analysis.variants import describe_variants
from analysis.versioncharts import plot_kept, plot_map
from analysis.versionmap import list_links, list_pairs, mark_sentences
from analysis.versions import align_sentences
from analysis.vocabulary import (
    choose_keywords,
    compare_event_words,
    compare_voices,
    list_evidence,
    score_keywords,
)
from analysis.vocabulary_charts import plot_diversity, plot_keywords, plot_opposites
from analysis.voices import count_naive, count_roles

__all__ = [
    "COMPONENTS",
    "FORMULAS",
    "InputError",
    "Report",
    "align_sentences",
    "bound_fallback",
    "choose_keywords",
    "choose_phrases",
    "choose_varied",
    "code_paragraphs",
    "compare_bands",
    "compare_counts",
    "compare_event_words",
    "compare_events",
    "compare_roles",
    "compare_textstat",
    "compare_topics",
    "compare_voices",
    "correct_shares",
    "count_exchanges",
    "count_fidelity",
    "count_naive",
    "count_patterns",
    "count_roles",
    "count_topics",
    "count_topics_kept",
    "describe_columns",
    "describe_deliveries",
    "describe_sentences",
    "describe_tables",
    "describe_unreleased",
    "describe_variants",
    "draw_sample",
    "find_matches",
    "find_occurrences",
    "find_phrases",
    "find_raw_matches",
    "first_voice",
    "fold_table",
    "formula_facts",
    "glue",
    "keep_both_roles",
    "krippendorff_alpha",
    "list_asked_families",
    "list_asked_words",
    "list_bands",
    "list_comparisons",
    "list_conversation",
    "list_diversity",
    "list_evidence",
    "list_examples",
    "list_fallback",
    "list_families",
    "list_kept",
    "list_ledger",
    "list_limits",
    "list_links",
    "list_lost",
    "list_pairs",
    "list_paragraphs",
    "list_part_topics",
    "list_prose",
    "list_reuse",
    "list_scores",
    "list_splittings",
    "list_versions",
    "list_wordings",
    "load_report",
    "locate_phrases",
    "mark_labels",
    "mark_sentences",
    "measure_agreement",
    "measure_bands",
    "measure_fallback",
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
    "plot_diversity",
    "plot_found",
    "plot_grades",
    "plot_kept",
    "plot_keywords",
    "plot_lengths",
    "plot_map",
    "plot_occurrences",
    "plot_opposites",
    "plot_rates",
    "plot_ratios",
    "plot_roles",
    "plot_timeline",
    "plot_validation",
    "rate_roles",
    "rate_sources",
    "rate_topics",
    "read_sample",
    "score_coding",
    "score_keywords",
    "score_readability",
    "score_text",
    "settle_codings",
    "share_topics",
    "show_explorer",
    "show_figure",
    "show_table",
    "sort_by_spread",
    "split_codings",
    "split_parts",
    "split_segments",
    "split_sentences",
    "split_tokens",
    "split_topics",
    "spread_lengths",
    "sum_patterns",
    "summarise_sensitivity",
    "trace_phrases",
    "track_phrases",
    "weigh_coded",
]
