#!/usr/bin/env bash
# Builds the fuzz targets with clang's libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, and lets each search.
#
#   tests/fuzz/run.sh BUILD_FOLDER [SECONDS_EACH]
#
# A find ends with the input in BUILD_FOLDER; put it into the corpus beside the fix. What the fuzzer has learned stays in
# BUILD_FOLDER and helps the next run.
set -euo pipefail

build=$(realpath -m "${1:?build folder}")
seconds=${2:-30}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

declare -A sources=(
    [head]="server/http/head.cpp server/http/bodyreader.cpp"
    [contract]=""
    [token]="server/core/crypto.cpp"
    [csv]="server/reports/csv.cpp server/reports/cells.cpp server/core/csvtext.cpp"
    [upload]="server/storage/rules.cpp"
    [bank]="server/payments/statement.cpp server/payouts/bankanswer.cpp server/core/csvrows.cpp server/core/crypto.cpp"
)
common=(shared/base/json.cpp shared/base/check.cpp shared/base/values.cpp shared/base/pen.cpp shared/base/indiatime.cpp)

read -ra flags <<<"$(pkg-config --cflags Qt6Core libsodium libcrypto)"
read -ra libs <<<"$(pkg-config --libs Qt6Core libsodium libcrypto)"
flags=(-std=c++20 -fPIC -O1 -g1 -I. -DQT_NO_KEYWORDS -DQT_NO_CAST_TO_ASCII -Wno-missing-field-initializers
       -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined "${flags[@]}")
compiler=(clang++)
command -v ccache >/dev/null && compiler=(ccache clang++)

object_of() { echo "$build/${1//\//-}.o"; }

compile() { # FILE
    "${compiler[@]}" "${flags[@]}" -c "$1" -o "$(object_of "$1")"
}

mkdir -p "$build"
pids=()
for file in "${common[@]}" $(printf '%s\n' ${sources[@]} | sort -u) tests/fuzz/{head,contract,token,csv,upload,bank}.cpp; do
    compile "$file" &
    pids+=($!)
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
done
for pid in "${pids[@]}"; do wait "$pid"; done

for target in head contract token csv upload bank; do
    objects=()
    for file in "tests/fuzz/$target.cpp" ${sources[$target]} "${common[@]}"; do objects+=("$(object_of "$file")"); done
    clang++ -fsanitize=fuzzer,address,undefined "${objects[@]}" "${libs[@]}" -lcrypt -o "$build/$target"
done

# The fuzzer is one process; on a machine with two cores two of them run beside each other.
search() { # TARGET
    mkdir -p "$build/learned-$1"
    (cd "$build" && "./$1" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=8192 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$build/find-$1-" "$build/learned-$1" \
        "$OLDPWD/tests/fuzz/corpus/$1") >"$build/$1.log" 2>&1
}

failed=()
list=(head contract token csv upload bank)
declare -A running=()
for target in "${list[@]}"; do
    search "$target" &
    running[$target]=$!
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
done
for target in "${list[@]}"; do
    wait "${running[$target]}" || failed+=("$target")
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$target.log")
    echo "$target: ${runs:-0} inputs tried"
    # A target that tries next to nothing finds nothing either.
    [ "${runs:-0}" -ge $((seconds * 10)) ] || failed+=("$target (only ${runs:-0} inputs)")
done
if [ ${#failed[@]} -ne 0 ]; then
    for target in head contract token csv upload bank; do
        grep -q "SUMMARY\|does not hold\|ERROR" "$build/$target.log" && tail -n 40 "$build/$target.log"
    done
    echo "failed: ${failed[*]}" >&2
    exit 1
fi
