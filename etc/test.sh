#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all tests. Arguments go to `swift test`.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=etc/setup.sh
source etc/setup.sh
setup_swift
setup_packages libsqlite3-dev libsystemd-dev pkg-config python3 python3-venv tzdata
setup_python .build-python
export TONGBAN_TEST_PYTHON="$PWD/.build-python/bin/python"
swift build --build-tests
# A test that waits for ever is a failure, not a wait.
run() { timeout --kill-after=30 900 swift test --skip-build "$@"; }
if [ $# -gt 0 ]; then
    run "$@"
    exit
fi
run --skip '^SystemTests[.]'
# By themselves: they put load on daemons with all their plugins, and break them.
run --filter '^SystemTests[.]'
