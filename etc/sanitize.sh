#!/usr/bin/env bash
# Runs the tests under a sanitizer: etc/sanitize.sh address|thread [arguments of swift test].
set -euo pipefail
cd "$(dirname "$0")/.."
kind="${1:-}"
case "$kind" in
    address | thread) shift ;;
    *) echo "usage: etc/sanitize.sh address|thread [ARGUMENTS]" >&2; exit 2 ;;
esac
# shellcheck source=etc/setup.sh
source etc/setup.sh
setup_swift
setup_packages libsqlite3-dev libsystemd-dev pkg-config
export LSAN_OPTIONS="suppressions=$PWD/etc/lsan.supp:print_suppressions=0"
# What starts processes and sandboxes them runs without: the launcher's limits do not fit a sanitizer's memory.
swift test --scratch-path ".build-$kind" --sanitize="$kind" \
    --skip '^(VarlinkTests[.]InteroperabilityTests|TongbanSupervisorTests|SystemTests)' "$@"
