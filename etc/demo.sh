#!/usr/bin/env bash
# Shows the daemon at work: builds it, starts it on a simulated clock with four bureaus, carries a matter of each from
# submission to closing, and shows what a subscriber was told. Leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=etc/setup.sh
source etc/setup.sh
setup_swift
setup_packages libsqlite3-dev libsystemd-dev pkg-config

echo "构建中 … building (a few minutes the first time)"
for product in tongband tongbanctl tongband-launch MarketBureau MedicalBureau DisabilityBureau CongressBureau; do
    swift build --product "$product" 2>&1 | grep -E 'error:|warning:' || true
done
bin="$(swift build --show-bin-path)"

work="$(mktemp -d)"
daemon=""
follower=""
finish() {
    [ -z "$follower" ] || kill "$follower" 2>/dev/null || true
    [ -z "$daemon" ] || { kill -TERM "$daemon" 2>/dev/null && wait "$daemon" || true; }
    rm -rf "$work"
}
trap finish EXIT

for bureau in Market Medical Disability Congress; do
    folder="$work/plugins/$(echo "$bureau" | tr '[:upper:]' '[:lower:]')"
    mkdir -p "$folder"
    cp "Plugins/$bureau/bureau.json" "Plugins/$bureau/rules.json" "$bin/${bureau}Bureau" "$folder/"
done
chmod -R go-w "$work"
export TONGBAN_SOCKET="$work/tongban.sock"
# The demonstration speaks Chinese and English as LANG says; numbers are read from JSON.
ctl() { "$bin/tongbanctl" "$@"; }
title() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
say() { printf '%s\n' "-- $*"; }
# Opens a case and prints its number.
open_case() { ctl --json --as "$1" case open "${@:2}" | python3 -c 'import json,sys; print(json.load(sys.stdin)["number"])'; }
# Takes an action; prints who did what and the state that follows.
act() {
    local person="$1" number="$2" action="$3"
    ctl --json --as "$person" case act "$number" "$action" "${@:4}" >"$work/answer"
    python3 -c 'import json,sys; s=json.load(open(sys.argv[1]))["case"]["summary"]; print("   %-22s %-14s -> %s" % (sys.argv[2], sys.argv[3], s["state"]))' \
        "$work/answer" "$person" "$action"
}
# Shows that something is refused, and with which words.
refused() {
    local status=0
    "$@" >/dev/null 2>"$work/refusal" || status=$?
    [ "$status" -eq 1 ] || { echo "expected a refusal, got status $status" >&2; exit 1; }
    sed 's/^/   ✗ /' "$work/refusal"
}
# Waits until the handlers have worked on what there is: a simulated clock advances only past finished work.
settle() { ctl clock advance 0s >/dev/null; }

title "服务启动 · the daemon starts (simulated clock: Tuesday 12 July 2022, 09:00)"
"$bin/tongband" --state "$work/state" --socket "$TONGBAN_SOCKET" --plugins "$work/plugins" \
    --clock 2022-07-12T09:00:00+08:00 >"$work/log" 2>&1 &
daemon=$!
for _ in $(seq 300); do grep -q 'ready PLUGINS=' "$work/log" && break; kill -0 "$daemon" || { cat "$work/log"; exit 1; }; sleep 0.1; done
ctl seed load seeds
ctl plugin list
say "第二个连接订阅全部办件通知 · a second connection subscribes to what happens to cases"
ctl notice follow --kind case >"$work/notices" &
follower=$!

title "市场监管 · market: 投诉 complaint"
number="$(open_case market.citizen1 market complaint source=12315 complainant=投诉人甲 respondent=某超市 matter=价格与标示不符 village_code=340602001001)"
say "$number 已提出;7 个工作日内决定是否受理 · opened; due in 7 working days"
ctl case show "$number" | sed -n '/DEADLINE\|时限/,/running/p'
refused ctl --as market.citizen1 case act "$number" accept
act market.clerk "$number" accept
ctl clock advance 3d
act market.clerk2 "$number" mediated agreement=退还差价
settle
ctl case history "$number"

title "医疗保障 · medical: 门诊慢特病 chronic-disease application"
number="$(open_case medical.citizen1 medical application person=340602199003070018 disease=M03900 hospital=H34060200001 materials=诊断书,化验单 receivedOn=2022-07-15)"
act medical.hospital1 "$number" accept
say "20 个工作日内答复 · to be answered within 20 working days:"
ctl --json case show "$number" | python3 -c 'import json,sys; d=[x for x in json.load(sys.stdin)["case"]["deadlines"] if x["id"]=="decide"][0]; print("   ", d["limit"], "->", d["dueDay"])'
act medical.expert1 "$number" opinion opinion=OK
say "同一专家不能出具第二份意见 · the same expert cannot give the second opinion:"
refused ctl --as medical.expert1 case act "$number" opinion opinion=OK
act medical.expert2 "$number" opinion opinion=OK
act medical.agency1 "$number" approve
settle
ctl --json case show "$number" | python3 -c 'import json,sys; print("   ", json.load(sys.stdin)["case"]["summary"]["state"])'
ctl register query medical qualification

title "残联 · disability: 无障碍改造 home renovation"
number="$(open_case disability.citizen1 disability renovation household=H00001 applicant=34060219750818007X certificate=34060219750818007X42 grade=2 needy=LOWINC address=白顶山村1号 village_code=340602101203)"
act village.101203-1 "$number" villageOk
act disability.town101-1 "$number" townOk
act disability.head "$number" districtOk
act disability.assessor1 "$number" assess needed=O3,O4 'works=[{"code":"SEAT_TOILET","quantity":1,"price":80000},{"code":"SHOWER_SEAT","quantity":1,"price":30000}]'
act disability.citizen1 "$number" sign
act disability.builder1 "$number" begin
act disability.builder1 "$number" built photos=before.jpg,after.jpg
say "只验收了 O3,O4 未达到:返工 · only O3 is reached, O4 is not: rework"
parties=FEDERATION,TOWN,DESIGNER,THIRD_PARTY,AUDIT
act disability.clerk "$number" inspect accepted=O3 parties=$parties
act disability.builder1 "$number" reworked
act disability.clerk2 "$number" inspect accepted=O3,O4 parties=$parties
say "验收后满 30 日回访,再结案 · followed up after 30 days of use, then closed"
refused ctl --as disability.clerk case act "$number" follow satisfaction=5
home="$number"

title "人大 · congress: 防溺水督查 inspection round"
number="$(open_case congress.presidium1 congress round title=防溺水督查 villages=340602101203 until=2022-07-29)"
settle
waters="$(ctl --json --as congress.presidium1 case show "$number" | python3 -c 'import json,sys; print("\n".join(json.load(sys.stdin)["case"]["data"]["waters"]))')"
say "应查水域 $(echo "$waters" | wc -l) 处 · waters to see"
last="$(echo "$waters" | tail -n 1)"
first="$(echo "$waters" | head -n 1)"
for water in $waters; do
    [ "$water" = "$last" ] && continue
    if [ "$water" = "$first" ]; then
        act congress.deputy1 "$number" visit water="$water" result=FINDING code=NO_SIGN severity=1
    else
        ctl --as congress.deputy1 case act "$number" visit water="$water" result=OK >/dev/null
    fi
done
refused ctl --as congress.presidium1 case act "$number" finish
act congress.deputy1 "$number" visit water="$last" result=OK
act congress.presidium1 "$number" finish
act congress.presidium1 "$number" report report=已全部查看
settle
finding="$(ctl --json case list --bureau congress --item finding --open | python3 -c 'import json,sys; print(json.load(sys.stdin)["cases"][0]["number"])')"
say "问题 $finding:一级,24 小时内整改 · finding: severity 1, 24 hours"
act congress.presidium1 "$finding" hand to=村委会
act congress.villagehead203 "$finding" fixed photos=sign.jpg
act congress.deputy2 "$finding" verify

title "残联 · disability: 一个月后回访 follow-up a month later"
ctl clock advance 30d >/dev/null
act disability.clerk "$home" follow satisfaction=5
act disability.clerk "$home" close

title "订阅者收到的通知 · what the subscriber was told"
last_seq="$(ctl --json status | python3 -c 'import json,sys; print(json.load(sys.stdin)["journalSequence"])')"
grep -c . "$work/notices" | sed 's/$/ notices on cases; the closings:/'
grep 'case.closed' "$work/notices"

title "日志 · the journal"
ctl journal verify
say "共 $last_seq 条 · entries"

title "停止 · orderly stop"
kill -TERM "$daemon"
wait "$daemon"
echo "ended with status $?"
daemon=""
# The subscriber is told, and ends by itself.
wait "$follower"
follower=""
title "完成 · done"
