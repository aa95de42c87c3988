# `make book` and `make test` set everything up on a machine that has Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TEXTS ?= data/sources/texts
FUZZ_SECONDS ?= 120
FUZZ_SEED ?= 1

.PHONY: env book pdf test tables review check lint fuzz newest picture metadata messages lock clean

env: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

book: env  ## build the report into book/_build/html
	@$(BIN)/python -m analysis.commands.book_version
	$(BIN)/jupyter-book build book/

pdf: book  ## print the report as one PDF, with a Chromium that is installed
	@$(BIN)/python -m analysis.commands.report_pdf book/_build/html book/_build/report.pdf

test: env  ## run the tests, those that build the report (folder book) first: they take longest
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

messages: env  ## list the site's own words, for a catalogue in another language
	@$(BIN)/python -m analysis.pages.site_messages analysis/locale/refrain.pot

tables: env  ## rebuild data/tables from the texts in TEXTS
	$(BIN)/python -m analysis tables --texts $(TEXTS)

review: env  ## execute every chapter anew and compare all it shows with data/findings.json
	$(BIN)/python -m analysis review

lint: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

check: lint test  ## what must hold before a change is handed in: style, tests, data, tables unchanged, strict book
	$(BIN)/python -m analysis check
	@if [ -d "$(TEXTS)" ]; then $(BIN)/python -m analysis tables --texts $(TEXTS) && git diff --exit-code --stat -- data/tables; \
	else echo "tables not rebuilt: no texts in $(TEXTS) (say make check TEXTS=FOLDER)"; fi
	$(BIN)/jupyter-book build book/ -W -n --keep-going

fuzz: env  ## damage files for so many seconds and look that each is read, or refused in a sentence
	$(BIN)/python -m benchmarks.fuzz --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

newest: env  ## tell which release changes a number: a build with the newest versions allowed (needs an index)
	$(BIN)/python -m benchmarks.newest $(if $(wildcard $(TEXTS)),--texts $(TEXTS))

picture: env  ## redraw the README's picture
	$(BIN)/python docs/picture.py

metadata: env  ## write .zenodo.json and ro-crate-metadata.json from CITATION.cff and data/datapackage.json
	$(BIN)/python docs/metadata.py

lock: env  ## renew requirements.lock (needs uv); no address of an index may stand in it
	uv pip compile pyproject.toml --extra book --extra full --extra test --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --output-file requirements.lock

clean:
	rm -rf $(VENV) book/_build
