#!/usr/bin/env bash
# Writes the templates for policies into a folder, under the names that Group Policy wants:
#
#   installer/policies.sh FOLDER
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
ctl=
for built in "$root"/build/{release,dev}/bin/amparoctl; do
    if [ -x "$built" ] && { [ -z "$ctl" ] || [ "$built" -nt "$ctl" ]; }; then ctl=$built; fi
done
[ -n "$ctl" ] || { echo "no amparoctl is built: ./dev build release" >&2; exit 1; }
mkdir -p "$1"/{en-US,es-ES,pt-BR}
"$ctl" policy template admx >"$1/Amparo.admx"
"$ctl" policy template adml --language en >"$1/en-US/Amparo.adml"
"$ctl" policy template adml --language es >"$1/es-ES/Amparo.adml"
"$ctl" policy template adml --language pt-BR >"$1/pt-BR/Amparo.adml"
"$ctl" policy template json >"$1/policy.example.json"
