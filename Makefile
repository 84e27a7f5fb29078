# Needs make and Python 3.11 or newer; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Hosts that the program is tried in, each in an environment of its own.
HOSTS := activitywatch datasette garmindb llm mcp
EXAMPLE := examples/desk_rider_lifter
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: report test goldens check browser hosts docs clean

report: $(VENV)/installed
	@$(BIN)/tl report $(EXAMPLE) --week 2026-W46 --as-of 2026-11-16T08:00:00+01:00

test: $(VENV)/tested
	@$(BIN)/python -m pytest

# Rewrites every expected log and report; read the difference before committing it.
goldens: $(VENV)/tested
	TL_REWRITE_GOLDEN=1 $(BIN)/python -m pytest tests/goldens tests/strength tests/report tests/canonical tests/test_docs.py \
	    tests/test_docs_pages.py tests/test_published_schemas.py tests/versioning

check: $(VENV)/checked
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Opens the pages in headless Chromium; skipped by name where there is none.
browser: $(VENV)/browsed
	$(BIN)/python -m pytest -rs tests/browser tests/report/test_pdf.py \
	    tests/canonical/test_canonical_pdf.py tests/command_line/test_report_delivery.py

# Runs the program inside real hosts; one that cannot be installed here is skipped by name.
hosts: $(VENV)/tested $(HOSTS:%=.venv-hosts/%/ready)
	$(BIN)/python -m pytest -rs tests/hosts

docs: $(VENV)/documented
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/site
	@echo "wrote build/site/index.html"

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "tl-analyzer needs Python 3.11 or newer; $(PYTHON) is: $$($(PYTHON) --version 2>&1 || echo not installed)."; \
	    echo "Name another one:  make $(MAKECMDGOALS) PYTHON=python3.13"; exit 2; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml constraints.txt
	@$(PIP) -e .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	@$(PIP) --group test
	@touch $@

$(VENV)/browsed: $(VENV)/tested
	@$(PIP) -e '.[pdf]' --group browser
	@touch $@

.venv-hosts/%/ready: hosts/requirements/%.txt pyproject.toml | $(VENV)/python
	@rm -rf $(@D) && mkdir -p .venv-hosts && $(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r $< $(if $(filter activitywatch,$*),,-e .) \
	    && touch $@ || { echo "$* could not be installed: its tests are skipped"; rm -rf $(@D); }

$(VENV)/documented: $(VENV)/installed
	@$(PIP) --group docs
	@touch $@

$(VENV)/checked: $(VENV)/tested
	@$(PIP) --group check
	@touch $@

clean:
	rm -rf $(VENV) .venv-hosts build dist
