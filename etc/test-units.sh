#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Checks the units, the user, the folders and the message catalog with systemd's own tools. No service manager need run.
#
#   etc/test-units.sh [--threshold TENTHS]    the exposure allowed, in tenths of a point (default 5)
set -euo pipefail
cd "$(dirname "$0")"

threshold=5
if [ "${1:-}" = --threshold ]; then threshold=$2; fi

for tool in systemd-analyze:systemd systemd-sysusers:systemd systemd-tmpfiles:systemd journalctl:systemd; do
  command -v "${tool%:*}" >/dev/null || {
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${tool#*:}" >/dev/null
  }
done

root=$(mktemp -d "${TMPDIR:-/tmp}/tongban-units.XXXXXX")
trap 'rm -rf "$root"' EXIT
failures=0
check() { # check WHAT COMMAND...: runs it, and shows what it said only when it fails
  local what=$1
  shift
  if "$@" >"$root/said" 2>&1; then
    echo "ok   $what"
  else
    echo "FAIL $what"
    sed 's/^/     /' "$root/said"
    failures=$((failures + 1))
  fi
}

# A root of its own, with a stand-in for the program: verify looks whether it is there.
mkdir -p "$root/root/etc/systemd/system" "$root/root/usr/bin" "$root/root/bin" "$root/root/usr/lib/systemd/catalog"
cp systemd/tongband.service systemd/tongband.socket "$root/root/etc/systemd/system/"

verify() { # the units as they are, but for the program's path; a warning is a failure
  local copy=$root/verify
  mkdir -p "$copy"
  sed 's#^ExecStart=/usr/bin/tongband#ExecStart=/bin/true#; s#^Documentation=.*##' systemd/tongband.service >"$copy/tongband.service"
  sed 's#^Documentation=.*##' systemd/tongband.socket >"$copy/tongband.socket"
  systemd-analyze verify --man=no --recursive-errors=no "$copy/tongband.service" "$copy/tongband.socket" >"$root/verified" 2>&1
  local status=$?
  grep -E 'tongband\.(service|socket)' "$root/verified" && return 1
  return $status
}
check "the units hold no fault and no unknown setting" verify

security() {
  systemd-analyze security --no-pager --offline=true --threshold="$threshold" systemd/tongband.service
}
check "the service's exposure is at most $threshold tenths" security

sysusers() {
  mkdir -p "$root/root/etc" "$root/root/usr/lib/sysusers.d"
  cp sysusers.d/tongban.conf "$root/root/usr/lib/sysusers.d/"
  systemd-sysusers --root="$root/root" tongban.conf
  grep -q '^tongban:' "$root/root/etc/passwd" && grep -q '^tongban:' "$root/root/etc/group"
}
check "the user is made" sysusers

tmpfiles() {
  mkdir -p "$root/root/usr/lib/tmpfiles.d"
  cp tmpfiles.d/tongban.conf "$root/root/usr/lib/tmpfiles.d/"
  systemd-tmpfiles --root="$root/root" --create tongban.conf
  [ "$(stat -c %a "$root/root/var/lib/tongban")" = 700 ] && [ "$(stat -c %a "$root/root/run/tongban")" = 755 ] &&
    [ -d "$root/root/usr/lib/tongban/plugins" ]
}
check "the folders are made" tmpfiles

catalog() {
  cp catalog/*.catalog "$root/root/usr/lib/systemd/catalog/"
  mkdir -p "$root/root/var/lib/systemd/catalog"
  journalctl --root="$root/root" --update-catalog 2>&1 | tee "$root/updated"
  ! grep -q catalog: "$root/updated" || return 1 # a complaint about a line
  LANG=C.UTF-8 LC_ALL=C.UTF-8 journalctl --root="$root/root" --no-pager --dump-catalog >"$root/dump"
  [ -s "$root/dump" ]
}
check "the catalog is well-formed" catalog

ids() { # MESSAGE_IDs of the sources, the English and the Chinese catalog are the same
  sed -n 's/^ *case .* = "\([0-9a-f]\{32\}\)"$/\1/p' ../Sources/Systemd/JournalMessageID.swift | sort >"$root/ids.swift"
  sed -n 's/^-- \([0-9a-f]\{32\}\)$/\1/p' catalog/tongban.catalog | sort >"$root/ids.en"
  sed -n 's/^-- \([0-9a-f]\{32\}\)$/\1/p' catalog/tongban.zh_CN.catalog | sort >"$root/ids.zh"
  [ -s "$root/ids.swift" ] && cmp "$root/ids.swift" "$root/ids.en" && cmp "$root/ids.swift" "$root/ids.zh" &&
    [ -z "$(uniq -d "$root/ids.swift")" ]
}
check "every message has its text in both languages" ids

[ "$failures" = 0 ] || { echo "$failures checks failed"; exit 1; }
