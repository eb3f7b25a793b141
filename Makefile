# The verbs of the house. Each may be run at any time and in any order; each installs what it needs.
#
#   make demo     install what is missing, build, make the sample province, load it, serve it
#   make test     everything that proves something
#   make bench    speed, beside the peers, ratios printed
#   make lint     layout of the Swift files, syntax of the scripts
#   make trace    requirement -> code -> test
#   make fuzz     broken input for one parser: make fuzz ARGS=camt
#   make soak     ten thousand power cuts, writers and imports killed at random moments, a million broken inputs for
#                 every parser
#   make clean    remove what was built and made here (never a database that you named yourself)

SHELL := /bin/bash

# What `make demo` shows; change it like this: make demo PORT=9000 PEOPLE=500
SEED   ?= 7
PEOPLE ?= 2000
PORT   ?= 8080
DB     ?= demo.daybreak

# Scripts that `make test` runs after `swift test`, in this order; each must end with exit code 0.
CHECKS ?= scripts/browser-test.py scripts/api-test.py scripts/power-cut.py scripts/kill-writers.py

# Further words for `swift test` and for the benchmarks: make test ARGS='--filter Storage'
ARGS ?=

daybreak := .build/release/daybreak

.PHONY: demo test bench lint trace fuzz soak clean

demo: $(daybreak) province/manifest.json
	@$(daybreak) whoami --as analyst --db $(DB) >/dev/null 2>&1 || $(daybreak) init --demonstration --db $(DB)
	$(daybreak) import --manifest province/manifest.json --db $(DB)
	@echo
	@echo "    Daybreak is at  http://localhost:$(PORT)   (stop it with Ctrl-C): choose with whose eyes to look"
	@echo
	$(daybreak) serve --db $(DB) --port $(PORT)

# Not a real file rule: SwiftPM knows better than make what has changed.
.PHONY: $(daybreak)
$(daybreak):
	@scripts/setup.sh
	swift build -c release --product daybreak

province/manifest.json: | $(daybreak)
	$(daybreak) sample --seed $(SEED) --people $(PEOPLE) --out province

test:
	@scripts/setup.sh --test
	swift build --build-tests
	swift test --skip-build $(ARGS)
	@for check in $(CHECKS); do \
	    if .venv/bin/python $$check; then echo "check $$check: passed"; \
	    else echo "check $$check: failed"; exit 1; fi; \
	done

bench:
	@scripts/setup.sh --test
	swift build -c release --product daybreak-bench
	/usr/bin/python3 scripts/bench.py $(ARGS)

lint:
	swift format lint --strict -r Package.swift Sources Tests
	@for script in .ci/run Fuzz/run.sh $(wildcard scripts/*.sh); do bash -n $$script || exit 1; done
	@/usr/bin/python3 -c 'import ast, sys; [ast.parse(open(p, encoding="utf-8").read(), p) for p in sys.argv[1:]]' $(wildcard scripts/*.py Faults/*.py)

trace:
	@/usr/bin/python3 scripts/trace.py

# One parser: make fuzz ARGS='camt 1000000'. All of them, a million inputs each, take hours.
fuzz:
	@scripts/setup.sh
	Fuzz/run.sh $(ARGS)

# Heavy proofs: power cuts under concurrent writes; 32 writers killed on both databases; imports killed at random
# moments (on SQLite; `kill-test.py --postgres` does it on the other); the API asked for a quarter of an hour; then a
# million broken inputs for every parser.
soak:
	@scripts/setup.sh --test
	swift build -c release --product daybreak
	swift build -c release --product daybreak-bench
	DAYBREAK_SOAK=1 swift test --filter WorldsTests
	.venv/bin/python scripts/power-cut.py --states 10000 --writes 120
	.venv/bin/python scripts/kill-writers.py --kills 200
	.venv/bin/python scripts/kill-test.py
	DAYBREAK_SOAK=1 swift test --filter TimingTests
	.venv/bin/python scripts/api-test.py --seconds 180
	@for parser in delimited workbook encoding mt940 camt goaml ftm json geojson image; do \
	    SANITIZE=fuzzer LENGTH=1024 Fuzz/run.sh $$parser 1000000 || exit 1; \
	done

clean:
	rm -rf .build .build-* .venv vendor province artefacts demo.daybreak demo.daybreak-*
