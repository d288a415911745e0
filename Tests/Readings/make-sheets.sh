#!/bin/sh
# The twelve sheets of the masked match: six readings with every quoted answer blanked, numbered out of order, and six diaries
# under letters. Whoever has only these must be able to say whose each reading is, at least five of six.
#
#   Tests/Readings/make-sheets.sh DIRECTORY
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?a directory for the sheets}
mkdir -p "$out"
number=0
for life in dairy-returner stroke-nurse water-team-lead moulding-operator warehouse-developer beds-controller; do
  number=$((number + 1))
  sed -e '/^== A page for somebody ==/,$d' -e 's/“[^”]*”*/“      ”/g' "$here/$life.txt" > "$out/reading-$number.txt"
done
letters="A B C D E F"
for life in beds-controller dairy-returner moulding-operator stroke-nurse warehouse-developer water-team-lead; do
  letter=${letters%% *}
  letters=${letters#* }
  cp "$here/Diaries/$life.txt" "$out/diary-$letter.txt"
done
