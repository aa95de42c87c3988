from analysis.changes.compare import compare_states as compare_states
from analysis.changes.rows import CHANGES as CHANGES
from analysis.changes.rows import State as State
