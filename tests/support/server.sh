# shellcheck shell=bash
# For tests that look at the built programs from outside. To be sourced by a script that runs under "set -euo pipefail".

folder=$(mktemp -d)
running=()

# shellcheck disable=SC2317 # called by the trap
leave() {
    [ ${#running[@]} -eq 0 ] || kill "${running[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap leave EXIT

# start_server PROGRAM: on a free port, with its data in $folder/data; sets $port and returns when it is ready.
start_server() {
    local try
    for try in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 10000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    "$1" serve --data "$folder/data" --port "$port" 2>"$folder/server.log" &
    running+=($!)
    for try in $(seq 300); do
        curl -fsS -o /dev/null "http://127.0.0.1:$port/ready" 2>/dev/null && return 0
        kill -0 "${running[-1]}" 2>/dev/null || break
        sleep 0.1
    done
    echo "the server did not become ready after $try looks:" >&2
    cat "$folder/server.log" >&2
    return 1
}
