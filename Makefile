# On a machine with Python 3.11 or newer, pip and make, each command sets up all it needs. Without make: see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := $(firstword $(sort $(wildcard samples/*.txt)))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALL_PROJECT := $(INSTALL) --no-build-isolation --no-deps --editable .

.PHONY: help demo test check pytest ratchet pin referee fuzz mutants compiled compiled-test bench bench-peers docs screenshots dist wheel-test wheelhouse spark vendor lock clean

help:
	@echo "make demo         print the JSON of a sample report and an outline of it"
	@echo "make test         check style and types, fuzz for a minute, and run the tests (make check, make pytest: a part alone)"
	@echo "make ratchet      what the program gets right, figure by figure, against what is pinned"
	@echo "make pin          pin what it gets right now (REASON='CORPUS.CLASS=why' where a share is lower)"
	@echo "make referee      what fazhi verify makes of right cells and of planted mistakes, with each miss"
	@echo "make fuzz         feed it strange input for TIME seconds (600)"
	@echo "make mutants      plant faults and see whether the tests find them"
	@echo "make compiled     build a wheel compiled by mypyc into dist/ and install it in .venv-compiled (needs a C compiler)"
	@echo "make compiled-test  run the tests on it"
	@echo "make bench        measure the speed"
	@echo "make bench-peers  measure other programs beside it (installs them in an environment of their own)"
	@echo "make docs         write docs/commands.md anew"
	@echo "make screenshots  make the pictures of the READMEs anew (needs Chromium and the Noto CJK fonts)"
	@echo "make dist         build wheel and source archive twice and compare them; they are in dist/"
	@echo "make wheel-test   install the wheel into clean environments and run it (PYTHONS=... for some alone)"
	@echo "make wheelhouse   all that an installation without a network needs (FOR='--python 3.12 --platform win_amd64')"
	@echo "make spark        run on Spark in local mode and kill a worker (needs Java 17)"
	@echo "make vendor       fetch the third-party files that the package carries (needs npm), and check them"
	@echo "make lock         lock the dependencies anew (needs uv)"
	@echo "make clean        remove what the other commands made"

demo: $(VENV)/runtime.stamp
	$(BIN)/fazhi extract $(SAMPLE)
	$(BIN)/fazhi show $(SAMPLE) --outline

# Style, types and figures beside the fuzzer: each keeps one processor busy. The tests have all processors to themselves.
# The same inputs each time, so that a change is judged by what it changed; `make fuzz` looks for new ones.
test:
	$(MAKE) --jobs=2 check fuzz TIME=60 SEED=1
	$(MAKE) pytest

check: $(VENV)/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python tools/ratchet.py

# The tests start the program some hundred times: with bytecode in place each start takes a quarter less.
pytest: export PYTHONDONTWRITEBYTECODE =
pytest: $(VENV)/dev.stamp
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

ratchet: $(VENV)/dev.stamp
	$(BIN)/python tools/ratchet.py

pin: $(VENV)/dev.stamp
	$(BIN)/python tools/ratchet.py --pin $(if $(REASON),--reason '$(REASON)')

referee: $(VENV)/dev.stamp
	$(BIN)/python tools/referee.py

TIME ?= 600
fuzz: $(VENV)/dev.stamp
	$(BIN)/python tools/fuzz.py --time $(TIME) $(if $(SEED),--seed $(SEED))

SAMPLE_OF_MUTANTS ?= 40
mutants: $(VENV)/dev.stamp
	$(BIN)/python tools/mutants.py --sample $(SAMPLE_OF_MUTANTS)

# Part of the program as C: half as fast again, and otherwise the same. An environment of its own, with what the tests need.
compiled: .venv-compiled/stamp

.venv-compiled/stamp: $(shell find src -name '*.py') pyproject.toml requirements/dev.txt tools/compile.py
	$(PYTHON) -m venv .venv-compiled
	.venv-compiled/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.txt
	.venv-compiled/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall \
	    "$$(.venv-compiled/bin/python tools/compile.py)"
	touch $@

compiled-test: compiled
	.venv-compiled/bin/pytest -n auto --dist loadfile --no-loadscope-reorder

bench: $(VENV)/dev.stamp
	mkdir -p build
	$(BIN)/python benchmarks/bench.py --json build/bench.json

# The peers need other versions of what we need, so they have an environment of their own; both come from PyPI.
bench-peers: .venv-peers/stamp bench

.venv-peers/stamp: benchmarks/peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/peers.txt
	touch $@

screenshots: $(VENV)/dev.stamp
	$(BIN)/python tools/screenshots.py

docs: $(VENV)/dev.stamp
	$(BIN)/python tools/make_commands.py

dist: $(VENV)/dev.stamp
	$(BIN)/python tools/check_build.py

wheel-test: $(VENV)/dev.stamp
	$(BIN)/python tools/check_wheel.py $(PYTHONS)

wheelhouse: $(VENV)/dev.stamp
	$(BIN)/python tools/wheelhouse.py $(FOR)

# Spark has an environment of its own: it is as large as all else together, and wants pandas.
spark: $(VENV)/spark.stamp
	$(VENV)/spark/bin/python examples/engines/spark_run.py $(REPORTS)

vendor: $(VENV)/dev.stamp
	$(BIN)/python tools/vendor.py

# Files of their own, so that those who only use the program need not install what its developers use.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --extra all --group dev pyproject.toml --output-file requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --extra html --extra docx --extra pdf --extra xlsx --group build pyproject.toml --constraints requirements/dev.txt --output-file requirements/runtime.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --group spark --group build pyproject.toml --constraints requirements/dev.txt --output-file requirements/spark.txt

clean:
	rm -rf $(VENV) .venv-compiled build dist wheelhouse .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: pyproject.toml requirements/runtime.txt | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements/runtime.txt
	$(INSTALL_PROJECT)
	touch $@

$(VENV)/dev.stamp: pyproject.toml requirements/dev.txt | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements/dev.txt
	$(INSTALL_PROJECT)
	touch $@ $(VENV)/runtime.stamp

$(VENV)/spark.stamp: pyproject.toml requirements/spark.txt | $(BIN)/python
	$(PYTHON) -m venv $(VENV)/spark
	$(VENV)/spark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/spark.txt
	$(VENV)/spark/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@
