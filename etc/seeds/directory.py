# SPDX-License-Identifier: Apache-2.0
"""The directory of persons who handle cases: named by function, never a real person."""

from places import REPORTING_UNITS, SHITAI_VILLAGES, TOWN_NAMES, VILLAGE_CODES, VILLAGE_NAMES

STEMS = "甲乙丙丁戊己庚辛壬癸"

BUREAUS = [("market", "市场监管局"), ("medical", "医保局"), ("disability", "残联"), ("congress", "区人大常委会办公室")]
TEAMS = 7
TEAM_SIZE = 5

DEPUTIES = [("CITY", "市人大代表", 2), ("DISTRICT", "区人大代表", 4), ("TOWN", "石台镇人大代表", 8)]


def person(identifier, name, roles, area=None):
    return {"id": identifier, "name": name, "roles": roles, "area": area, "active": True}


def deputies():
    """(person id, level, display name), in the order of their numbers."""
    rows = []
    for level, title, count in DEPUTIES:
        for index in range(count):
            rows.append((f"congress.deputy{len(rows) + 1}", level, title + STEMS[index]))
    return rows


def team_members(team):
    """The captain first."""
    return [f"market.captain{team}"] + [f"market.member{team}-{index}" for index in range(1, TEAM_SIZE)]


def persons():
    rows = []
    for bureau, title in BUREAUS:
        # Three clerks and two leaders, so that whoever entered or reviewed a case need not approve it.
        rows.append(person(f"{bureau}.clerk", f"{title}科员甲", [f"{bureau}:bureau"]))
        rows.append(person(f"{bureau}.clerk2", f"{title}科员乙", [f"{bureau}:bureau"]))
        rows.append(person(f"{bureau}.clerk3", f"{title}科员丙", [f"{bureau}:bureau"]))
        rows.append(person(f"{bureau}.head", f"{title}负责人甲", [f"{bureau}:head"]))
        rows.append(person(f"{bureau}.head2", f"{title}负责人乙", [f"{bureau}:head"]))
        for index, stem in enumerate(STEMS[:2], 1):
            rows.append(person(f"{bureau}.agent{index}", f"{title}代办人{stem}", [f"{bureau}:agent"]))
            rows.append(person(f"{bureau}.citizen{index}", f"{title}申请人{stem}", [f"{bureau}:citizen"]))
        for code in REPORTING_UNITS:
            town = TOWN_NAMES[code]
            for index, stem in enumerate(STEMS[:2], 1):
                rows.append(person(f"{bureau}.town{code[6:]}-{index}", f"{town}{title}专干{stem}", [f"{bureau}:town"], code))
    for index, stem in enumerate(STEMS[:6], 1):
        rows.append(person(f"market.inspector{index}", f"市场监管局执法人员{stem}", ["market:inspector"]))
    rows.append(person("market.dispatcher", "市场监管局调度员甲", ["market:dispatcher"]))
    rows.append(person("market.dispatcher2", "市场监管局调度员乙", ["market:dispatcher"]))
    rows.append(person("market.liaison1", "社区联络员甲", ["market:liaison"]))
    rows.append(person("market.liaison2", "社区联络员乙", ["market:liaison"]))
    for team in range(1, TEAMS + 1):
        for index, member in enumerate(team_members(team)):
            role = "captain" if index == 0 else "member"
            title = "队长" if index == 0 else f"队员{STEMS[index - 1]}"
            roles = ["market:captain", "market:member"] if role == "captain" else ["market:member"]
            rows.append(person(member, f"第{team}应急小分队{title}", roles))
    for index, stem in enumerate(STEMS[:4], 1):
        rows.append(person(f"medical.expert{index}", f"定点医院专家{stem}", ["medical:expert"]))
    rows.append(person("medical.agency1", "医保经办机构经办人甲", ["medical:agency"]))
    rows.append(person("medical.agency2", "医保经办机构经办人乙", ["medical:agency"]))
    rows.append(person("medical.hospital1", "定点医院医保办甲", ["medical:hospital"]))
    rows.append(person("medical.civil1", "民政局经办人甲", ["medical:civil"]))
    for index, stem in enumerate(STEMS[:4], 1):
        rows.append(person(f"disability.helper{index}", f"结对帮扶人{stem}", ["disability:helper"]))
    for role, title in [
        ("assessor", "评估员"), ("designer", "设计员"), ("builder", "施工员"), ("supervisor", "监理员"),
        ("hospital", "残疾评定医师"), ("civil", "民政局经办人"), ("thirdparty", "第三方验收员"),
    ]:
        for index, stem in enumerate(STEMS[:2], 1):
            rows.append(person(f"disability.{role}{index}", f"{title}{stem}", [f"disability:{role}"]))
    for identifier, level, name in deputies():
        rows.append(person(identifier, name, ["congress:deputy", f"congress:level-{level.lower()}"]))
    rows.append(person("congress.presidium1", "石台镇人大主席团工作人员甲", ["congress:presidium"], "340602101"))
    rows.append(person("congress.presidium2", "石台镇人大主席团工作人员乙", ["congress:presidium"], "340602101"))
    rows.append(person("congress.water1", "区农业农村水利局经办人甲", ["congress:handler"]))
    rows.append(person("congress.water2", "区农业农村水利局经办人乙", ["congress:handler"]))
    rows.append(person("congress.duty", "石台镇值班室", ["congress:duty"], "340602101"))
    for code in SHITAI_VILLAGES:
        name = VILLAGE_NAMES[code]
        rows.append(person(f"congress.villagehead{code[9:]}", f"{name}主任", ["congress:villagehead"], code))
        for index, stem in enumerate(STEMS[:2], 1):
            rows.append(person(f"congress.patrol{code[9:]}-{index}", f"{name}巡逻员{stem}", ["congress:patrol"], code))
    for code in VILLAGE_CODES:
        name = VILLAGE_NAMES[code]
        rows.append(person(f"village.{code[6:]}-1", f"{name}村级专干甲", ["village"], code))
        rows.append(person(f"village.{code[6:]}-2", f"{name}村级专干乙", ["village"], code))
    for index, stem in enumerate(STEMS[:3], 1):
        # Not of one bureau: citizens may turn to every one.
        rows.append(person(f"citizen{index}", f"群众{stem}", ["citizen"]))
    for identifier, name, role in [
        ("finance1", "财政局经办人甲", "finance"), ("finance2", "财政局经办人乙", "finance"),
        ("auditor1", "监督员甲", "auditor"), ("auditor2", "监督员乙", "auditor"),
        ("coordinator1", "区政府办协调员甲", "coordinator"), ("coordinator2", "区政府办协调员乙", "coordinator"),
        ("sysadmin1", "系统管理员甲", "sysadmin"), ("secadmin1", "安全保密管理员甲", "secadmin"),
        ("logadmin1", "安全审计员甲", "logadmin"),
    ]:
        rows.append(person(identifier, name, [role]))
    return {"persons": rows}
