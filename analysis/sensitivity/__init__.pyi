from analysis.sensitivity.cases import Case as Case
from analysis.sensitivity.outcomes import measure_sensitivity as measure_sensitivity
from analysis.sensitivity.outcomes import summarise_sensitivity as summarise_sensitivity
from analysis.sensitivity.variants import describe_variants as describe_variants
