#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Proves the daemon under a real systemd: installs the release binaries, the units and the rest in a throw-away Debian 13
# (etc/systemd-vm.sh), and there starts, kills, starves, reloads and stops it.
#
#   etc/test-systemd.sh [--binaries FOLDER] [--journal FILE]
#
# --binaries  what `swift build -c release --static-swift-stdlib` made; without it that is built first (.build-static)
# --journal   where to write the journal of the run
#
# Then the daemon runs with the four bureaus, and with a fifth whose plugin does nothing but fail.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

binaries='' journal=''
while [ $# -gt 0 ]; do
  case $1 in
    --binaries) binaries=$2 ;;
    --journal) journal=$2 ;;
    *) echo "test-systemd: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
programs=(tongband tongbanctl tongband-launch MarketBureau MedicalBureau DisabilityBureau CongressBureau)
if [ -z "$binaries" ]; then
  # shellcheck source=etc/setup.sh
  source "$here/setup.sh"
  setup_swift
  setup_packages libsqlite3-dev libsystemd-dev pkg-config
  build=(swift build --package-path "$here/.." -c release --static-swift-stdlib --scratch-path "$here/../.build-static")
  for program in "${programs[@]}"; do "${build[@]}" --product "$program"; done
  binaries=$("${build[@]}" --show-bin-path)
fi
for program in "${programs[@]}"; do
  [ -x "$binaries/$program" ] || { echo "test-systemd: no $binaries/$program; build it first" >&2; exit 2; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/tongban-systemd.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{plugins,config,later/weather,failing/broken}
for bureau in Market Medical Disability Congress; do
  folder=$work/plugins/${bureau,,}
  mkdir "$folder"
  cp "$here/../Plugins/$bureau/bureau.json" "$here/../Plugins/$bureau/rules.json" "$binaries/${bureau}Bureau" "$folder/"
done
# A plugin that says why it fails, and is given up after the second time.
cat >"$work/failing/broken/run" <<'END'
#!/bin/sh
echo "<4>the register of bridges cannot be read" >&2
exit 3
END
cat >"$work/failing/broken/bureau.json" <<'END'
{ "id": "broken", "name": { "zh": "坏局", "en": "Broken Bureau" }, "executable": "run",
  "restart": { "when": "always", "failures": 2, "windowSeconds": 60, "shortestPauseMilliseconds": 10 } }
END
# A manifest that is none.
echo '{ "id": "weather" }' >"$work/later/weather/bureau.json"
chmod 755 "$work/failing/broken/run"
chmod -R go-w "$work"
echo '{ "logLevel": "info" }' >"$work/config/tongband.json"
chmod 644 "$work/config/tongband.json"

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
event() { # event NAME [FIELD=VALUE]: a message of this kind is in the journal, and the catalog explains it
  local id
  id=$(awk -v name="$1" '$1 == name { print $2 }' /usr/share/tongban/messages)
  [ -n "$id" ] || { echo "no message $1"; return 1; }
  journalctl --sync
  journalctl -u tongband.service --no-pager -o cat "MESSAGE_ID=$id" ${2:+"$2"} | grep -q . || { echo "not logged: $1 ${2-}"; return 1; }
  LANG=zh_CN.UTF-8 journalctl --no-pager --dump-catalog "$id" | grep -q '^Subject:'
  journalctl -u tongband.service --no-pager -x "MESSAGE_ID=$id" ${2:+"$2"} | grep -q '^░░ Subject:'
}
plugins() { varlinkctl call "$socket" org.tongban.Plugins.List '{}'; }
plugin_is() { # plugin_is ID STATE
  tongbanctl plugin list | grep -E "^$1 .* $2( |$)"
}
four_ready() { for id in market medical disability congress; do plugin_is $id ready || { plugins; return 1; }; done; }
manage() { varlinkctl call "$socket" "io.systemd.service.$1" "$2"; }
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
not() { ! "$@"; }
refused() { # refused WORD COMMAND...: it fails and says why
  local word=$1 said
  shift
  if said=$("$@" 2>&1); then echo "it was accepted: $said"; return 1; fi
  echo "$said" | grep -q "$word" || { echo "$said"; return 1; }
}
submit() { tongbanctl task submit work greet --payload '{"text":"你好"}'; }

systemd-sysusers
systemd-tmpfiles --create tongban.conf
journalctl --update-catalog
# A small disk of its own for the database, which can be filled.
mount -t tmpfs -o "size=16m,mode=700,uid=$(id -u tongban),gid=$(id -g tongban)" tmpfs /var/lib/tongban
export TONGBAN_SOCKET=$socket
systemctl daemon-reload
# A first boot enables what is installed, and starts it.
systemctl --quiet disable --now tongband.service tongband.socket 2>/dev/null
check "systemd takes the units without a warning" sh -c '! systemctl status tongband.service tongband.socket 2>&1 | grep -i "bad-setting\|Unknown"'
check "systemd-analyze verify has nothing to say" sh -c '[ -z "$(systemd-analyze verify --man=no tongband.service tongband.socket 2>&1)" ]'
check "the service is hardly exposed" systemd-analyze security --no-pager --threshold=5 tongband.service
check "the socket listens before the daemon runs" systemctl start tongband.socket
check "the daemon does not run yet" is ActiveState inactive
check "the first connection starts it and is answered" info
check "it says READY" within 10 is ActiveState active
check "Daemon.Status answers" status
check "four plugins work" within 10 four_ready
check "the service manager is told so" within 5 sh -c 'systemctl show -P StatusText tongband.service | grep "4 of 4 plugins ready"'
check "it runs as its own user" sh -c '[ "$(stat -c %U /proc/$(systemctl show -P MainPID tongband.service))" = tongban ]'
check "its data is for nobody else" sh -c '[ "$(stat -c %a:%U /var/lib/tongban)" = 700:tongban ]'
check "another user may connect" as_nobody varlinkctl call $socket org.varlink.service.GetInfo '{}'
check "and be told nothing" refused PermissionDenied as_nobody varlinkctl call $socket org.tongban.Plugins.List '{}'
check "readiness is in the journal" event daemonReady
check "so is each plugin's" event bureauReady BUREAU=congress
check "the seeds' queue is made" tongbanctl queue create work
check "a task is accepted" submit

before=$(pid)
kill -KILL "$before"
check "killed outright, it is back" within 15 other_pid "$before"
check "and answers" status
check "its children went with it" sh -c "! pgrep -u tongban -f tongband-launch.*--parent.$before"
check "the task is still there" sh -c 'tongbanctl --json task list | grep -q greet'
check "the plugins work again" within 10 four_ready

before=$(pid)
kill -STOP "$before" # starves the watchdog
check "hanging, it is replaced by the watchdog" within 60 other_pid "$before"
check "and answers" status
check "the watchdog's verdict is in the journal" journal_has "Watchdog timeout"
check "the plugins work again" within 10 four_ready

before=$(pid)
same_pid() { [ "$(pid)" = "$before" ]; }
check "a reload succeeds" timeout 20 systemctl reload tongband.service
check "and is no restart" same_pid
check "it answers after the reload" status
check "it is in the journal" event configurationReloaded

cp -R /usr/lib/tongban-test/failing/broken /usr/lib/tongban/plugins/
cp -R /usr/lib/tongban-test/later/weather /usr/lib/tongban/plugins/
echo '{ "logLevel": "debug", "operators": [65534] }' >/etc/tongban/tongband.json
check "io.systemd.service.Ping answers anybody" as_nobody varlinkctl call $socket io.systemd.service.Ping '{}'
check "Reload is not for everybody" refused PermissionDenied as_nobody varlinkctl call $socket io.systemd.service.Reload '{}'
check "its methods are systemd's" sh -c "varlinkctl introspect $socket io.systemd.service | grep -v '^#' | tr -d '\n\t ' | grep -x 'interfaceio.systemd.servicemethodPing()->()methodReload()->()methodSetLogLevel(level:int)->()'"
check "Reload by a call" manage Reload '{}'
check "what it changed is in the journal" journal_has 'the configuration is reloaded'
changes() { journalctl --sync; journalctl -u tongband.service -o json --no-pager | grep -o '"CHANGES" *: *"[^"]*"' | tail -n 1; }
check "setting by setting, plugin by plugin" sh -c "echo '$(changes)' | grep 'operators: none -> 65534; logLevel: info -> debug; plugin broken: added'"
check "a new operator is known at once" as_nobody varlinkctl call $socket io.systemd.service.SetLogLevel '{"level":6}'
check "a level that is none is refused" refused InvalidParameter manage SetLogLevel '{"level":8}'
check "a plugin that cannot be used is told of" event bureauRefused BUREAU=weather
check "the failing plugin is given up" within 20 plugin_is broken quarantined
check "its failure is in the journal" event bureauFailed BUREAU=broken
check "and that it was given up" event bureauQuarantined BUREAU=broken
broken_said() { journalctl --sync; journalctl -u tongband.service -o cat --no-pager BUREAU=broken PRIORITY=4 | grep "the register of bridges cannot be read"; }
check "what a plugin writes is in the journal under its bureau" broken_said
check "and the others go on" four_ready

echo '{ "logLevel": "loud" }' >/etc/tongban/tongband.json
check "a reload with a bad file ends" timeout 20 systemctl reload tongband.service
check "and is told to be refused" event configurationRefused
check "what was in force before still is" as_nobody varlinkctl call $socket io.systemd.service.SetLogLevel '{"level":6}'
check "a call is told what is wrong with it" refused loud manage Reload '{}'
rm -rf /usr/lib/tongban/plugins/broken /usr/lib/tongban/plugins/weather /usr/lib/tongban/plugins/congress
echo '{}' >/etc/tongban/tongband.json
check "mended, it is taken" manage Reload '{}'
check "what is gone is stopped" sh -c '! pgrep -x CongressBureau && ! tongbanctl plugin list | grep -q "congress\|broken"'
check "and is no operator any more" refused PermissionDenied as_nobody varlinkctl call $socket io.systemd.service.Reload '{}'
check "the reloads were no restart" same_pid

dd if=/dev/zero of=/var/lib/tongban/filler bs=64k >/dev/null 2>&1
check "a full disk is no end, but nothing is acknowledged" within 10 not submit
check "it is told of" event storeReadOnly
check "the service manager knows" sh -c 'systemctl show -P StatusText tongband.service | grep read-only'
rm /var/lib/tongban/filler
check "with room again it takes tasks" within 10 submit
check "and says so" event storeWritable

check "it stops in order" timeout 60 systemctl stop tongband.service tongband.socket
check "with success" is Result success
check "and says so" event daemonStopping
check "nothing of it is left" sh -c '! pgrep -u tongban .'
[ "$failures" = 0 ] || { echo "$failures checks failed"; journalctl -u tongband.service --no-pager | tail -n 60; exit 1; }
END

# A short watchdog for the test, so that starving it takes seconds.
cat >"$work/watchdog.conf" <<'END'
[Service]
WatchdogSec=5
END
# The kinds of messages, by name.
sed -n 's/^ *case \(.*\) = "\([0-9a-f]\{32\}\)"$/\1 \2/p' "$here/../Sources/Systemd/JournalMessageID.swift" >"$work/messages"

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
  "$work/messages:/usr/share/tongban/messages" \
  "$work/config/tongband.json:/etc/tongban/tongband.json" \
  "$binaries/tongbanctl:/usr/bin/tongbanctl" \
  "$work/failing:/usr/lib/tongban-test/failing" "$work/later:/usr/lib/tongban-test/later" \
  "$work/plugins:/usr/lib/tongban/plugins"; do
  copies+=(--copy "$copy")
done
[ -z "$journal" ] || copies+=(--journal "$journal")
"$here/systemd-vm.sh" "${copies[@]}" "$work/script"
