#!/usr/bin/env bash
# Starts the built server on empty data, fetches its description of itself and lets the linter judge it.
#   lint.sh SERVER LINTER
set -euo pipefail

server=$1
linter=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ ! -x "$linter" ]; then
    echo "The linter is not installed; tests/run.sh does that."
    exit 77
fi
# shellcheck source=tests/support/server.sh
. "$here/../support/server.sh"

start_server "$server"
curl -fsS -o "$folder/openapi.json" "http://127.0.0.1:$port/openapi.json"
curl -fsS -o /dev/null "http://127.0.0.1:$port/docs/swagger-ui-bundle.js"

export REDOCLY_TELEMETRY=off
"$linter" lint --config "$here/redocly.yaml" "$folder/openapi.json"
