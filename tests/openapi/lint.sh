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

folder=$(mktemp -d)
# shellcheck disable=SC2317 # called by the trap
leave() {
    kill "$running" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
running=
trap leave EXIT

port=$((20000 + RANDOM % 10000))
"$server" serve --data "$folder/data" --port "$port" 2>"$folder/server.log" &
running=$!
for _ in $(seq 200); do
    curl -fsS -o /dev/null "http://127.0.0.1:$port/ready" 2>/dev/null && break
    kill -0 "$running" 2>/dev/null || { cat "$folder/server.log" && exit 1; }
    sleep 0.1
done
curl -fsS -o "$folder/openapi.json" "http://127.0.0.1:$port/openapi.json"
curl -fsS -o /dev/null "http://127.0.0.1:$port/docs/swagger-ui-bundle.js"

export REDOCLY_TELEMETRY=off
"$linter" lint --config "$here/redocly.yaml" "$folder/openapi.json"
