# Two commands: `make run` opens the workbook, `make test` proves it.
NEEDED = libncurses-dev libsqlite3-dev libsodium-dev pkg-config
NEEDED_BY_TESTS = libvterm-dev
RELEASE = swift build -c release --static-swift-stdlib --product waymark
INSTALL = missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  as=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as apt-get update -qq && $$as apt-get install -y -qq $$missing; \
	fi

.PHONY: run build test tools test-tools lint

run: build
	.build/release/waymark

build: tools
	$(RELEASE)

test: test-tools lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest
	$(RELEASE)
	.build/release/waymark content lint
	.build/release/waymark content test

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

tools:
	@$(call INSTALL,$(NEEDED))

test-tools: tools
	@$(call INSTALL,$(NEEDED_BY_TESTS))
