#!/usr/bin/env bash
# SEC-18: the rounds of each week and each month stand in the installer's README, and what they tell an operator to type
# works. A command that this test does not know fails it, so that nothing stands there untried.
#   rounds.sh SERVER README
set -euo pipefail

server=$1
readme=$2
# shellcheck source=tests/support/server.sh
. "$(dirname "${BASH_SOURCE[0]}")/../support/server.sh"
sources=$(dirname "$readme")/..

awk '/^## / { here = /Keeping it safe/ } here && /^\|/' "$readme" >"$folder/rounds"
for when in 'each week' 'each month'; do
    grep -q "^| $when | \`" "$folder/rounds" || { echo "nothing is said of $when" && exit 1; }
done
grep -q 'apt-get upgrade' "$folder/rounds" || { echo "no updates are told of" && exit 1; }

"$server" demo --small --data "$folder/data"
# shellcheck disable=SC2016 # they are quotes of Markdown
grep -o '`[^`]*`' "$folder/rounds" | tr -d '`' >"$folder/commands"
tried=0
while read -r command; do
    case $command in
    'kabaadwala-server '*)
        # shellcheck disable=SC2086 # the words of the command
        "$server" ${command#kabaadwala-server } --data "$folder/data"
        ;;
    'apt-get update && apt-get upgrade') apt-get --simulate upgrade >/dev/null ;;
    'debsecan --suite bookworm --only-fixed')
        ! command -v debsecan >/dev/null || debsecan --help | grep -q -- --only-fixed
        ;;
    tests/*.sh) test -x "$sources/$command" && bash -n "$sources/$command" ;;
    *) echo "nobody tries this: $command" && exit 1 ;;
    esac
    tried=$((tried + 1))
done <"$folder/commands"
[ "$tried" -ge 6 ] || { echo "only $tried commands stand there" && exit 1; }

grep -o '](\.\./[^)]*)' "$folder/rounds" | tr -d '](' | tr -d ')' | while read -r path; do
    test -f "$(dirname "$readme")/$path" || { echo "there is no $path" && exit 1; }
done
echo "$tried commands of the rounds work"
