"""The commands of `refrain`, one file each. What a command keeps to:

1. NAME.py is `refrain NAME`: its click command stands there as `command`, with its help as docstring, and is
   listed in `analysis/__main__.py`.
2. It declares its own options; those that commands share stand once in options.py.
3. It imports rooms, not their names (`from analysis import storage`), so that nothing is loaded before the
   command runs. What takes several steps stands in NAME_steps.py, what is printed in NAME_text.py;
   book_version.py is no command, but what `make book` and `refrain review` ask first, and report_pdf.py is what
   `make pdf` runs.
4. It writes results to standard output, warnings and progress to standard error, and raises InputError for
   bad input, which `analysis/__main__.py` turns into one sentence.
"""

from analysis.lazy import offer

__getattr__, __dir__, __all__ = offer(__name__, __file__)
