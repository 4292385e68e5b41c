# SPDX-License-Identifier: Apache-2.0
"""The areas of the district: codes in force in 2022, and the named villages and communities."""

DISTRICT = "340602"

# code, name, English name, level, further members
UPPER = [
    ("340000", "安徽省", "Anhui Province", "province", {}),
    ("340600", "淮北市", "Huaibei City", "city", {}),
    ("340602", "杜集区", "Duji District", "district", {}),
    ("340602001", "高岳街道", "Gaoyue Street", "street", {"seat": True}),
    ("340602002", "矿山集街道", "Kuangshanji Street", "street", {}),
    ("340602100", "朔里镇", "Shuoli Town", "town", {}),
    ("340602101", "石台镇", "Shitai Town", "town", {}),
    ("340602102", "段园镇", "Duanyuan Town", "town", {"exclave": True}),
    ("340602400", "淮北杜集经济开发区", "Duji Economic Development Zone", "zone", {"statisticalUnit": True}),
    ("340603", "相山区", "Xiangshan District", "neighbour", {}),
    ("340604", "烈山区", "Lieshan District", "neighbour", {}),
    ("340621", "濉溪县", "Suixi County", "neighbour", {}),
]

GIVEN, MADE_UP = "published", "synthetic"

# town, last three digits, name, English name, where the code is from, further members
VILLAGES = [
    ("340602001", "001", "高岳社区", "Gaoyue Community", MADE_UP, {}),
    ("340602001", "002", "水泥厂社区", "Shuinichang Community", MADE_UP, {}),
    ("340602002", "001", "朱庄社区", "Zhuzhuang Community", MADE_UP, {}),
    ("340602002", "009", "杜集社区", "Duji Community", GIVEN, {}),
    ("340602100", "200", "官庄村", "Guanzhuang Village", MADE_UP, {}),
    ("340602101", "001", "童台社区", "Tongtai Community", MADE_UP, {}),
    ("340602101", "002", "子张湖社区", "Zizhanghu Community", MADE_UP, {}),
    ("340602101", "200", "学田村", "Xuetian Village", MADE_UP, {}),
    ("340602101", "201", "窦庄村", "Douzhuang Village", MADE_UP, {}),
    ("340602101", "202", "刘庄村", "Liuzhuang Village", MADE_UP, {}),
    ("340602101", "203", "白顶山村", "Baidingshan Village", MADE_UP, {}),
    ("340602101", "204", "梧桐村", "Wutong Village", MADE_UP, {}),
    ("340602101", "205", "石台镇第八村(名称待补)", "Eighth village of Shitai (name to be supplied)", MADE_UP,
     {"provisional": True}),
    ("340602102", "001", "袁庄矿社区", "Yuanzhuang Mine Community", MADE_UP, {"aliases": ["袁庄社区"]}),
    ("340602102", "002", "绿园社区", "Lüyuan Community", MADE_UP, {}),
    ("340602102", "003", "毛郢孜矿社区", "Maoyingzi Mine Community", MADE_UP, {}),
    ("340602102", "004", "孟庄矿社区", "Mengzhuang Mine Community", MADE_UP, {}),
    ("340602102", "200", "欧集村", "Ouji Village", MADE_UP, {}),
    ("340602102", "201", "大庄村", "Dazhuang Village", MADE_UP, {}),
    ("340602102", "202", "袁庄村", "Yuanzhuang Village", MADE_UP, {"aliases": ["袁庄社区"]}),
    ("340602102", "203", "毛庄村", "Maozhuang Village", MADE_UP, {}),
    ("340602102", "204", "牛眠村", "Niumian Village", MADE_UP, {}),
    ("340602102", "205", "毛场村", "Maochang Village", MADE_UP, {}),
    ("340602102", "206", "祁村", "Qi Village", MADE_UP, {}),
    ("340602400", "498", "开发区虚拟社区", "Development Zone (statistical community)", MADE_UP,
     {"statisticalUnit": True}),
]

VILLAGE_CODES = [town + last for town, last, *_ in VILLAGES]
VILLAGE_NAMES = {town + last: name for town, last, name, *_ in VILLAGES}
SHITAI_VILLAGES = [code for code in VILLAGE_CODES if code.startswith("340602101")]
REPORTING_UNITS = [code for code, *_ in UPPER if len(code) == 9]
TOWN_NAMES = {code: name for code, name, *_ in UPPER if len(code) == 9}


def parent(code):
    if code == "340000":
        return None
    if code == "340600":
        return "340000"
    if len(code) == 6:
        return "340600"
    return code[:-3]


def areas():
    rows = []
    for code, name, english, level, more in UPPER:
        rows.append({"code": code, "name": {"zh": name, "en": english}, "level": level, "parent": parent(code),
                     "codeFrom": GIVEN, **more})
    for town, last, name, english, origin, more in VILLAGES:
        code = town + last
        level = "community" if last[0] in "04" else "village"
        rows.append({"code": code, "name": {"zh": name, "en": english}, "level": level, "parent": town,
                     "codeFrom": origin, **more})
    return {
        "year": 2022,
        "source": "国家统计局统计用区划代码(2022);codeFrom 为 synthetic 的村级代码为演示所编",
        "telephoneAreaCode": "0561",
        "postCode": "235000",
        "bounds": {"minLatitude": 33.90, "maxLatitude": 34.35, "minLongitude": 116.60, "maxLongitude": 117.10},
        "areas": rows,
    }
