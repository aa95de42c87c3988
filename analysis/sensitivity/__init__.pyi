from analysis.sensitivity.cases import Case as Case
from analysis.sensitivity.outcomes import AS_COUNTED as AS_COUNTED
from analysis.sensitivity.outcomes import FIRM as FIRM
from analysis.sensitivity.outcomes import FRAGILE as FRAGILE
from analysis.sensitivity.outcomes import NOT_SAID as NOT_SAID
from analysis.sensitivity.outcomes import measure_sensitivity as measure_sensitivity
from analysis.sensitivity.outcomes import summarise_sensitivity as summarise_sensitivity
from analysis.sensitivity.variants import describe_variants as describe_variants
