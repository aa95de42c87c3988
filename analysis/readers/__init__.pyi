from analysis.readers.reading import Reading as Reading
from analysis.readers.reading import Span as Span
from analysis.readers.reading import Time as Time
from analysis.readers.reading import Turn as Turn
from analysis.readers.registry import FORMATS as FORMATS
from analysis.readers.registry import read_content as read_content
from analysis.readers.traits import TRAITS as TRAITS
from analysis.readers.xml_tree import parse_xml as parse_xml
