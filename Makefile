# The doors of the house. `make help` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run dev test check-build check-openapi openapi test-native-sources replay new-gateway test-crash format stop-postgres clean
.NOTPARALLEL:

WITH_JDK := scripts/with-jdk
MVN := $(WITH_JDK) mvn -B -ntp
SERVICE := bootstrap/target/quarkus-app/quarkus-run.jar
REPLAY := src-test-integration/target/orders-replay.jar
ORDERS_DATA_DIR ?= data
export ORDERS_DATA_DIR

# Folders are listed too: their time changes when a file in them goes.
SERVICE_SOURCES := $(shell find pom.xml .mvn domain application adapters bootstrap \
	-name target -prune -o -path '*/src/test' -prune -o -path '*/src/main*' -print -o -name pom.xml -print -o -name jvm.config -print)
REPLAY_SOURCES := $(shell find pom.xml src-test-integration/pom.xml src-test-integration/src/main)

help: ## lists what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r door says; do printf '  make %-20s %s\n' "$$door" "$$says"; done

run: $(SERVICE) ## builds and starts the service on http://localhost:8080 over a PostgreSQL of its own
	@exec scripts/run-service

$(SERVICE): $(SERVICE_SOURCES)
	@echo "Building the service (the first time takes a few minutes) ..."
	@rm -rf domain/target/classes application/target/classes adapters/*/target/classes bootstrap/target/classes
	@$(MVN) -q -DskipTests -Dspotless.check.skip=true -pl bootstrap -am package
	@touch $@

dev: ## runs the service in Quarkus' dev mode: changes to the code are live
	$(MVN) -pl bootstrap -am compile quarkus:dev -DskipTests

test: ## runs everything that can fail; installs nothing, leaves the work tree as it was
	@scripts/same-tree $(MAKE) --no-print-directory check-build test-native-sources check-openapi

# Modules that do not need each other are built side by side. Where a container engine answers, the integration tests use it for their PostgreSQL.
check-build:
	@scripts/check-find-jdk
	@if $$(command -v timeout >/dev/null && echo timeout 5) docker info >/dev/null 2>&1; then \
	  echo "A container engine answers: integration tests run on PostgreSQL by Testcontainers."; \
	  $(MVN) -T 3 -Pcontainers verify; \
	else \
	  echo "No container engine answers: integration tests run on the embedded PostgreSQL."; \
	  $(MVN) -T 3 verify; \
	fi

test-native-sources: ## augments the service for a native image, without compiling one
	@echo "Augmenting for native ..."
	@rm -rf bootstrap/target/native-sources
	@$(MVN) -q -DskipTests -Dspotless.check.skip=true -pl bootstrap -am package \
	  -Dquarkus.native.enabled=true -Dquarkus.native.sources-only=true -Dquarkus.package.jar.enabled=false
	@test -s bootstrap/target/native-sources/native-image.args
	@echo "Augmentation for native: passed"

openapi: ## writes docs/openapi.yaml anew, after a change of the API
	@$(MVN) -q -DskipTests -Dspotless.check.skip=true -pl bootstrap -am package
	@cp bootstrap/target/openapi/openapi.yaml docs/openapi.yaml

check-openapi: ## checks docs/openapi.yaml by the rules of .spectral.yaml, and a TypeScript client of it
	@if command -v node >/dev/null && command -v npm >/dev/null; then scripts/check-openapi; \
	else echo "Not checked: the OpenAPI description (needs node and npm, which are not here)."; fi

replay: $(REPLAY) ## plays a shop's invoices against the running service: make replay FILE=invoices.csv
	@test -n "$(FILE)" || { echo "Which file? make replay FILE=invoices.csv" >&2; exit 2; }
	@exec $(WITH_JDK) java -jar $(REPLAY) "$(FILE)"

$(REPLAY): $(REPLAY_SOURCES)
	@$(MVN) -q -DskipTests -Dspotless.check.skip=true -Dquarkus.build.skip=true -pl src-test-integration -am package
	@touch $@

test-crash: ## kills the service ten times at every step (up to 40 minutes), and writes docs/crash-runs.md
	@scripts/test-crash $(ROUNDS)

new-gateway: ## makes the adapter of a new payment gateway: make new-gateway NAME=acme
	@scripts/new-gateway "$(NAME)"

format: ## formats the code
	$(MVN) spotless:apply

stop-postgres: ## ends a local PostgreSQL that outlived its service (kill -9)
	@pid=$$(head -n 1 "$(ORDERS_DATA_DIR)/postgres/cluster/postmaster.pid" 2>/dev/null) && kill -INT "$$pid" && echo "Stopping PostgreSQL ($$pid)" || echo "None runs in $(ORDERS_DATA_DIR)."

clean: ## removes what was built; the data stays
	$(MVN) -q clean
