from analysis.exchange.gathering import Export as Export
from analysis.exchange.gathering import gather_export as gather_export
from analysis.exchange.kinds import KINDS as KINDS
from analysis.exchange.kinds import write_export as write_export
from analysis.exchange.readme import tell_texts as tell_texts
