# CRM1C: `make run` plays the main job on this machine, `make test` runs every test. Both need a JDK 25 and nothing else.

MAVEN := ./mvnw -B --no-transfer-progress
NATIVE_ZIP := functions/bundle/target/native/function.zip

.PHONY: help build run test native native-test format clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'
	@echo
	@echo '  ONCE=1 make run                 end after the demo, with 0 or 1'
	@echo '  CONFIG=accounting-3|trade-11|erp-2     which configuration 1C has in the demo (run)'
	@echo '  CRM1C_PACKAGE=jvm|native        which packaging runs (run, test); by default native when it is up to date'
	@echo '  AWS_EMULATOR=embedded|localstack|url   which cloud they run in: docs/running.md'

build: ## everything, packaged, without tests: functions/bundle/target/function.zip
	@$(MAVEN) -q -DskipTests package

run: build ## the demo: a deal agreed in Bitrix24 becomes an invoice in 1C
	@CRM1C_PACKAGE=$${CRM1C_PACKAGE:-$$(infra/newest-package)} \
	  "$$(infra/find-jdk)/bin/java" -cp 'infra/local/target/classes:infra/local/target/lib/*' dev.crm1c.local.demo.Demo

test: ## every test, from units to the packaged flow
	@if command -v cfn-lint >/dev/null; then cfn-lint template.yaml && echo 'template.yaml: cfn-lint has no finding'; \
	  else echo 'template.yaml: not linted, cfn-lint is not on the PATH'; fi
	@$(MAVEN) -T 2 -fae verify; status=$$?; infra/test-totals; exit $$status

native: ## the native bootstrap, by GRAALVM_HOME's native-image or in Docker
	@infra/native-way >/dev/null
	@$(MAVEN) -DskipTests -Pnative -pl functions/bundle -am $$(infra/native-way) package
	@ls -l $(NATIVE_ZIP)

native-test: ## the packaged flow against the native bootstrap that `make native` built
	@CRM1C_PACKAGE=native $(MAVEN) -Dskip.unit.tests=true verify; status=$$?; infra/test-totals infra/local; exit $$status

format: ## formats the sources
	@$(MAVEN) -q spotless:apply

clean: ## removes everything built
	@$(MAVEN) -q clean
	@rm -rf .run
