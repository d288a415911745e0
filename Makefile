# Two commands: `make run` opens the workbook, `make test` proves it.
NEEDED = libncurses-dev libsqlite3-dev libsodium-dev pkg-config
NEEDED_BY_TESTS = libvterm-dev strace faketime zsh fish hunspell hunspell-en-us
BENCH = swift build -c release --static-swift-stdlib --product waymark-bench
# Kills, power cuts, errors of the disk, two writers, signals, canaries: against the release build.
DRIVERS = swift test --skip-build --disable-xctest --filter "DriverTests|SealedStoreTests"
RELEASE = swift build -c release --static-swift-stdlib --product waymark
INSTALL = missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  as=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as apt-get update -qq && $$as apt-get install -y -qq $$missing; \
	fi

# What `check` leaves to `test`: real terminals and programs, walks of minutes.
SLOW_SUITES = DriverTests TerminalTests CommandsTests StoreTests GuidedWalkTests CoachsHandsTests RandomKeysTests WrongShapeTests

PREFIX = /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
BUILT = .build/release/waymark
VERSION = $$($(BUILT) --version)
DEB = .build/deb

.PHONY: run build check test slow soak figures tools test-tools lint install lay uninstall deb test-deb

run: build
	.build/release/waymark

build: tools
	$(RELEASE)

# The program, its content, its manual page and completions for three shells; the folder of content is found beside the program.
install: build lay

# Lays out what is built already.
lay:
	install -D -m 755 $(BUILT) $(DESTDIR)$(PREFIX)/bin/waymark
	rm -rf $(SHARE)/waymark && install -d $(SHARE)/waymark && cp -R content/. $(SHARE)/waymark/
	chmod -R u=rwX,go=rX $(SHARE)/waymark
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/vendor-completions $(SHARE)/fish/vendor_completions.d
	$(BUILT) manual | gzip -9n > $(SHARE)/man/man1/waymark.1.gz
	$(BUILT) --generate-completion-script bash | sed 1d > $(SHARE)/bash-completion/completions/waymark
	$(BUILT) --generate-completion-script zsh > $(SHARE)/zsh/vendor-completions/_waymark
	$(BUILT) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/waymark.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/waymark $(SHARE)/man/man1/waymark.1.gz \
	  $(SHARE)/bash-completion/completions/waymark $(SHARE)/zsh/vendor-completions/_waymark \
	  $(SHARE)/fish/vendor_completions.d/waymark.fish
	rm -rf $(SHARE)/waymark

# A Debian package of what `install` lays out.
deb:
	@$(call INSTALL,dpkg-dev)
	rm -rf $(DEB) && $(MAKE) install DESTDIR=$(CURDIR)/$(DEB)/root PREFIX=/usr
	.packaging/deb $(DEB) $(VERSION)

# Installs it, runs it, takes it away again; needs root.
test-deb: deb
	@$(call INSTALL,lintian)
	lintian --allow-root --fail-on error $(DEB)/waymark_*.deb
	dpkg -i $(DEB)/waymark_*.deb && waymark doctor && waymark content lint && dpkg -r waymark
	test ! -e /usr/bin/waymark && test ! -e /usr/share/waymark

# Rows, laws and frames: what to run after every change. No terminal, no program of its own, no tricks on the disk.
check: tools
	@$(call INSTALL,libvterm-dev)
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest $(foreach suite,$(SLOW_SUITES),--skip $(suite))

# Every suite by itself, with the seconds that it took, the slowest first.
slow:
	@swift build --build-tests 2>&1 | tail -1
	@for suite in $$(swift test list --skip-build --disable-xctest | sed 's|/.*||' | sort -u); do \
	  start=$$(date +%s); \
	  swift test --skip-build --disable-xctest --filter "^$$suite/" >/dev/null 2>&1 && said=passed || said=FAILED; \
	  echo "$$(($$(date +%s) - start)) s  $$suite  $$said"; \
	done | sort -rn

# How the sources stand, in numbers.
figures:
	@sh Tests/figures.sh

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
	$(MAKE) test-deb
	for seed in 1 2 3; do .build/release/waymark-bench faults content/packs/core --count 200 --seed $$seed || exit 1; done

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

tools:
	@$(call INSTALL,$(NEEDED))

test-tools: tools
	@$(call INSTALL,$(NEEDED_BY_TESTS))
