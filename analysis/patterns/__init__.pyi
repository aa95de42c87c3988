from analysis.patterns.checks import check_patterns as check_patterns
from analysis.patterns.checks import list_pattern_faults as list_pattern_faults
from analysis.patterns.matching import find_matches as find_matches
from analysis.patterns.matching import find_raw_matches as find_raw_matches
from analysis.patterns.names import count_names as count_names
from analysis.patterns.names import list_name_faults as list_name_faults
from analysis.patterns.near_misses import find_near_misses as find_near_misses
