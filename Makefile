# Everything is reached from here: `make` alone tells what there is.
# Wanted: Maven, Node.js with npm, and a JDK 25 in JAVA_HOME or anywhere under /usr/lib/jvm.

SHELL := /bin/bash
ifneq ($(shell locale charmap 2>/dev/null),UTF-8)
export LC_ALL := C.UTF-8
endif
.DEFAULT_GOAL := help

JDK := $(shell build/find-jdk)
MVN := JAVA_HOME='$(JDK)' mvn -q -B -ntp
PROGRAM := standalone/target/varve
SOURCES := $(shell find . -name target -prune -o -name node_modules -prune -o \( -path '*/src/main/*' -o -name pom.xml -o -path './artifacts/build/*' \) -type f -print)

.PHONY: help run build test fmt accept matrix screenshots lighthouse bench beside publish-cost clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## build what is missing and start everything in the foreground
	@exec $(PROGRAM)/bin/varve

build: $(PROGRAM)/bin/varve ## build the program into standalone/target/varve

test: ## every test, and every check of the house
	$(MVN) validate
	@build/test-clients
	JAVA_HOME='$(JDK)' mvn -B -ntp verify $(TEST_OPTIONS)

fmt: ## lay out the sources
	$(MVN) com.diffplug.spotless:spotless-maven-plugin:apply

accept: ## the long acceptance suites, with real clients and real packages
	@build/test-clients
	@build/matrix-clients
	JAVA_HOME='$(JDK)' mvn -B -ntp verify -Pacceptance

matrix: ## every client, every operation, as a table
	@build/test-clients
	@build/matrix-clients
	@rm -f acceptance/target/matrix.txt
	@mkdir -p target; $(MVN) verify -pl acceptance -am -Pacceptance -Dtest=ClientMatrixTest -Dsurefire.failIfNoSpecifiedTests=false \
	  >target/matrix.log 2>&1; status=$$?; cat acceptance/target/matrix.txt || tail -50 target/matrix.log; exit $$status

screenshots: ## pictures of the main pages, wide, narrow and dark, into target/screenshots
	@build/test-clients
	$(MVN) verify -pl acceptance -am -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false
	@ls target/screenshots | wc -l | xargs printf '%s pictures in target/screenshots\n'

lighthouse: ## weight and speed of the pages, as Lighthouse sees them
	@build/test-clients
	$(MVN) verify -pl acceptance -am -Pacceptance -Dtest=LongPagesTest#lighthouse* -Dsurefire.failIfNoSpecifiedTests=false

bench: ## what is claimed about speed, measured
	$(MVN) -Pbenchmarks -pl benchmarks -am package -DskipTests

beside: build ## Varve and Verdaccio, measured in one run (wants wrk)
	@command -v wrk >/dev/null || { echo 'This measures with wrk: install the package of that name.' >&2; exit 1; }
	@cd benchmarks/verdaccio && npm ci --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null && node beside.mjs

publish-cost: ## what a publish costs after 1, 50, 500, 2,000 and 5,000, at a registry that runs: HOST=… TOKEN=…
	@node benchmarks/publish/cost.mjs "$(or $(HOST),http://localhost:4873)" "$(or $(TOKEN),$(shell cat data/admin.token 2>/dev/null))" 5000

clean: ## forget what was built, keep what was published
	$(MVN) clean

$(PROGRAM)/bin/varve: $(SOURCES)
	@test -n '$(JDK)' || { echo 'Varve needs a JDK 25: install one under /usr/lib/jvm or set JAVA_HOME' >&2; exit 1; }
	$(MVN) package -Dmaven.test.skip -Dspotless.check.skip
	@mkdir -p $(PROGRAM)/bin && sed 's#@JDK@#$(JDK)#' build/varve > $@ && chmod +x $@
	@build/rehearse $(PROGRAM)
