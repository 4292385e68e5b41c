// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The waters of the district, what stands beside them, who inspects them, and what was seen there.
extension Congress {
    static let waterKinds: KeyValuePairs<String, (String, String)> = [
        "RIVER": ("河道", "river"), "CULVERT": ("涵闸", "culvert"), "RESERVOIR": ("水库", "reservoir"),
        "DITCH_POND": ("沟塘", "ditch or pond"),
    ]

    /// Every water somebody could drown in. It is kept as it was on each day: shares of waters seen are of those there were.
    static var waters: Register {
        Register(
            "water",
            "水域",
            "Waters",
            key: "id",
            indexed: ["village_code"],
            dated: true,
            keptBy: ["presidium", "bureau"]
        ) {
            Field("id", "编号", "Number").required()
            Field("name", "名称", "Name").required()
            Field("kind", "类别", "Kind", oneOf: Self.waterKinds).required()
            Field("village_code", "牵头村(社区)", "Lead village", .area).required()
            Field("shared_with", "共有的村(社区)", "Shared with", .texts)
            Field("lat", "纬度(千万分之一度)", "Latitude", .integer).required().between(-900_000_000, 900_000_000)
            Field("lon", "经度(千万分之一度)", "Longitude", .integer).required().between(-1_800_000_000, 1_800_000_000)
            Field("datum", "坐标系", "Datum", oneOf: ["WGS84": ("WGS84", "WGS84"), "GCJ02": ("GCJ-02", "GCJ-02")])
                .required()
            Field("line", "沿线坐标", "Along the line", .any)
                .help("河道可列出若干坐标 {latitude, longitude, datum}", "of a river: places {latitude, longitude, datum}")
            Field("danger", "危险等级", "Danger", .integer).required().between(1, 3)
            Field("accident_prone", "事故多发", "Accident-prone", .boolean)
        }
    }

    static let gear: KeyValuePairs<String, (String, String)> = [
        "SIGN": ("警示牌", "sign"), "RING": ("救生圈", "ring"), "ROPE": ("救生绳", "rope"), "POLE": ("救生杆", "pole"),
        "FENCE": ("护栏", "fence"), "CAMERA": ("摄像头", "camera"),
    ]

    /// Signs and rescue gear. Waters of danger 1 and 2 must have a sign, which is why a sign says how dangerous its water is.
    static var facilities: Register {
        Register(
            "facility",
            "安全设施",
            "Safety equipment",
            key: "id",
            indexed: ["water"],
            keptBy: ["presidium", "bureau", "villagehead"]
        ) {
            Field("id", "编号", "Number").required()
            Field("water", "水域", "Water").required()
            Field("kind", "种类", "Kind", oneOf: Self.gear).required()
            Field(
                "state",
                "状态",
                "State",
                oneOf: ["OK": ("完好", "sound"), "DAMAGED": ("损坏", "damaged"), "MISSING": ("缺失", "missing")]
            ).required()
            Field("checked", "检查日期", "Checked", .date)
            Field("danger", "水域危险等级", "Danger of the water", .integer).between(1, 3)
        }
    }

    static let levels: KeyValuePairs<String, (String, String)> = [
        "CITY": ("市", "city"), "DISTRICT": ("区", "district"), "TOWN": ("镇", "town"),
    ]

    /// Deputies of the three levels, with their terms.
    static var deputies: Register {
        Register("deputy", "人大代表", "Deputies", key: "no", keptBy: ["presidium", "bureau"]) {
            Field("no", "编号", "Number").required()
            Field("person", "人员", "Person").required()
            Field("level", "级别", "Level", oneOf: Self.levels).required()
            Field("name", "姓名", "Name").required().personal()
            Field("village_code", "所在村(社区)", "Village", .area)
            Field("term_from", "任期起", "Term from", .date)
            Field("term_to", "任期止", "Term to", .date)
        }
    }

    /// What deputies saw, water by water. Kept by the daemon from the rounds.
    static var visits: Register {
        Register("visit", "督查记录", "Visits", key: "no", indexed: ["water", "round", "day"]) {
            Field("no", "编号", "Number").required()
            Field("round", "督查", "Round").required()
            Field("water", "水域", "Water").required()
            Field("village_code", "村(社区)", "Village", .area)
            Field("day", "日期", "Day", .date).required()
            Field("at", "时刻", "At", .moment).required()
            Field("deputy", "代表", "Deputy").required().personal()
            Field("result", "结果", "Result").required()
            Field("photos", "照片", "Photographs", .texts)
        }
    }

    /// Only counts: how many children a village has whose guardians are to be told, and how many were.
    static var children: Register {
        Register(
            "child",
            "儿童与监护人告知",
            "Children, guardians told",
            key: "village_code",
            and: ["band"],
            keptBy: ["villagehead"]
        ) {
            Field("village_code", "村(社区)", "Village", .area).required()
            Field(
                "band",
                "年龄段",
                "Age band",
                oneOf: [
                    "UNDER_7": ("7 岁以下", "under 7"), "7_TO_13": ("7 至 13 岁", "7 to 13"),
                    "14_TO_17": ("14 至 17 岁", "14 to 17"),
                ]
            ).required()
            Field("children", "人数", "Children", .integer).required().atLeast(0).sensitive()
            Field("told", "已告知监护人", "Guardians told", .integer).required().atLeast(0).sensitive()
            Requires(
                "TOO_MANY_TOLD",
                value("told") <= value("children"),
                "已告知的监护人不能多于儿童人数。",
                "no more guardians can be told than there are children"
            )
        }
    }

    /// The digests and reports that were made, as they were sent.
    static var bulletins: Register {
        Register("bulletin", "简报", "Bulletins", key: "no", indexed: ["kind"]) {
            Field("no", "编号", "Number").required()
            Field(
                "kind",
                "种类",
                "Kind",
                oneOf: [
                    "DIGEST": ("每日简报", "daily digest"), "WEEKLY": ("每周报告", "weekly report"),
                    "YEARLY": ("建议办理年度报告", "yearly report on suggestions"),
                ]
            ).required()
            Field("period", "时期", "Period").required()
            Field("made", "生成时刻", "Made at", .moment).required()
            Field("text_zh", "内容", "Text in Chinese").required()
            Field("text_en", "内容(英文)", "Text in English").required()
        }
    }
}
