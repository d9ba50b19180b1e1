# Journeymap: `make run` and `make test` set up all they need, also on a clean Debian 12 with python3, git and make.

PYTHON ?= python3
OUT ?= out
BIN := .venv/bin
TESTS ?= tests
# The window waits for a hand: not in CI, nor where Qt is told to draw into memory.
WINDOW := $(if $(CI)$(filter offscreen% minimal%,$(QT_QPA_PLATFORM)),,--window)
OFFSCREEN := QT_QPA_PLATFORM=offscreen LANG=C.UTF-8

.PHONY: help run test window format translations clean setup setup-test setup-environment

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## the main job on the sample: a heated map as .journey, PNG and Excel in out/; opens the window where there is a screen
	@$(BIN)/journeymap demo --out $(OUT) $(WINDOW)

window: setup ## the window
	@$(BIN)/journeymap

test: setup-test ## formatting, lint, strict types, all tests without a screen (TESTS=tests/model for some of them)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --config-file pyproject.toml packaging/system.py packaging/environment.py
	$(OFFSCREEN) $(BIN)/python -m pytest -n 2 $(TESTS)

format: setup-environment ## format the code, and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations: setup-environment ## renew resources/translations from the sentences in the code and the templates
	$(BIN)/python packaging/translations.py

clean: ## remove what was made: environment, caches, out/
	rm -rf .venv build dist out journeymap.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

setup: NEED := run
setup-test: NEED := test
setup setup-test:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Journeymap needs Python 3.11 or newer; name one with make PYTHON=python3.11 …"; exit 1; }
	@$(PYTHON) packaging/system.py $(NEED)
	@$(PYTHON) packaging/environment.py

setup-environment:
	@$(PYTHON) packaging/environment.py
