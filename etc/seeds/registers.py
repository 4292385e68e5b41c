# SPDX-License-Identifier: Apache-2.0
"""The rows of the registers, all made up."""

import datetime

import directory
from identifiers import credit_code, organisation_code, registration_number
from people import STEMS, minor, years_later
from places import DISTRICT, SHITAI_VILLAGES, VILLAGE_CODES, VILLAGE_NAMES

ENTITIES = 400
# So many of them, the last, keep the registration number they had before credit codes.
ENTITIES_WITH_OLD_NUMBER = 40
INSURED = 2_000
DISABLED = 1_000
DISABLED_AND_INSURED = 600
HOMES = 80
WATERS = 136

# Rough middles of the villages' towns, in degrees times ten million; the places around them are made up.
TOWN_MIDDLES = {
    "340602001": (339_950_000, 1_168_300_000),
    "340602002": (340_150_000, 1_168_500_000),
    "340602100": (340_050_000, 1_169_300_000),
    "340602101": (340_550_000, 1_169_000_000),
    "340602102": (342_036_600, 1_169_952_200),
    "340602400": (340_000_000, 1_168_700_000),
}


def place(numbers, village, spread=150_000):
    latitude, longitude = TOWN_MIDDLES[village[:9]]
    offset = VILLAGE_CODES.index(village) * 7_000
    return (latitude + offset + numbers.between(-spread, spread), longitude + offset + numbers.between(-spread, spread))


# MARK: market

KINDS = [("MARKET", "农贸市场", 10), ("SUPERMARKET", "超市", 70), ("PHARMACY", "药店", 60), ("CATERING", "饭店", 110),
         ("COLDSTORE", "冷库", 12), ("LODGING", "旅馆", 30), ("OTHER", "商行", 68)]


def entities(numbers, people):
    header = ["uscc", "reg_no", "name", "kind", "village_code", "lat", "lon", "datum", "contact_name", "contact_phone"]
    rows = []
    kinds = [(kind, title) for kind, title, weight in KINDS for _ in range(weight)]
    for index in range(ENTITIES):
        kind, title = kinds[index % len(kinds)] if index < len(kinds) else numbers.pick(kinds)
        village = VILLAGE_CODES[index % len(VILLAGE_CODES)]
        latitude, longitude = place(numbers, village)
        body = f"MA{numbers.pick('23456789')}{'ABCDEFGH'[index % 8]}{index:04d}"
        department = "92" if kind in ("CATERING", "LODGING") else "91"
        code = credit_code(department, DISTRICT, organisation_code(body))
        old = index >= ENTITIES - ENTITIES_WITH_OLD_NUMBER
        number = registration_number(f"{DISTRICT}6{index:07d}") if old else ""
        name = f"杜集区{VILLAGE_NAMES[village][:3]}{STEMS[index % 10]}{index + 1:03d}号{title}"
        rows.append([code, number, name, kind, village, latitude, longitude, "WGS84", people.name(), people.telephone()])
    return header, rows


def teams():
    rows = []
    for team in range(1, directory.TEAMS + 1):
        members = directory.team_members(team)
        rows.append([team, members[0], ";".join(members)])
    return ["no", "captain", "members"], rows


def pairings():
    """Baidingshan Village, which the congress's waters lie in, too."""
    return ["village", "leader", "from", "to"], [["340602101203", "market.head", "2022-07-01", ""]]


# MARK: medical

CATEGORIES = [("GENERAL", 70), ("LIFTED", 6), ("MONITORED", 2), ("LOWINC", 6), ("EXTREME", 2), ("EDGE", 3), ("EMPLOYEE", 11)]

DISEASES = [
    ("M03900", "高血压", "CHRONIC", 0), ("M01600", "糖尿病", "CHRONIC", 0), ("M90101", "冠心病", "CHRONIC", 0),
    ("M90102", "慢性阻塞性肺疾病", "CHRONIC", 36), ("M90103", "脑卒中后遗症", "CHRONIC", 0),
    ("M90104", "慢性活动性肝炎", "CHRONIC", 24), ("M90105", "类风湿关节炎", "CHRONIC", 36),
    ("M90106", "帕金森病", "CHRONIC", 0), ("M90107", "癫痫", "CHRONIC", 36), ("M90108", "甲状腺功能减退症", "CHRONIC", 0),
    ("M90109", "慢性心力衰竭", "CHRONIC", 0), ("M90110", "结核病", "CHRONIC", 12),
    ("M90201", "恶性肿瘤门诊治疗", "SPECIAL", 60), ("M90202", "慢性肾功能衰竭透析", "SPECIAL", 0),
    ("M90203", "器官移植术后抗排异", "SPECIAL", 0), ("M90204", "血友病", "SPECIAL", 0),
    ("M90205", "再生障碍性贫血", "SPECIAL", 24), ("M90206", "系统性红斑狼疮", "SPECIAL", 36),
    ("M90207", "重性精神病", "SPECIAL", 0), ("M90208", "肝硬化失代偿期", "SPECIAL", 24),
]


def insured(numbers, people):
    """The register, and the persons with their village, for those who are in another register too."""
    header = ["id18", "name", "phone", "scheme", "category", "village_code", "contact_name", "contact_phone"]
    rows, persons = [], []
    for index in range(INSURED):
        number, birth = people.identity()
        name = people.name()
        village = VILLAGE_CODES[index % len(VILLAGE_CODES)]
        child = minor(birth)
        category = numbers.weighted(CATEGORIES)
        if child and category == "EMPLOYEE":
            category = "GENERAL"
        phone = "" if child or numbers.chance(4) else people.telephone()
        contact = (people.name(), people.telephone()) if phone == "" else ("", "")
        rows.append([number, name, phone, "310" if category == "EMPLOYEE" else "390", category, village, *contact])
        persons.append({"id18": number, "birth": birth, "name": name, "phone": phone, "village": village, "contact": contact})
    return header, rows, persons


def diseases():
    header = ["code", "name", "kind", "review_months", "materials", "schemes", "effective_from"]
    rows = []
    for code, name, kind, months in DISEASES:
        materials = "DIAGNOSIS;LAB_REPORT" if kind == "CHRONIC" else "DIAGNOSIS;INPATIENT_RECORD;LAB_REPORT"
        rows.append([code, name, kind, months, materials, "310;390", "2022-01-01"])
    return header, rows


# MARK: disability

NEEDS = ["SECURITY", "EDUCATION", "EMPLOYMENT", "REHAB", "LEGAL", "HOUSING", "DEVICE", "OTHER"]

# The example of the standard's commentary; a made-up person.
EXAMPLE = ("34060219750818007X", datetime.date(1975, 8, 18), 4, 2)


def disabled(numbers, people, insured_persons):
    header = ["id18", "name", "phone", "guardian_name", "guardian_phone", "village_code", "cert_no", "category", "grade",
              "issued", "expires", "needs"]
    rows = []
    people.taken.add(EXAMPLE[0])
    for index in range(DISABLED):
        fixed = None
        if index == 0:
            number, birth, *fixed = EXAMPLE
            name, phone, village, contact = "张甲子", people.telephone(), SHITAI_VILLAGES[5], ("", "")
        elif index <= DISABLED_AND_INSURED:
            known = insured_persons[index * 3]
            number, birth, name, phone = known["id18"], known["birth"], known["name"], known["phone"]
            village, contact = known["village"], known["contact"]
        else:
            number, birth = people.identity(youngest=3)
            name, village = people.name(), VILLAGE_CODES[index % len(VILLAGE_CODES)]
            phone = "" if minor(birth) else people.telephone()
            contact = (people.name(), people.telephone()) if phone == "" else ("", "")
        category = fixed[0] if fixed else numbers.weighted([(1, 14), (2, 16), (3, 2), (4, 44), (5, 10), (6, 9), (7, 5)])
        grade = fixed[1] if fixed else numbers.weighted([(1, 15), (2, 28), (3, 32), (4, 25)])
        if category in (5, 6) and contact[0] == "":
            contact = (people.name(), people.telephone())
        reissue = "" if fixed or not numbers.chance(4) else f"B{numbers.between(1, 2)}"
        earliest = max(datetime.date(2013, 1, 1), birth + datetime.timedelta(days=30))
        latest = datetime.date(2022, 6, 30)
        issued = earliest + datetime.timedelta(days=numbers.below(max(1, (latest - earliest).days)))
        needs = sorted({numbers.pick(NEEDS) for _ in range(numbers.below(3))})
        rows.append([number, name, phone, *contact, village, f"{number}{category}{grade}{reissue}", category, grade,
                     issued.isoformat(), years_later(issued, 10).isoformat(),
                     ";".join(f"{need}:{numbers.between(1, 3)}" for need in needs)])
    return header, rows


def homes(numbers, disabled_rows):
    header = ["household", "applicant", "address", "village_code", "ownership", "owner_consent", "grade_max", "needy_kind",
              "multi", "old_carer", "alone", "needed_outcomes", "cap_fen"]
    rows = []
    eligible = [row for row in disabled_rows if row[8] in (1, 2)]
    for index in range(HOMES):
        row = eligible[index * 3]
        tenant = numbers.chance(10)
        needed = [f"O{number}" for number in range(1, 6) if numbers.chance(45)] or ["O3"]
        alone = numbers.chance(20)
        rows.append([f"H{index + 1:05d}", row[0], f"{VILLAGE_NAMES[row[5]]}{index + 1}号", row[5],
                     "TENANT" if tenant else "OWN", "true" if tenant else "", row[8],
                     numbers.pick(["LOWINC", "EXTREME", "EDGE", "MONITORED"]),
                     str(numbers.chance(15)).lower(), str(not alone and numbers.chance(20)).lower(), str(alone).lower(),
                     ";".join(needed), 600_000])
    return header, rows


# MARK: congress

WATER_KINDS = [("DITCH_POND", "沟塘", 60), ("RIVER", "河段", 20), ("CULVERT", "涵闸", 15), ("RESERVOIR", "水库", 5)]
RIVERS = ["内河", "龙河", "山河子"]
BRIDGE_HEADS = {village: f"{VILLAGE_NAMES[village]}进庄路桥头" for village in SHITAI_VILLAGES[5:7]}


def waters(numbers):
    header = ["id", "name", "kind", "village_code", "shared_with", "lat", "lon", "datum", "danger", "accident_prone"]
    rows = []
    for index in range(WATERS):
        village = SHITAI_VILLAGES[index % len(SHITAI_VILLAGES)]
        latitude, longitude = place(numbers, village, spread=90_000)
        kind, title = numbers.weighted([((kind, title), weight) for kind, title, weight in WATER_KINDS])
        danger, shared, prone = numbers.weighted([(1, 15), (2, 45), (3, 40)]), "", False
        if index in (5, 6):
            kind, name, danger, prone = "RIVER", BRIDGE_HEADS[village], 1, True
        elif kind == "RIVER":
            name = f"{numbers.pick(RIVERS)}{VILLAGE_NAMES[village][:3]}{title}{index + 1}"
            shared = numbers.pick([code for code in SHITAI_VILLAGES if code != village]) if numbers.chance(25) else ""
        else:
            name = f"{VILLAGE_NAMES[village][:3]}{title}{index + 1}"
        prone = prone or (danger == 1 and numbers.chance(30))
        rows.append([f"W{index + 1:04d}", name, kind, village, shared, latitude, longitude, "WGS84", danger,
                     str(prone).lower()])
    return header, rows


def facilities(numbers, water_rows):
    header = ["id", "water", "kind", "state", "checked"]
    rows = []

    def add(water, kind, state):
        rows.append([f"F{len(rows) + 1:05d}", water, kind, state, f"2022-06-{numbers.between(15, 30):02d}"])

    for row in water_rows:
        water, name, danger = row[0], row[1], row[8]
        if danger <= 2:
            missing = name in BRIDGE_HEADS.values()
            add(water, "SIGN", "MISSING" if missing else numbers.weighted([("OK", 85), ("DAMAGED", 10), ("MISSING", 5)]))
        for kind, chance in (("RING", 60), ("ROPE", 60), ("POLE", 50), ("FENCE", 15), ("CAMERA", 10)):
            if danger == 1 and kind in ("RING", "ROPE", "POLE") or numbers.chance(chance // danger):
                add(water, kind, numbers.weighted([("OK", 88), ("DAMAGED", 8), ("MISSING", 4)]))
    return header, rows


def deputies():
    header = ["no", "person", "level", "name", "village_code", "term_from", "term_to"]
    rows = []
    for index, (identifier, level, name) in enumerate(directory.deputies()):
        village = SHITAI_VILLAGES[index % len(SHITAI_VILLAGES)]
        rows.append([index + 1, identifier, level, name, village, "2021-12-01", "2026-12-31"])
    return header, rows
