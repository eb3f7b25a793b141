#!/bin/bash
# usage: Fuzz/run.sh TARGET [RUNS] [SECONDS]      see README.md
# RUNS is 1,000,000 unless given; 0 means until SECONDS have passed.
set -euo pipefail
target=${1:?which parser? one of: $(cd "$(dirname "$0")" && ls Fuzz*.swift | sed 's/^Fuzz//; s/\.swift$//' | tr 'A-Z\n' 'a-z ')}
runs=${2:-1000000}
seconds=${3:-0}
# `fuzzer` alone runs several times faster: Swift traps on its own bounds; the address sanitizer watches the C libraries.
sanitize=${SANITIZE:-fuzzer,address}
length=${LENGTH:-4096}

root=$(cd "$(dirname "$0")/.." && pwd)
out=$root/.build/fuzz
file=$(ls "$root"/Fuzz/Fuzz*.swift | grep -i "/Fuzz$target\.swift$") || { echo "no target $target in Fuzz/" >&2; exit 2; }
mkdir -p "$out/corpus/$target"
export SWIFT_BACKTRACE=enable=no # Swift's own crash handler hangs under the sanitizer

common=(-swift-version 6 -g -O -wmo -parse-as-library -sanitize=$sanitize -use-ld=lld -I "$out")
features=(ExistentialAny MemberImportVisibility InternalImportsByDefault NonisolatedNonsendingByDefault)
for feature in "${features[@]}"; do common+=(-enable-upcoming-feature "$feature"); done
for library in CExpat CZlib; do common+=(-I "$root/Sources/$library"); done

# Stands for the texts that the package's build would embed: a parser under fuzzing never speaks.
{
    echo "enum PackageResources {"
    for texts in "$root"/Sources/Words/Catalogue/*; do
        echo "    static let $(basename "$texts" | tr '.-' '__'): [UInt8] = []"
    done
    echo "}"
} > "$out/Stub.swift"

# Words is a module of its own; the parsers are compiled together with the target, so that it sees their insides.
swiftc "${common[@]}" -module-name Words -emit-module -emit-module-path "$out/Words.swiftmodule" \
    -emit-library -static -o "$out/libWords.a" "$root"/Sources/Words/*.swift "$out/Stub.swift"
# Files here that are not called Fuzz… are shared by the targets.
find -L "$root/Sources/Formats" "$root/Fuzz" -name '*.swift' ! -name 'Fuzz*.swift' -print0 | sort -z | xargs -0 \
    swiftc "${common[@]}" -module-name Fuzz -L "$out" -lWords -o "$out/$target" "$file"

options=(-max_len="$length" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$out/")
[ "$runs" -gt 0 ] && options+=(-runs="$runs")
[ "$seconds" -gt 0 ] && options+=(-max_total_time="$seconds")
words=$root/Fuzz/Dictionaries/$target.txt
[ -e "$words" ] && options+=(-dict="$words")
exec nice -n 19 "$out/$target" "${options[@]}" "$out/corpus/$target"
