#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Proves the daemon under a real systemd: installs the release binaries, the units and the rest in a throw-away Debian 13
# (etc/systemd-vm.sh), and there starts, kills, starves, reloads and stops it.
#
#   etc/test-systemd.sh [--binaries FOLDER] [--plugins FOLDER] [--journal FILE]
#
# --binaries  what `swift build -c release --static-swift-stdlib` made (.build/release)
# --plugins   folders `<id>/bureau.json` with their executables, ready to install (none)
# --journal   where to write the journal of the run
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

binaries=$here/../.build/release plugins='' journal=''
while [ $# -gt 0 ]; do
  case $1 in
    --binaries) binaries=$2 ;;
    --plugins) plugins=$2 ;;
    --journal) journal=$2 ;;
    *) echo "test-systemd: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
for program in tongband tongband-launch; do
  [ -x "$binaries/$program" ] || { echo "test-systemd: no $binaries/$program; build it first" >&2; exit 2; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/tongban-systemd.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/plugins" "$work/config"
[ -z "$plugins" ] || cp -R "$plugins/." "$work/plugins/"
echo '{}' >"$work/config/tongband.json"

cat >"$work/script" <<'END'
# Inside the container.
socket=/run/tongban/tongban.socket
failures=0
check() { # check WHAT COMMAND...
  local what=$1
  shift
  if "$@" >/tmp/said 2>&1; then echo "ok   $what"; else
    echo "FAIL $what"
    sed 's/^/     /' /tmp/said
    failures=$((failures + 1))
  fi
}
within() { # within SECONDS COMMAND...: until it succeeds
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || { "$@"; return; }
    sleep 0.1
  done
}
info() { varlinkctl call "$socket" org.varlink.service.GetInfo '{}' | grep -q '"interfaces"'; }
status() { varlinkctl call "$socket" org.tongban.Daemon.Status '{}' | grep -q '"version"'; }
show() { systemctl show -P "$1" tongband.service; }
pid() { show MainPID; }
is() { [ "$(show "$1")" = "$2" ] || { echo "$1 is $(show "$1"), not $2"; return 1; }; }
other_pid() { is ActiveState active && [ "$(pid)" != "$1" ] && [ "$(pid)" != 0 ]; }
journal_has() { journalctl --sync; journalctl -u tongband.service --no-pager -o cat | grep -q -- "$1"; }

systemd-sysusers
systemd-tmpfiles --create tongban.conf
journalctl --update-catalog
systemctl daemon-reload
# A first boot enables what is installed, and starts it.
systemctl --quiet disable --now tongband.service tongband.socket 2>/dev/null
check "systemd takes the units without a warning" sh -c '! systemctl status tongband.service tongband.socket 2>&1 | grep -i "bad-setting\|Unknown"'
check "the socket listens before the daemon runs" systemctl start tongband.socket
check "the daemon does not run yet" is ActiveState inactive
check "the first connection starts it and is answered" info
check "it has said READY" is ActiveState active
check "Daemon.Status answers" status
check "it runs as its own user" sh -c '[ "$(stat -c %U /proc/$(systemctl show -P MainPID tongband.service))" = tongban ]'
check "its data is for nobody else" sh -c '[ "$(stat -c %a:%U /var/lib/tongban)" = 700:tongban ]'
check "another user may connect" setpriv --reuid=65534 --regid=65534 --clear-groups varlinkctl call $socket org.varlink.service.GetInfo '{}'
check "it says how it is" sh -c '[ -n "$(systemctl show -P StatusText tongband.service)" ]'

before=$(pid)
kill -KILL "$before"
check "killed outright, it is back" within 15 other_pid "$before"
check "and answers" status
check "its children went with it" sh -c "! pgrep -u tongban -f tongband-launch.*--parent.$before"

before=$(pid)
kill -STOP "$before" # starves the watchdog
check "hanging, it is replaced by the watchdog" within 60 other_pid "$before"
check "and answers" status
check "the watchdog's verdict is in the journal" journal_has "Watchdog timeout"

before=$(pid)
check "a reload succeeds" timeout 20 systemctl reload tongband.service
check "and is no restart" sh -c "[ \"\$(systemctl show -P MainPID tongband.service)\" = $before ]"
check "it answers after the reload" status

check "it stops in order" timeout 60 systemctl stop tongband.service tongband.socket
check "with success" is Result success
check "nothing of it is left" sh -c '! pgrep -u tongban .'

check "its messages have numbers the catalog explains" sh -c '
  journalctl --sync
  journalctl -u tongband.service -o json --no-pager |
    grep -o "\"MESSAGE_ID\" *: *\"[0-9a-f]*\"" | cut -d\" -f4 | sort -u |
    while read -r id; do journalctl --no-pager --dump-catalog "$id" >/dev/null 2>&1 && echo "$id"; done |
    grep -qx -f /usr/share/tongban/message-ids'
[ "$failures" = 0 ] || { echo "$failures checks failed"; journalctl -u tongband.service --no-pager | tail -n 60; exit 1; }
END

# A short watchdog for the test, so that starving it takes seconds.
cat >"$work/watchdog.conf" <<'END'
[Service]
WatchdogSec=5
END
sed -n 's/^-- \([0-9a-f]\{32\}\)$/\1/p' "$here/catalog/tongban.catalog" >"$work/message-ids"

copies=()
for copy in \
  "$binaries/tongband:/usr/bin/tongband" "$binaries/tongband-launch:/usr/bin/tongband-launch" \
  "$here/systemd/tongband.service:/usr/lib/systemd/system/tongband.service" \
  "$here/systemd/tongband.socket:/usr/lib/systemd/system/tongband.socket" \
  "$here/systemd/newer/253/tongband.service.conf:/usr/lib/systemd/system/tongband.service.d/50-systemd-253.conf" \
  "$here/systemd/newer/254/tongband.service.conf:/usr/lib/systemd/system/tongband.service.d/50-systemd-254.conf" \
  "$work/watchdog.conf:/etc/systemd/system/tongband.service.d/90-test.conf" \
  "$here/sysusers.d/tongban.conf:/usr/lib/sysusers.d/tongban.conf" \
  "$here/tmpfiles.d/tongban.conf:/usr/lib/tmpfiles.d/tongban.conf" \
  "$here/catalog/tongban.catalog:/usr/lib/systemd/catalog/tongban.catalog" \
  "$here/catalog/tongban.zh_CN.catalog:/usr/lib/systemd/catalog/tongban.zh_CN.catalog" \
  "$work/message-ids:/usr/share/tongban/message-ids" \
  "$work/config/tongband.json:/etc/tongban/tongband.json" \
  "$work/plugins:/usr/lib/tongban/plugins"; do
  copies+=(--copy "$copy")
done
[ -z "$journal" ] || copies+=(--journal "$journal")
"$here/systemd-vm.sh" "${copies[@]}" "$work/script"
