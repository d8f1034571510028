# Two commands do all the set-up: `make run` and `make test`. They need Python 3.11 or newer, git and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PORT ?= 8501

.PHONY: run dev test lint script script-check generated figures figures-growth figures-fronts limits lock clean

run: $(VENV)/.run-ready  ## open the app on the embedded case
	SALIENT_EDIT=1 $(BIN)/streamlit run app.py --server.port $(PORT) --server.address localhost

dev: $(VENV)/.test-ready  ## the same, and reload when a file changes
	SALIENT_EDIT=1 $(BIN)/streamlit run app.py --server.port $(PORT) --server.address localhost --server.fileWatcherType auto --server.runOnSave true

test: $(VENV)/.test-ready  ## every test; the browser tests need Chromium and say so where there is none
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

lint: $(VENV)/.test-ready  ## style, types and the layers of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

script: node_modules/.ready  ## build the scripts' bundles after a change of their modules
	npm run --silent format
	npm run --silent build

script-check: node_modules/.ready $(VENV)/.test-ready  ## types, lint, format, rules and bundles of the scripts
	npm run --silent types
	npm run --silent lint
	npm run --silent format:check
	$(BIN)/python -m pytest -q tests/test_script.py
	npm run --silent build
	git diff --exit-code -- geo/webmap/bundles geo/export/bundles ui/components/bundles

generated: $(VENV)/.test-ready  ## write anew what is made from the code: colours as CSS, docs/layers.md, the map of the code
	$(BIN)/python -m geo shapes --case kursk-2024
	$(BIN)/python -m tests.generated
	$(BIN)/python -m tests.codemap

figures: $(VENV)/.test-ready  ## print the numbers of benchmarks/README.md
	$(BIN)/python -m benchmarks.geometry
	$(BIN)/python -m benchmarks.verdicts
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.date_step
	$(BIN)/python -m benchmarks.places
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.publish

figures-growth: $(VENV)/.test-ready  ## print how the time of each operation grows with the rows of a case
	$(BIN)/python -m benchmarks.growth

figures-fronts: $(VENV)/.test-ready  ## print what fronts cost; ARCHIVE=folder of daily files (deepstate-mirror)
	$(BIN)/python -m benchmarks.fronts $(ARCHIVE)
	$(BIN)/python -m benchmarks.front_steps $(ARCHIVE)

limits: $(VENV)/.test-ready  ## start the app under the host's limits (690 MB, 2 cores); print memory and first paint
	$(BIN)/python -m benchmarks.page --limit-mb 690 --cores 2

$(VENV)/.venv-ready:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Every file that is installed has its hash in a lock; pip takes no other.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r

$(VENV)/.run-ready: $(VENV)/.venv-ready requirements.lock
	$(INSTALL) requirements.lock
	@touch $@

# The test lock holds what the app runs on too, in the same versions.
$(VENV)/.test-ready: $(VENV)/.venv-ready tests/requirements.lock
	$(INSTALL) tests/requirements.lock
	@touch $@

LOCK := $(BIN)/uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'

lock: $(VENV)/.test-ready  ## make the locks anew after pyproject.toml or requirements.txt was changed
	$(LOCK) $(UPGRADE) -c requirements.txt pyproject.toml --group app -o requirements.lock
	$(LOCK) $(UPGRADE) -c requirements.lock pyproject.toml --extra border --group app --group test -o tests/requirements.lock

node_modules/.ready: package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
