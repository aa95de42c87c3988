from analysis.projects.new import New as New
from analysis.projects.new import make_project as make_project
from analysis.projects.new import tell_made as tell_made
