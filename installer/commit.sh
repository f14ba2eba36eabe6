#!/usr/bin/env bash
# Prints the commit that is checked out, with -changed behind it where files differ from it.
set -euo pipefail
cd "$(dirname "$0")/.."
echo "${AMPARO_COMMIT:-$(git rev-parse HEAD)$([ -z "$(git status --porcelain)" ] || echo -changed)}"
