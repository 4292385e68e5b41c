#!/usr/bin/env bash
# Shows the daemon at work: builds it, starts it with four bureaus on a simulated clock, lets the week of 11 to 17 July 2022
# go by in Duji District, and sets what came of it beside what was published of that week. Leaves nothing behind.
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
# Lets time go by until a moment.
until_time() { ctl clock advance --to "2022-07-$1:00+08:00" >/dev/null; title "$2"; }
# A value out of the answer to a command, by a Python expression over `x`.
pick() { python3 -c 'import json,sys; x=json.load(sys.stdin); print('"$1"')'; }
# The numbers of the cases of an item, the latest last.
cases() { ctl --json case list --bureau "$1" --item "$2" "${@:3}" --limit 1000 | pick '"\n".join(c["number"] for c in x["cases"])'; }
# A figure of a report, by the place of its column.
figure() { ctl --json report run "$1" --period "$2" | pick "x['document']['total']['cells'][$3].get('n')"; }

title "服务启动 · the daemon starts (simulated clock: Monday 11 July 2022, 07:30)"
"$bin/tongband" --state "$work/state" --socket "$TONGBAN_SOCKET" --plugins "$work/plugins" \
    --clock 2022-07-11T07:30:00+08:00 >"$work/log" 2>&1 &
daemon=$!
for _ in $(seq 300); do grep -q 'ready PLUGINS=' "$work/log" && break; kill -0 "$daemon" || { cat "$work/log"; exit 1; }; sleep 0.1; done
ctl seed load seeds
ctl plugin list
say "第二个连接订阅全部办件通知 · a second connection subscribes to what happens to cases"
ctl notice follow --kind case >"$work/notices" &
follower=$!

until_time "11T08:00" "周一 11 日 08:00 · Monday: 七支小分队点名 roll-call of the seven teams; 石台镇人大督查 the inspection of Shitai's waters"
for number in $(cases market rollcall --open); do
    team="$(ctl --json case show "$number" | pick 'x["case"]["data"]["team"]')"
    ctl --as "market.captain$team" case act "$number" answer present="market.captain$team,market.member$team-1,market.member$team-2,market.member$team-3,market.member$team-4" >/dev/null
done
settle
say "七支小分队全部派出支援核酸检测 · all seven teams are sent out to support the testing"
for team in 1 2 3 4 5 6 7; do
    number="$(open_case market.dispatcher market dispatch team="$team" task=TEST_SUPPORT place="核酸检测点 $team" village_code=340602001001 start=2022-07-11T08:30:00+08:00 end=2022-07-11T11:30:00+08:00 headcount=4)"
    ctl --as "market.captain$team" case act "$number" answer >/dev/null
    ctl --as "market.captain$team" case act "$number" arrive >/dev/null
    dispatches="${dispatches:-} $number:$team"
done
say "第八支小分队:须先改规则 · an eighth team: the rule must be changed first"
refused ctl register put market team no=8 captain=market.captain8 members=market.captain8

say "八个村(社区)昼夜轮流巡逻 · patrol day and night in the eight villages"
villages="$(awk -F, 'NR>1 && $4 ~ /^340602101/ {print $4}' seeds/registers/congress.water.csv | sort -u)"
for village in $villages; do
    ctl --as congress.presidium1 rota pattern congress patrol "$village" --from 2022-07-11 --slot 00:00-08:00 --slot 08:00-16:00 \
        --slot 16:00-24:00 --team "$village-a,$village-b" --team "$village-c,$village-d" --team "$village-e,$village-f" >/dev/null
done
ctl rota coverage congress patrol 340602101203 --from 2022-07-12 --through 2022-07-12

round="$(open_case congress.presidium1 congress round title=防溺水督查 scope=TOWN villages="$(echo $villages | tr ' ' ',')" until=2022-07-15)"
settle
waters="$(ctl --json --as congress.presidium1 case show "$round" | pick '"\n".join(x["case"]["data"]["waters"])')"
say "督查 $round:八个村(社区)应查水域 $(echo "$waters" | wc -l) 处 · waters to be seen in the eight villages"
say "进庄路桥头须设警示牌:两个村各立一个问题 · a sign at the bridge head: one finding for each of the two villages"
act congress.deputy1 "$round" visit water=W0006 result=FINDING code=NO_SIGN severity=1
act congress.deputy3 "$round" visit water=W0007 result=FINDING code=NO_SIGN severity=1
settle
findings="$(cases congress finding --open)"
for finding in $findings; do
    ctl --json case show "$finding" | pick '"   %s %s -> %s" % (x["case"]["summary"]["number"], x["case"]["data"]["village_code"], [d["due"] for d in x["case"]["deadlines"] if d["id"]=="fix"][0])'
done
other="$(ctl --json register show congress water W0001 | pick 'x["record"]["data"]["lon"]')"
say "拍照地点离水域 450 米:不予受理 · a photograph taken 450 m away is refused"
refused ctl --as congress.deputy7 case act "$round" visit water=W0001 result=OK \
    "place={\"latitude\": 340608850, \"longitude\": $other, \"datum\": \"WGS84\"}"

until_time "11T11:30" "周一 11:30 · the teams return"
for entry in $dispatches; do
    ctl --as "market.captain${entry#*:}" case act "${entry%:*}" return attendance="market.captain${entry#*:},market.member${entry#*:}-1,market.member${entry#*:}-2,market.member${entry#*:}-3" >/dev/null
    ctl --as market.liaison1 case act "${entry%:*}" confirm headcount=4 >/dev/null
done
number="$(open_case market.clerk market meeting track=SUPERVISION date=2022-07-11 topic=监管)"
act market.clerk "$number" hold attendees=market.head,market.clerk
number="$(open_case market.clerk market meeting track=TEAM date=2022-07-11 topic=队伍)"
act market.clerk "$number" hold attendees=market.head,market.dispatcher

until_time "12T08:00" "周二 12 日 · Tuesday: 两村已设警示牌 the two signs are up; 各局办件 matters of the bureaus"
for finding in $findings; do
    village="$(ctl --json case show "$finding" | pick 'x["case"]["data"]["village_code"]')"
    act congress.presidium1 "$finding" hand
    act "congress.villagehead${village: -3}" "$finding" fixed photos=before.jpg,after.jpg
    act congress.deputy2 "$finding" verify
done

say "市场监管:投诉 · market: a complaint"
number="$(open_case market.citizen1 market complaint source=12315 complainant=投诉人甲 respondent=某超市 matter=价格与标示不符 village_code=340602001001)"
ctl --as market.citizen1 case show "$number"
refused ctl --as market.citizen1 case act "$number" accept
act market.clerk "$number" accept
act market.clerk2 "$number" mediated agreement=退还差价

say "医保:门诊慢特病 · medical insurance: a chronic disease"
for way in HOME_VISIT:4200:EXACT TEST_SITE:3500:MORE_THAN ENTERPRISE:2500:EXACT; do
    ctl register put medical outreach no="${way%%:*}" kind="${way%%:*}" date=2022-07-12 place=杜集区 \
        "copies={\"value\": $(echo "$way" | cut -d: -f2), \"qualifier\": \"${way##*:}\"}" people=2000 >/dev/null
done
number="$(open_case medical.citizen1 medical application person=340602199003070018 disease=M03900 hospital=H34060200001 materials=诊断书,化验单)"
act medical.hospital1 "$number" accept
ctl --json case show "$number" | pick '"   20 个工作日 -> %s" % [d["dueDay"] for d in x["case"]["deadlines"] if d["id"]=="decide"][0]'
act medical.expert1 "$number" opinion opinion=OK
say "同一专家不能出具第二份意见 · the same expert cannot give the second opinion:"
refused ctl --as medical.expert1 case act "$number" opinion opinion=OK
act medical.expert2 "$number" opinion opinion=OK
act medical.agency1 "$number" approve
for person in 340602197903223893 340602199407173013; do
    ctl register put medical screening person=$person disease=M01600 village=340602001001 category=GENERAL week=2022-W28 status=FOUND eligible=true >/dev/null
done

say "残联:三项助残行动、一对一结对、无障碍改造 · federation: three campaigns, pairing, a home made barrier-free"
for campaign in REHAB EDU LEGAL; do
    ctl register put disability campaign no="2022-$campaign" kind=$campaign activity=集中服务 date=2022-07-12 place=石台镇 >/dev/null
done
pairing="$(open_case disability.town101-1 disability pairing person=34060219750818007X helper=disability.helper1 plan=每月走访并落实救助 village_code=340602101203)"
act disability.clerk "$pairing" activate personAgrees=true helperAgrees=true
say "一对一:已有结对,不能再配一名帮扶人 · one to one: no second helper"
refused ctl --as disability.town101-1 case open disability pairing person=34060219750818007X helper=disability.helper2 plan=每月走访 village_code=340602101203
home="$(open_case disability.citizen1 disability renovation household=H00001 applicant=34060219750818007X certificate=34060219750818007X42 grade=2 needy=LOWINC address=白顶山村1号 village_code=340602101203 suitable=true wish=true)"
settle
act village.101203-1 "$home" villageOk
act disability.town101-1 "$home" townOk
act disability.head "$home" districtOk

until_time "13T09:00" "周三 13 日 · Wednesday: 评估、签字、开工 assessed, signed, begun; 其余水域 the other waters"
act disability.assessor1 "$home" assess needed=O1,O2,O3,O4,O5 'works=[{"code":"RAMP","quantity":1,"price":200000},{"code":"GRAB_BAR","quantity":2,"price":60000},{"code":"SHOWER_SEAT","quantity":1,"price":80000}]'
settle
act disability.citizen1 "$home" sign
act disability.builder1 "$home" begin
turn=0
for water in $waters; do
    case "$water" in W0006 | W0007) continue ;; esac
    turn=$((turn % 14 + 1))
    last="$water"
    # The last one is left for later.
    [ "$water" = "$(echo "$waters" | tail -n 1)" ] || ctl --as "congress.deputy$turn" case act "$round" visit water="$water" result=OK >/dev/null
done
say "还差一处水域,不能结束 · one water is left: the round does not end"
refused ctl --as congress.presidium1 case act "$round" finish
act congress.deputy1 "$round" visit water="$last" result=OK
act congress.presidium1 "$round" finish

until_time "15T11:00" "周五 15 日 · Friday: 排查周报 the weekly screening report; 验收 acceptance"
district="$(cases medical weekly_report --open)"
for sheet in $(cases medical unit_report --open); do
    unit="$(ctl --json case show "$sheet" | pick 'x["case"]["data"]["unit"]')"
    [ "$unit" = 340602400000 ] && continue
    ctl --as "medical.town${unit:6:3}-1" case act "$sheet" submit >/dev/null
    ctl --as "medical.town${unit:6:3}-2" case act "$sheet" confirm >/dev/null
done
act disability.builder1 "$home" built photos=before.jpg,after.jpg
say "只验收了四项,尚缺 O4:返工 · four of the five are reached: rework"
act disability.clerk "$home" inspect accepted=O1,O2,O3,O5
act disability.builder1 "$home" reworked
act disability.clerk "$home" inspect accepted=O1,O2,O3,O4,O5
until_time "15T16:00" "周五 16:00 · five of six units have reported"
act medical.clerk "$district" compile
settle
ctl --json case show "$district" | pick '"\n".join("   %s  %s" % (u["zh"], u["state"]) for u in x["case"]["data"]["units"]) + "\n   及时率 punctuality %s %%" % x["case"]["data"]["punctuality"]'
act congress.presidium1 "$round" report report=已全部查看,两处桥头已设警示牌

until_time "17T23:00" "周日 17 日 · Sunday: 本周报表 the week's reports"
for report in market/tracks market/teams medical/outreach disability/campaigns congress/waters; do ctl report run "$report" --period 2022-W28; done
ctl report run congress/patrol --period 2022-07-12

title "与公布数字核对 · what was published, and what the daemon counts"
{
    echo "market.teams $(ctl --json register count market team | pick 'x["total"]')"
    echo "market.paired-villages $(ctl --json register count market pairing | pick 'x["total"]')"
    echo "market.tracks $(ctl --json item show market meeting | pick '[len(f["options"]) for f in x["declaration"]["form"] if f["id"] == "track"][0]')"
    echo "medical.leaflets $(figure medical/outreach 2022-W28 1)"
    echo "medical.outreach-ways $(figure medical/outreach 2022-W28 2)"
    echo "medical.reporting-units $(figure medical/handling 2022-W28 7)"
    echo "disability.campaigns $(ctl --json register count disability campaign --by kind | pick 'len(x["groups"])')"
    echo "disability.outcomes $(ctl --json case show "$home" | pick 'len(x["case"]["data"]["accepted"])')"
    echo "disability.helpers-per-person $(cases disability pairing --open --subject 34060219750818007X | wc -l)"
    echo "congress.villages $(ctl --json case show "$round" | pick 'len(x["case"]["data"]["villages"])')"
    echo "congress.patrol-hours $(ctl --json report run congress/patrol --period 2022-07-12 | pick 'x["document"]["rows"][0]["cells"][0]["n"] // 60')"
    echo "congress.sign-findings $(figure congress/waters 2022-W28 5)"
    echo "congress.deputy-levels $(ctl --json register count congress deputy --by level | pick 'len(x["groups"])')"
} >"$work/figures"
python3 - "$work/figures" <<'PYTHON'
import json, sys
ours = dict(line.split() for line in open(sys.argv[1]))
wrong = 0
for figure in json.load(open("seeds/page-figures.json"))["figures"]:
    if figure["id"] not in ours:
        continue
    value, count = figure["value"], int(ours[figure["id"]])
    agrees = count > value if figure["qualifier"] == "MORE_THAN" else count == value
    wrong += not agrees
    said = f">{value}" if figure["qualifier"] == "MORE_THAN" else str(value)
    print(f"   {'✓' if agrees else '✗'} {figure['name']['zh']} {figure['name']['en']}: {said} | {count}")
if wrong or len(ours) != 13:
    sys.exit(f"{wrong} figures do not agree")
PYTHON

title "订阅者收到的通知 · what the subscriber was told"
last_seq="$(ctl --json status | pick 'x["journalSequence"]')"
grep -c . "$work/notices" | sed 's/$/ notices on cases; the closings:/'
grep 'case.closed' "$work/notices" | head -20

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
