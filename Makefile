# Each target sets up what it needs and then does one thing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# What a machine's own settings forbid would be compiled anew by each of hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help generate check test fuzz corpus corpus-types thorough carriers lint bench bench-memory clean

help:
	@echo "make generate  write generated/trigger_dev from spec/"
	@echo "make check     tell whether generated/ is what the generator makes now"
	@echo "make test      run all tests, on the small documents of the corpus"
	@echo "make fuzz      try 5,000 documents with hostile names; SEED=... tries the same again"
	@echo "make corpus    generate, import and call every document of the corpus"
	@echo "make corpus-types  read the package of every document with mypy --strict, of some with pyright"
	@echo "make thorough  every kind of mutation of eight documents, 200 kills, 50 pairs of processes, 10 sizes of disks"
	@echo "make carriers  every case once more for each adapter of another HTTP library"
	@echo "make lint      ruff, mypy and pyright"
	@echo "make bench     measure, and write docs/benchmarks.md; PEERS=... is an environment with other generators"
	@echo "make bench-memory  measure what uploads and downloads of 1 GiB, and 100,000 calls, need"

generate: $(READY)
	$(BIN)/python -m generator generate

check: $(READY)
	$(BIN)/python -m generator check

test: $(READY)
	$(BIN)/python -m pytest -q -n auto

fuzz: $(READY)
	$(BIN)/python -m tests.cases.hostile.fuzzing $(if $(SEED),--seed $(SEED))

corpus: $(READY)
	OASMITH_CORPUS=all $(BIN)/python -m pytest -q -n auto tests/corpus

thorough: $(READY)
	OASMITH_THOROUGH=all $(BIN)/python -m pytest -q -n auto tests/drift tests/writing/test_swap.py tests/lowering/test_wrong_types.py

carriers: $(READY)
	OASMITH_CARRIERS=all $(BIN)/python -m pytest -q -n auto tests/cases -k "aiohttp or pyreqwest"

corpus-types: $(READY)
	$(BIN)/python tests/corpus/strictness.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy generator generated examples tests/typing
	$(BIN)/pyright

bench: $(READY)
	PYTHONPATH=generated $(if $(PEERS),PEERS=$(abspath $(PEERS))) $(BIN)/python -m tests.bench

bench-memory: $(READY)
	$(BIN)/python tests/bench_memory.py
	$(BIN)/python tests/bench_many_calls.py

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# uv where it is there, venv and pip where not; the same locked versions either way.
$(READY): requirements.lock
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python '>=3.11' $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; \
	else \
	  $(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version) if sys.version_info < (3, 11) else 0' && \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	fi
	@touch $@
