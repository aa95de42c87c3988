from analysis.exchange.gathering import Export as Export
from analysis.exchange.gathering import gather_export as gather_export
