#!/usr/bin/env bash
# Plays a short review against a running `ctvoice serve`, as people would: by HTTP and on the simulated phones.
# Usage: samples/demo.sh [URL] [DATA]     (http://localhost:7071 and .ctvoice unless named). Needs curl and jq.
set -euo pipefail
url=${1:-http://localhost:7071}
data=${2:-.ctvoice}

call() { # WHO METHOD PATH [JSON]
  local key=()
  [ "$1" = nobody ] || key=(-H "X-Api-Key: $(cat "$data/keys/$1.key")")
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
pass PT1M

n=0
for member in $(call coordinator GET "/api/reviews/$review/panel" | jq -r '.seats[].memberId'); do
  box=$(call nobody GET /sim/members | jq -r ".[] | select(.id == \"$member\") | .boxes[0] // empty")
  [ -n "$box" ] || continue
  n=$((n + 1))
  call nobody POST "/sim/$member/$box" "{\"text\":\"$((n % 3 + 1)) please keep names out of it\"}" >/dev/null
  echo "$member answers by $box"
done

pass P21D
call coordinator GET "/api/reviews/$review/replies" | jq -r '.[] | select(.words != []) | .number' | while read -r number; do
  call coordinator POST "/api/reviews/$review/replies/$number/release" '{}' >/dev/null
done
call DSS GET "/api/reviews/$review/report" | jq -r '"\(.replied) of \(.asked) replied", (.recommendations[] | "\(.number). \(.text)")'
call DSS POST "/api/reviews/$review/recommendations/1/answer" '{
  "kind": "adopted", "reason": "Names are not needed.", "owner": "DSS data lead", "dueOn": "2030-01-01",
  "translator": "Marisol Vega", "plainWords": { "en": "We will take out all names.", "es": "Vamos a quitar todos los nombres." } }' | jq -r '"answered: \(.answered) of \(.recommendations)"'
