#!/usr/bin/env bash
# Counts random deadlines by the rules and by brute force: etc/oracle.sh [SEED] [COUNT]. A million take a minute or two.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=etc/setup.sh
source etc/setup.sh
setup_swift
swift build -c release --scratch-path .build-release --product deadline-oracle
exec .build-release/release/deadline-oracle "${1:-1}" "${2:-1000000}"
