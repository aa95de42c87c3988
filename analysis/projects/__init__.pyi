from analysis.projects.adding import Added as Added
from analysis.projects.adding import add_texts as add_texts
from analysis.projects.additions import Addition as Addition
from analysis.projects.additions import read_additions as read_additions
from analysis.projects.new import New as New
from analysis.projects.new import make_project as make_project
from analysis.projects.new import tell_made as tell_made
