# `make dataset` builds the tables, `make test` checks everything, `make serve` opens them in a browser.
# Each makes its own .venv first; Python 3.11 or later and make are all that is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PAPERS := .venv-papers

.PHONY: dataset test serve papers help clean

help:
	@echo "make dataset   build raw/ into dataset/ and datapackage.json"
	@echo "make test      lint, types, tests, frictionless validation"
	@echo "make serve     Datasette on http://127.0.0.1:8001"
	@echo "make papers    CITATION.cff and croissant.json, checked by cffconvert and mlcroissant"
	@echo "make clean     remove the virtual environment and caches"

dataset: $(VENV)/ready
	$(BIN)/python -m scripts.build

test: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto
	$(BIN)/frictionless validate datapackage.json

serve: $(VENV)/ready
	$(BIN)/cdnpoli serve

papers: $(PAPERS)/ready
	$(PAPERS)/bin/cffconvert --validate -i CITATION.cff
	$(PAPERS)/bin/python tests/papers.py

$(PAPERS)/ready: requirements-papers.txt
	@echo "Setting up $(PAPERS) (once)"
	$(PYTHON) -m venv $(PAPERS)
	$(PAPERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-papers.txt
	@touch $@

$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "error: $(PYTHON) is older than 3.11; run make PYTHON=python3.11"; exit 2; }
	@echo "Setting up $(VENV) (once; about a minute)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf $(VENV) $(PAPERS) .mypy_cache .ruff_cache .pytest_cache build dist
