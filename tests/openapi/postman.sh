#!/usr/bin/env bash
# Starts the built server on empty data and makes a Postman collection of its description of itself.
#   postman.sh SERVER NODE_MODULES COLLECTION
set -euo pipefail

server=$1
modules=$2
collection=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ ! -d "$modules/openapi-to-postmanv2" ]; then
    echo "The converter is not installed; tests/run.sh does that."
    exit 77
fi
# shellcheck source=tests/support/server.sh
. "$here/../support/server.sh"

start_server "$server"
curl -fsS -o "$folder/openapi.json" "http://127.0.0.1:$port/openapi.json"
node "$here/postman.js" "$modules" "$folder/openapi.json" "$collection"
