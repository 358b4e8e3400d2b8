#!/usr/bin/env bash
# Runs the README's walk to a first order as it is printed, against the built server with demo data.
#   walk.sh SERVER README
set -euo pipefail

server=$1
readme=$2
# shellcheck source=tests/support/server.sh
. "$(dirname "${BASH_SOURCE[0]}")/../support/server.sh"

awk '/^## / { here = /A first order/ } /^```/ { on = here && /sh$/; next } on' "$readme" >"$folder/walk"
[ -s "$folder/walk" ] || { echo "the README has no walk" && exit 1; }

"$server" demo --small --data "$folder/data"
start_server "$server"
API=http://127.0.0.1:$port/api/v1 MAILS=$folder/data/mails HOME=$folder \
    timeout 60 bash -eu "$folder/walk" | tee "$folder/answer"
grep -q '"status":"placed"' "$folder/answer"
