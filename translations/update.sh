#!/bin/sh
# Brings the translation files up to date with the sources: the shell's own, and one for each page that has a file.
#     translations/update.sh /usr/lib/qt6/bin/lupdate
set -eu
cd "$(dirname "$0")/.."
lupdate=${1:-/usr/lib/qt6/bin/lupdate}
# Labels of fields stand in the contract.
"$lupdate" -I . -silent -no-obsolete -locations none console/kit console/app console/pages/all.cpp console/pages/signin \
    shared/contract -target-language hi_IN -ts translations/console_hi.ts
for file in translations/console_hi_*.ts; do
    [ -e "$file" ] || continue
    page=$(basename "$file" .ts | sed 's/^console_hi_//')
    sources="console/pages/$page"
    # What a setting is about is said where it is defined.
    [ "$page" = settings ] && sources="$sources server/settings/rules.h"
    # shellcheck disable=SC2086
    "$lupdate" -I . -silent -no-obsolete -locations none $sources -target-language hi_IN -ts "$file"
done
# English needs only its plurals.
"$lupdate" -I . -silent -no-obsolete -locations none -pluralonly console -target-language en_IN -ts translations/console_en.ts
