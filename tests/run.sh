#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs every test. Further arguments go to cmake, for example
# -DSANITIZE=address,undefined; with such, another build folder may be wanted: BUILD=build/asan tests/run.sh -D…
set -euo pipefail

root=$(dirname "$(dirname "$(realpath "${BASH_SOURCE[0]}")")")
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
cd "$root"
build=${BUILD:-build/release}

# shellcheck source=installer/packages.sh
. installer/packages.sh
install_missing "${product_packages[@]}" "${test_packages[@]}"
# A newer Node.js than Debian's may be there already, and it brings its own npm.
command -v npm >/dev/null || install_missing nodejs npm

# Two builds in one folder at the same time would spoil each other.
mkdir -p "$build"
exec 9>"$build/.lock"
flock --nonblock 9 || { echo "Waiting for another build" && flock 9; }
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@"
cmake --build "$build"

# The linter of the API's description, at the versions that tests/package-lock.json pins. The copy that is compared comes
# last, so that an installation that was cut off is begun anew.
mkdir -p "$build/npm"
if ! cmp -s tests/package-lock.json "$build/npm/installed.json" || [ ! -d "$build/npm/node_modules" ]; then
    rm -f "$build/npm/installed.json"
    cp tests/package.json tests/package-lock.json "$build/npm/"
    npm ci --prefix "$build/npm" --no-audit --no-fund --loglevel=error
    cp tests/package-lock.json "$build/npm/installed.json"
fi
exec 9>&-

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
# In two lanes, each with a PostgreSQL of its own: a transaction of one test would hold up the events of another that
# shares it. What compares the recorded replies comes behind the tests that record them, its fixtures: in another lane they
# would run in both.
second='^(access|ads|analytics|attack|demo|heatmap|http|journeys|kill|openapi|power|replies)$'
TEST_LANE=-2 ctest --test-dir "$build" --output-on-failure -R "$second" >"$build/lane2.log" 2>&1 &
lane=$!
status=0
ctest --test-dir "$build" --output-on-failure -E "$second" || status=$?
wait "$lane" || status=$?
cat "$build/lane2.log"
exit "$status"
