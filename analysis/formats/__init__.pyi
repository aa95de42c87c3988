from analysis.formats.cues.people import Speaker as Speaker
from analysis.formats.guess import NOBODY as NOBODY
from analysis.formats.guess import guess_kind as guess_kind
from analysis.formats.guess import guess_speaker as guess_speaker
from analysis.formats.paragraphs import split_paragraphs as split_paragraphs
from analysis.formats.role_map import Voice as Voice
from analysis.formats.split import FORMATS as FORMATS
from analysis.formats.split import split_segments as split_segments
