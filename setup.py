"""Put the chapters and the schema into the package: in a checkout they lie beside it."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

NOT_SHIPPED = shutil.ignore_patterns("_build", "__pycache__", ".ipynb_checkpoints")


class BuildWithChapters(build_py):
    """Build the package, with `analysis/shipped/` in it."""

    def run(self):
        super().run()
        if self.editable_mode:
            return
        shipped = Path(self.build_lib) / "analysis" / "shipped"
        shutil.rmtree(shipped, ignore_errors=True)
        shutil.copytree("book", shipped / "book", ignore=NOT_SHIPPED)
        shutil.copy("data/datapackage.json", shipped)
        shutil.copy("CITATION.cff", shipped)


setup(cmdclass={"build_py": BuildWithChapters})
