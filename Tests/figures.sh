#!/bin/sh
# Prints how the sources stand: files a folder, the largest types, what each verb imports, how much is documented.
set -eu
cd "$(dirname "$0")/.."

echo "files a folder (the fullest first)"
find Sources -name '*.swift' | sed 's|/[^/]*$||' | sort | uniq -c | sort -rn | head -12

echo
echo "the ten largest types, over all their extensions: lines, files, members"
find Sources -name '*.swift' | sort | xargs awk '
  FNR == 1 { depth = 0; type = "" }
  {
    line = $0
    if (line ~ /^(package |private |fileprivate |final |indirect )*(struct|enum|class|extension|protocol) [A-Z]/) {
      match(line, /(struct|enum|class|extension|protocol) [A-Za-z.]+/)
      split(substr(line, RSTART, RLENGTH), part, " ")
      type = part[2]; sub(/\..*/, "", type)
      if (!((type, FILENAME) in seen)) { seen[type, FILENAME] = 1; files[type]++ }
    }
    if (type != "") {
      lines[type]++
      if (line ~ /^  [^ \/}].*(func|var|let|init|case|subscript)[ (<]/) members[type]++
    }
    if (line ~ /^}/) type = ""
  }
  END { for (type in lines) printf "%6d %4d %5d  %s\n", lines[type], files[type], members[type], type }
' | sort -rn | head -10

echo
echo "verbs, and how many of our targets each imports"
find Sources/Commands -path '*Verbs*' -name '*.swift' | sort | while read -r file; do
  echo "$(grep -cE '^(package )?import ' "$file") $(basename "$file" .swift)$(grep -qE 'import Screens$' "$file" && echo ', Screens')"
done | sort -rn | head -40

echo
echo "package declarations with a doc comment"
find Sources -name '*.swift' ! -path '*/Benchmarks/*' | sort | xargs awk '
  { before = last; last = $0 }
  /^ *package .*(struct|enum|class|protocol) [A-Z]/ { t++; if (before ~ /\/\/\/|^ *@/) td++ }
  /^ *package .*func / { f++; if (before ~ /\/\/\/|^ *@/) fd++ }
  END { printf "types %d of %d (%d %%), functions %d of %d (%d %%)\n", td, t, 100 * td / t, fd, f, 100 * fd / f }
'
