#!/bin/bash
# Installs what Daybreak needs on Debian 12, and only what is missing. Run it as often as you like: when
# nothing is to do it says nothing and is done in under a second.
#
#   scripts/setup.sh          to build and run:  C libraries, the pages' web libraries, map outlines
#   scripts/setup.sh --test   to test as well:   PostgreSQL, Chromium, fonts, and .venv with independent validators
#
# Swift 6.3 itself must be there already (https://www.swift.org/install/linux/).
set -euo pipefail
cd "$(dirname "$0")/.."

# To build and run. The first line is what the Swift toolchain itself needs of Debian to compile and link; git and
# ca-certificates are for `swift package resolve`; python3-pip downloads the wheels of htmx and Cytoscape.js.
to_run=(binutils libc6-dev libgcc-12-dev libstdc++-12-dev libncurses6 libcurl4 libxml2 libedit2 tzdata
    make git ca-certificates pkg-config libsqlite3-dev libexpat1-dev zlib1g-dev libpq-dev python3 python3-pip)
# To test. libicu-dev, python3-dev and g++ build PyICU, which followthemoney needs; gcc builds the recorder of the
# power-cut test (Faults/); openssl is the client that TLS is tested with.
to_test=(postgresql age chromium chromium-driver fonts-noto-core fonts-noto-cjk sqlite3 xz-utils
    python3-venv python3-dev libicu-dev g++ gcc openssl)

python=/usr/bin/python3  # Debian's own, whatever else stands first in PATH

say() { printf '%s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Runs apt-get as root.
apt_as_root() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo --non-interactive)
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" </dev/null
}

# Stops early, and says what somebody else has to do, when we may not install anything.
need_root() {
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null && { [ -t 0 ] || sudo --non-interactive true 2>/dev/null; } && return 0
    stop "this needs root, and sudo does not give it here. Ask somebody who may install software to run:
    apt-get update && apt-get install -y --no-install-recommends $*"
}

# The packages among the arguments that are not installed.
missing() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
    comm -23 <(printf '%s\n' "$@" | sort) <(sort <<<"$installed")
}

install_packages() {
    local wanted log
    mapfile -t wanted < <(missing "$@")
    [ ${#wanted[@]} -gt 0 ] || return 0
    need_root "${wanted[@]}"
    say "Installing ${#wanted[@]} Debian packages: ${wanted[*]}"
    log=$(mktemp)
    apt_as_root update >"$log" 2>&1 || { cat "$log" >&2; stop "apt-get update failed: is the network there?"; }
    apt_as_root install -y --no-install-recommends "${wanted[@]}" >"$log" 2>&1 \
        || { tail -20 "$log" >&2; stop "apt-get could not install: ${wanted[*]}"; }
    rm -f "$log"
}

# The map comes out of a Debian package, so apt has to know its lists even when nothing is to be installed.
ensure_apt_lists() {
    compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || apt_as_root update >/dev/null || true
}

# .venv holds the validators; it is made again when the pinned versions change.
make_venv() {
    local pins=scripts/requirements-test.txt made=.venv/made-from.txt
    cmp -s "$pins" "$made" && return 0
    say "Installing the validators into .venv (about a minute) …"
    "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$pins" </dev/null \
        || stop "pip could not install the validators of $pins: is the network there?"
    cp "$pins" "$made"
}

for argument in "$@"; do
    [ "$argument" = --test ] || stop "unknown option $argument (there is only --test)"
done
command -v apt-get >/dev/null || \
    stop "Daybreak is built on Debian 12; apt-get was not found here. docs/architecture.md lists what it needs."
command -v swift >/dev/null || \
    stop "Swift 6.3 is not in PATH. Install it from https://www.swift.org/install/linux/ and run this again."

if [ "${1:-}" = --test ]; then install_packages "${to_run[@]}" "${to_test[@]}"; else install_packages "${to_run[@]}"; fi
if ! "$python" scripts/vendor.py --check; then
    ensure_apt_lists
    # Daybreak works without these files, only plainer: a machine without network may go on.
    "$python" scripts/vendor.py || say "Going on without the files above."
fi
if [ "${1:-}" = --test ]; then make_venv; fi
