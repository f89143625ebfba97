#!/usr/bin/env bash
# Plays a short review against a running `ctvoice serve`, as people would: by HTTP and on the simulated phones.
# Usage: samples/demo.sh [URL] [DATA]     (http://localhost:7071 and .ctvoice unless named). Needs curl and jq.
set -euo pipefail
url=${1:-http://localhost:7071}
data=${2:-.ctvoice}

call() { # WHO METHOD PATH [JSON] [VERSION]
  local key=()
  [ "$1" = nobody ] || key=(-H "X-Api-Key: $(cat "$data/keys/$1.key")")
  [ -z "${5:-}" ] || key+=(-H "If-Match: \"$5\"")
  curl -sS --fail-with-body -X "$2" "$url$3" "${key[@]}" -H 'Content-Type: application/json' ${4:+-d "$4"}
}
pass() { call nobody POST /sim/clock "{\"advance\":\"$1\"}" >/dev/null; }

# A weekday at ten in Connecticut, so that messages may leave at once.
pass "PT$(( (24 - $(TZ=America/New_York date -d "$(call nobody GET /sim/clock | jq -r .now)" +%-H) + 10) % 24 ))H"
while [ "$(TZ=America/New_York date -d "$(call nobody GET /sim/clock | jq -r .now)" +%u)" -gt 5 ]; do pass P1D; done

review=$(call DSS POST /api/projects "@$(dirname "$0")/projects/snap-homelessness.json" | jq -r .id)
pass PT0S
echo "Review $review: $(call DSS GET "/api/reviews/$review" | jq -r .need.outcome)"
for language in $(call coordinator GET "/api/reviews/$review" | jq -r '.textsWaiting[]'); do
  call coordinator POST "/api/reviews/$review/texts/$language/release" '{}' >/dev/null
done
pass PT15M # ten minutes in which what goes out can be stopped

n=0
for member in $(call coordinator GET "/api/reviews/$review/panel" | jq -r '.seats[].memberId'); do
  box=$(call nobody GET /sim/members | jq -r ".[] | select(.id == \"$member\") | .boxes[0] // empty")
  [ -n "$box" ] || continue
  n=$((n + 1))
  call nobody POST "/sim/$member/$box" "{\"text\":\"$((n % 3 + 1)) please keep names out of it\"}" >/dev/null
  echo "$member answers by $box"
done

while [ "$(call coordinator GET "/api/reviews/$review" | jq -r .stage)" = open ]; do pass P1D; done
from=$(call coordinator GET "/api/reviews/$review/replies" | jq -c '[.[] | select(.words != []) | .number]')
draft=$(call coordinator POST "/api/reviews/$review/drafts" "{\"text\":\"Take out names before anything is shared.\",\"from\":$from,\"addressee\":\"DSS\"}")
call coordinator POST "/api/reviews/$review/preview/draft-$(jq -r .draft <<<"$draft")/release" '{"for":"agency"}' "$(jq -r .version <<<"$draft")" >/dev/null
call coordinator POST "/api/reviews/$review/drafts/read-back" >/dev/null
pass PT15M
echo "Read back to $(call coordinator GET "/api/reviews/$review/drafts" | jq '[.readBacks[] | select(.askedAt)] | length') members"
pass P5D
call DSS GET "/api/reviews/$review/report" | jq -r '"\(.replied) of \(.asked) replied", (.recommendations[] | "\(.number). \(.text)")'
call DSS POST "/api/reviews/$review/recommendations/1/answer" '{
  "kind": "adopted", "reason": "Names are not needed.", "owner": "DSS data lead", "dueOn": "2030-01-01",
  "translator": "Marisol Vega", "plainWords": { "en": "We will take out all names.", "es": "Vamos a quitar todos los nombres." } }' | jq -r '"answered: \(.answered) of \(.recommendations)"'
