#!/usr/bin/env bash
# Records a data folder as a release leaves it, with reviews in flight, for CarryingOnTests.
# Usage: record.sh CTVOICE.DLL OUT.zip     (a build of the release, made in a folder of its own). Needs curl, jq, zip.
# What the four reviews are is named by their titles; everybody in it is fictional, so its keys open nothing.
set -euo pipefail
program=$(realpath "$1"); out=$(realpath -m "$2"); port=${PORT:-7399}
projects=$(realpath "$(dirname "$0")/../../../samples/projects")
data=$(mktemp -d); url=http://localhost:$port
dotnet "$program" demo --keep --fresh --data "$data" >/dev/null
(cd "$data" && exec dotnet "$program" serve --data "$data" --port "$port") >&2 & host=$!
trap 'kill -TERM $host 2>/dev/null || true' EXIT
until curl -sf "$url/health" >/dev/null; do sleep 0.3; done

call() { # WHO METHOD PATH [JSON] [VERSION]
  local key=()
  [ "$1" = nobody ] || key=(-H "X-Api-Key: $(cat "$data/keys/$1.key")")
  [ -z "${5:-}" ] || key+=(-H "If-Match: \"$5\"")
  curl -sS --fail-with-body -X "$2" "$url$3" "${key[@]}" -H 'Content-Type: application/json' ${4:+-d "$4"}
}
pass() { call nobody POST /sim/clock "{\"advance\":\"$1\"}" >/dev/null; }
stage() { call coordinator GET "/api/reviews/$1" | jq -r .stage; }
submit() { # AGENCY SAMPLE TITLE
  call "$1" POST /api/projects "$(jq ".title=\"$3\" | if has(\"neededBy\") then .neededBy=\"2027-09-30\" else . end" "$projects/$2")" | jq -r .id
}
release() {
  for language in $(call coordinator GET "/api/reviews/$1" | jq -r '.textsWaiting[]'); do
    call coordinator POST "/api/reviews/$1/texts/$language/release" '{}' >/dev/null
  done
}
say() { # REVIEW HOW-MANY WORDS: that many members of the panel answer
  local said=0 member box
  for member in $(call coordinator GET "/api/reviews/$1/panel" | jq -r '.seats[].memberId'); do
    [ "$said" -lt "$2" ] || break
    box=$(call nobody GET /sim/members | jq -r ".[] | select(.id == \"$member\") | .boxes[0] // empty")
    [ -n "$box" ] || continue
    call nobody POST "/sim/$member/$box" "{\"text\":\"$3\"}" >/dev/null
    said=$((said + 1))
  done
}

pass PT18H
answering=$(submit DSS snap-homelessness.json "An answer is awaited"); pass PT0S
release "$answering"; pass PT1H
say "$answering" 4 "2 please take out our names"
pass P3D
say "$answering" 1 "1 fine with me"
while [ "$(stage "$answering")" = open ]; do pass P1D; done
from=$(call coordinator GET "/api/reviews/$answering/replies" | jq -c '[.[] | select(.words != []) | .number]')
draft=$(call coordinator POST "/api/reviews/$answering/drafts" "{\"text\":\"Take out names before anything is shared.\",\"from\":$from,\"addressee\":\"DSS\"}")
call coordinator POST "/api/reviews/$answering/preview/draft-$(jq -r .draft <<<"$draft")/release" '{"for":"agency"}' "$(jq -r .version <<<"$draft")" >/dev/null
pass P5D

preview=$(submit DSS snap-homelessness.json "A report is in preview"); pass PT0S
release "$preview"; pass PT1H
say "$preview" 3 "2 ask the shelters first"
open=$(submit DOL reentry-employment.json "Residents are asked"); pass PT0S
pass PT10H # nine in the evening: an hour after reviews close
while [ "$(stage "$preview")" = open ]; do pass P1D; done
release "$open"; pass PT13H
say "$open" 2 "1 yes but not the addresses"
pass PT4H
say "$open" 1 "also tell us what you found"
call nobody POST /sim/m-01/sms '{"text":"who are you"}' >/dev/null
preparing=$(submit DSS snap-homelessness.json "Texts wait for release"); pass PT0S

for review in "$answering" "$preview" "$open" "$preparing"; do echo "$review $(stage "$review")"; done
recorded=$(date -u +%Y-%m-%dT%H:%M:%SZ)
kill -TERM $host; wait $host || true
jq -n --arg at "$recorded" '{recordedAt: $at}' >"$data/recorded.json"
rm -f "$data/ctvoice.lock" "$out"
(cd "$data" && zip -q9r "$out" .)
rm -rf "$data"
