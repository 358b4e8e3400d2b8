#!/usr/bin/env bash
# Looks for mistakes that attackers live on with clang's analyzer: memory that is gone, taken twice or not there, what was
# moved away, unsafe calls, weak randomness. Any find fails (SEC-13).
#
#   tests/scan/run.sh          what strangers' bytes meet first
#   tests/scan/run.sh --all    the whole server and what it shares: about a quarter of an hour on two cores
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

first=(shared/base/json.cpp shared/base/check.cpp shared/base/pen.cpp server/http/head.cpp server/http/bodyreader.cpp
       server/http/framewatch.cpp server/core/crypto.cpp server/core/totp.cpp server/storage/rules.cpp
       server/storage/gateways/clamd.cpp server/sandbox/archive.cpp server/sandbox/confine.cpp
       server/sandbox/document.cpp server/sandbox/picture.cpp server/sandbox/upload.cpp server/auth/gateways/google.cpp)
checks='-*,clang-analyzer-core.*,clang-analyzer-cplusplus.*,clang-analyzer-deadcode.*,clang-analyzer-security.*'
checks+=',clang-analyzer-unix.*,bugprone-use-after-move,bugprone-string-*,bugprone-sizeof-*,bugprone-dangling-handle'
checks+=',bugprone-suspicious-memset-usage,bugprone-undefined-memory-manipulation,bugprone-not-null-terminated-result'
checks+=',cert-msc50-cpp,cert-env33-c'

files=("${first[@]}")
[ "${1:-}" != --all ] || mapfile -t files < <(find shared server -name '*.cpp')
flags="-std=c++20 -fPIC -I. -DQT_NO_KEYWORDS -DQT_NO_CAST_TO_ASCII"
flags+=" -I$(qmake6 -query QT_INSTALL_HEADERS)/QtPdf $(pkg-config --cflags Qt6Core Qt6Network Qt6HttpServer Qt6WebSockets Qt6Gui libsodium libcrypto libpq)"
export checks flags

scan() { # FILE
    # shellcheck disable=SC2086 # the flags are words
    clang-tidy --quiet --checks="$checks" --warnings-as-errors='*' "$1" -- $flags 2>/dev/null ||
        { echo "$1 has finds, or cannot be read" >&2 && return 1; }
}
export -f scan
if finds=$(clang-tidy --quiet --checks="$checks" --warnings-as-errors='*' tests/scan/planted.cc -- -std=c++20 2>&1) ||
    ! grep -q NullDereference <<<"$finds" || ! grep -q use-after-move <<<"$finds"; then
    echo "The scan does not see the mistakes in planted.cc." >&2
    exit 1
fi
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'scan "$0"'
echo "${#files[@]} files scanned, nothing found."
