# Two commands: `make run` opens the workbook, `make test` proves it.
NEEDED = libncurses-dev libsqlite3-dev libsodium-dev pkg-config
NEEDED_BY_TESTS = libvterm-dev strace faketime
BENCH = swift build -c release --static-swift-stdlib --product waymark-bench
# Kills, power cuts, errors of the disk, two writers, signals, canaries: against the release build.
DRIVERS = swift test --skip-build --disable-xctest --filter "DriverTests|SealedStoreTests"
RELEASE = swift build -c release --static-swift-stdlib --product waymark
INSTALL = missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  as=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as apt-get update -qq && $$as apt-get install -y -qq $$missing; \
	fi

.PHONY: run build test soak tools test-tools lint

run: build
	.build/release/waymark

build: tools
	$(RELEASE)

test: test-tools lint
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest --skip DriverTests
	$(RELEASE)
	.build/release/waymark content lint
	.build/release/waymark content test --mutate
	$(BENCH)
	.build/release/waymark-bench laws --profiles 200
	.build/release/waymark-bench faults content/packs/core
	DRIVER_RUNS=ci WAYMARK_UNDER_TEST=.build/release/waymark $(DRIVERS)

# Longer runs, before a release.
soak: build
	$(BENCH)
	.build/release/waymark-bench laws --profiles 1000
	swift build --build-tests
	DRIVER_RUNS=release swift test --skip-build --disable-xctest --filter GuidedWalkTests
	DRIVER_RUNS=release WAYMARK_UNDER_TEST=.build/release/waymark $(DRIVERS)
	.build/release/waymark-bench store .build/store 2000
	for seed in 1 2 3; do .build/release/waymark-bench faults content/packs/core --count 200 --seed $$seed || exit 1; done

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

tools:
	@$(call INSTALL,$(NEEDED))

test-tools: tools
	@$(call INSTALL,$(NEEDED_BY_TESTS))
