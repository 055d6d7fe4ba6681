# Installs score-cli with what it needs at run time: its criteria sets, the schemas of its records, the guides with
# their examples and, where the command writes them itself, its manual pages and completions.
#
#   make                              builds .build/release/score-cli, which needs no Swift toolchain to run
#   make install PREFIX=/usr          DESTDIR is honoured: make install PREFIX=/usr DESTDIR=/tmp/root
#   make uninstall PREFIX=/usr        removes what install puts there, and nothing else
#   make dist                         a tarball with its SHA-256, to be unpacked anywhere
#   make deb                          a package of Debian and Ubuntu, of the architecture of this machine
#
# BINARY names a command that is built already. Tested on Debian 12, x86-64; arm64, macOS and WSL are not.

PREFIX ?= /usr/local
DESTDIR ?=
BINARY ?= .build/release/score-cli
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/score-cli/CommandLineTool.swift)
ARCHITECTURE := $(shell uname -m)
DIST := .build/dist
NAME := score-cli-$(VERSION)-linux-$(ARCHITECTURE)

bin := $(DESTDIR)$(PREFIX)/bin
share := $(DESTDIR)$(PREFIX)/share/score-cli
documents := $(DESTDIR)$(PREFIX)/share/doc/score-cli
manual := $(DESTDIR)$(PREFIX)/share/man
completions_bash := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
completions_zsh := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
completions_fish := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: all install uninstall dist deb clean-dist

all:
	swift build -c release --static-swift-stdlib --product score-cli

# The command is built here only where it is not there: whoever installs as root does not want to build as root.
.build/release/score-cli:
	$(MAKE) all

# Text that the command writes about itself goes to a file, if this version writes it.
# $(1) words of the command, $(2) file
define written
	if $(BINARY) $(1) > $(DIST)/written 2> /dev/null && [ -s $(DIST)/written ]; then \
	    install -d $(dir $(2)) && install -m 644 $(DIST)/written $(2); \
	fi
endef

install: $(BINARY)
	install -d $(bin) $(share) $(documents) $(DIST)
	install -m 755 $(BINARY) $(bin)/score-cli
	find criteria schemas -type d -exec install -d $(share)/{} \;
	find criteria schemas -type f -exec install -m 644 {} $(share)/{} \;
	install -m 644 README.md README.vi.md CHANGELOG.md LICENSE $(documents)
	find docs -path docs/api -prune -o -type f -exec install -D -m 644 {} $(documents)/{} \;
	$(call written,completions bash,$(completions_bash)/score-cli)
	$(call written,completions zsh,$(completions_zsh)/_score-cli)
	$(call written,completions fish,$(completions_fish)/score-cli.fish)
	$(call written,manual --lang en,$(manual)/man1/score-cli.1)
	$(call written,manual --lang vi,$(manual)/vi/man1/score-cli.1)
	rm -f $(DIST)/written

# Folders that others use too stay, unless they are empty.
uninstall:
	rm -f $(bin)/score-cli $(completions_bash)/score-cli $(completions_zsh)/_score-cli $(completions_fish)/score-cli.fish
	rm -f $(manual)/man1/score-cli.1 $(manual)/vi/man1/score-cli.1
	rm -rf $(share) $(documents)
	-rmdir -p $(bin) $(completions_bash) $(completions_zsh) $(completions_fish) $(manual)/man1 $(manual)/vi/man1 \
	    $(dir $(share)) $(dir $(documents)) 2> /dev/null || true

# Times and owners are those of the commit, so that the same commit makes the same bytes.
dist: $(BINARY)
	rm -rf $(DIST)/root $(DIST)/$(NAME)
	$(MAKE) install PREFIX=/$(NAME) DESTDIR=$(abspath $(DIST)/root)
	tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$$(git log -1 --format=%ct)" \
	    --directory=$(DIST)/root $(NAME) | gzip -n -9 > $(DIST)/$(NAME).tar.gz
	cd $(DIST) && sha256sum $(NAME).tar.gz > $(NAME).tar.gz.sha256
	rm -rf $(DIST)/root

deb: $(BINARY)
	rm -rf $(DIST)/deb
	$(MAKE) install PREFIX=/usr DESTDIR=$(abspath $(DIST)/deb)
	find $(DIST)/deb -name '*.1' -exec gzip -n -9 {} \;
	install -d $(DIST)/deb/DEBIAN
	size=$$(du -sk --exclude=DEBIAN $(DIST)/deb | cut -f 1); \
	printf '%s\n' 'Package: score-cli' 'Version: $(VERSION)' "Architecture: $$(dpkg --print-architecture)" \
	    'Maintainer: score maintainers <score@localhost>' "Installed-Size: $$size" \
	    'Depends: libc6 (>= 2.36), libstdc++6, libgcc-s1, zlib1g' 'Section: utils' 'Priority: optional' \
	    "Description: Vietnam's administrative-reform index from criteria as data" \
	    ' Computes points, index, coverage, gaps, places and plans of an assessment,' \
	    ' each explained and exact, in Vietnamese and English.' > $(DIST)/deb/DEBIAN/control
	cd $(DIST)/deb && find . -path ./DEBIAN -prune -o -type f -printf '%P\n' | sort | xargs -d '\n' md5sum > DEBIAN/md5sums
	dpkg-deb --build --root-owner-group $(DIST)/deb $(DIST)/score-cli_$(VERSION)_$$(dpkg --print-architecture).deb
	rm -rf $(DIST)/deb
