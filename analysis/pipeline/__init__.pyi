from analysis.pipeline.build import Progress as Progress
from analysis.pipeline.build import build_full as build_full
from analysis.pipeline.build import build_tables as build_tables
from analysis.pipeline.check_split import check_own_words as check_own_words
from analysis.pipeline.event_doubts import list_doubts as list_doubts
