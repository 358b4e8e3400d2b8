#!/usr/bin/env bash
# Builds Kabaadwala and runs it with demo data: server, stand-in payment gateway and, where there is a display, the
# console. See --help.
set -euo pipefail

root=$(dirname "$(dirname "$(realpath "${BASH_SOURCE[0]}")")")
build=$root/build/release
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
data=${XDG_DATA_HOME:-$HOME/.local/share}/kabaadwala
port=8080
console=auto

usage() {
    cat <<END
Usage: installer/run.sh [--data DIR] [--port N] [--no-console]

Installs missing packages with apt-get, builds, loads the demo data once, starts the server on 127.0.0.1 and opens the
console. Ctrl-C stops everything; the data stays.

  --data DIR     where everything is kept ($data)
  --port N       the server's port ($port)
  --no-console   do not open the console
END
}

fail() {
    echo "installer/run.sh: $1" >&2
    exit "${2:-1}"
}

while [ $# -gt 0 ]; do
    case $1 in
    --data) data=${2:?--data needs a folder} && shift 2 ;;
    --port) port=${2:?--port needs a number} && shift 2 ;;
    --no-console) console=no && shift ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && exit 64 ;;
    esac
done
if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || [ "$port" -gt 65535 ]; then
    fail "--port must be between 1 and 65535" 64
fi
data=$(realpath -m -- "$data")
# Its permissions are about to be narrowed, so a folder of other things (a home, /tmp) must not be taken for ours.
if [ -e "$data" ] && [ ! -d "$data/log" ] && [ ! -e "$data/kabaadwala.db" ] && [ -n "$(ls -A -- "$data" 2>&1)" ]; then
    fail "$data holds other things; choose an empty or a new folder with --data" 64
fi

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Started programs end with this script, even when it is killed the hard way.
start() { setpriv --pdeathsig TERM -- "$@" & }

# shellcheck disable=SC2317 # called by the trap
stop_all() {
    trap - EXIT INT TERM
    local pids
    pids=$(jobs -p)
    if [ -n "$pids" ]; then
        echo "Stopping"
        # shellcheck disable=SC2086
        kill -TERM $pids 2>/dev/null || true
        wait || true
    fi
}

wait_for() { # what, seconds, command…
    local what=$1 left=$(($2 * 10))
    shift 2
    until "$@"; do
        left=$((left - 1))
        [ $left -gt 0 ] || return 1
        [ -z "${awaited:-}" ] || kill -0 "$awaited" 2>/dev/null || return 1
        sleep 0.1
    done
    echo "$what"
}

if is_taken "$port"; then
    fail "port $port is taken by another program; stop it or choose another one with --port" 69
fi

# shellcheck source=installer/packages.sh
. "$root/installer/packages.sh"
install_missing "${product_packages[@]}"

# Two builds in one folder at the same time would spoil each other.
mkdir -p "$build"
exec 9>"$build/.lock"
flock --nonblock 9 || { echo "Waiting for another build" && flock 9; }
if [ ! -f "$build/build.ninja" ]; then
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build/configure.log" ||
        { cat "$build/configure.log" && fail "the build could not be configured"; }
fi
cmake --build "$build" --target kabaadwala-server kabaadwala-paygate kabaadwala-sandbox kabaadwala-console
exec 9>&-
bin=$build/bin

(umask 077 && mkdir -p "$data/log")
chmod 700 "$data"
# Held by the started programs too, so that the folder is free only when the last one has ended.
exec 8>"$data/.lock"
flock --wait 15 8 || fail "$data is in use by another start of this script; choose another folder with --data" 69
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The demo keeps to itself, whatever other programs' settings or proxies stand in this shell.
for name in DATABASE_URL ALLOWED_HOSTS CORS_ALLOWED_ORIGINS EMAIL_HOST EMAIL_PORT EMAIL_HOST_USER EMAIL_HOST_PASSWORD \
    DEFAULT_FROM_EMAIL RAZORPAY_KEY_ID RAZORPAY_KEY_SECRET RAZORPAY_WEBHOOK_SECRET STRIPE_PUBLISHABLE_KEY \
    STRIPE_SECRET_KEY STRIPE_WEBHOOK_SECRET SSLCOMMERZ_STORE_ID SSLCOMMERZ_STORE_PASSWORD; do
    unset "$name" "${name}_FILE"
done
export no_proxy=127.0.0.1,localhost${no_proxy:+,$no_proxy}

# Both programs read these; the secrets live as long as this run.
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
export KABAADWALA_GATEWAY_KEY_ID=rzp_test_kabaadwala
KABAADWALA_GATEWAY_KEY_SECRET=$(secret)
KABAADWALA_GATEWAY_WEBHOOK_SECRET=$(secret)
export KABAADWALA_GATEWAY_KEY_SECRET KABAADWALA_GATEWAY_WEBHOOK_SECRET
export KABAADWALA_STRIPE_PUBLISHABLE_KEY=pk_test_kabaadwala KABAADWALA_SSLCOMMERZ_STORE_ID=demo-store
KABAADWALA_STRIPE_SECRET_KEY=$(secret)
KABAADWALA_STRIPE_WEBHOOK_SECRET=$(secret)
KABAADWALA_SSLCOMMERZ_STORE_PASSWORD=$(secret)
export KABAADWALA_STRIPE_SECRET_KEY KABAADWALA_STRIPE_WEBHOOK_SECRET KABAADWALA_SSLCOMMERZ_STORE_PASSWORD
export KABAADWALA_UPI_ADDRESS=kabaadwala@demobank

webhooks=http://127.0.0.1:$port/api/v1/webhooks
start "$bin/kabaadwala-paygate" --port 0 --webhook-url "$webhooks/razorpay" --stripe-webhook-url "$webhooks/stripe" \
    --stripe-connect-webhook-url "$webhooks/stripe_connect" \
    >"$data/log/paygate.log" 2>&1
awaited=$!
wait_for "Payment gateway (a stand-in) started" 10 grep -q 'listens on' "$data/log/paygate.log" ||
    fail "the payment gateway did not start, see $data/log/paygate.log"
KABAADWALA_GATEWAY_URL=$(sed -n 's/.*listens on //p' "$data/log/paygate.log")
export KABAADWALA_GATEWAY_URL
export KABAADWALA_STRIPE_URL="$KABAADWALA_GATEWAY_URL/stripe"
export KABAADWALA_SSLCOMMERZ_URL="$KABAADWALA_GATEWAY_URL/sslcommerz"

# A load that was cut off leaves nothing behind; the program begins it anew. It may take a minute and says how far it is.
start "$bin/kabaadwala-server" demo --data "$data" --database-url "$data/kabaadwala.db" --port "$port" \
    2> >(tee "$data/log/demo.log" >&2)
wait $! || fail "the demo data could not be loaded: $(tail -n 3 "$data/log/demo.log")"

start "$bin/kabaadwala-server" serve --data "$data" --database-url "$data/kabaadwala.db" --port "$port" \
    2>"$data/log/server.log"
server=$!
awaited=$server
wait_for "Server started" 60 \
    curl -fsS --noproxy '*' -o /dev/null --max-time 2 "http://127.0.0.1:$port/ready" 2>/dev/null ||
    fail "the server did not become ready: $(tail -n 3 "$data/log/server.log")"

password=$(sed -n 's/.*"password": *"\([^"]*\)".*/\1/p' "$root/resources/demo/market.json" | head -n 1)
cat <<END

Accounts       admin, sharma_metals (vendor), meera_nair (buyer); the password of all is $password
API            http://127.0.0.1:$port/api/v1
Documentation  http://127.0.0.1:$port/docs
Mails          $data/mails   (each mail is an .eml file there, sign-in codes too)
Logs           $data/log
Payments       $KABAADWALA_GATEWAY_URL   (moves no money)
END

if [ "$console" = no ]; then
    echo "Console        not opened, as you wished"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    start "$bin/kabaadwala-console" --server "http://127.0.0.1:$port" 2>"$data/log/console.log"
    echo "Console        opened"
else
    echo "Console        not opened, because there is no display here"
fi
echo
echo "Ctrl-C stops everything."

status=0
wait "$server" || status=$?
fail "the server has stopped by itself (exit code $status): $(tail -n 3 "$data/log/server.log")"
