#!/usr/bin/env bash
# Installs Chromium for the tests in a browser, where this is Debian and we are root. Ends well if there is a browser then.
set -euo pipefail

browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" > /dev/null && "$name" --version > /dev/null 2>&1; then return 0; fi
    done
    return 1
}

if ! browser && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing Chromium for the tests in a browser"
    apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null || true
fi
browser
