#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes seeds/calendar/YYYY.json.

The official years come from the data of the PyPI package chinesecalendar 1.11.0 (MIT licence), which must be
installed; it was compiled from the yearly notices of the General Office of the State Council. The year after them
holds the statutory days only and is marked provisional.

Usage: calendar_tables.py [FOLDER]; without a folder, into seeds/ of this repository.

A day of December that belongs to New Year's Day is written into the table of the next year, whose notice it is in.
"""

import json
import pathlib
import sys

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"

NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
}

PROVISIONAL_YEAR = 2027
PROVISIONAL = {
    "01-01": "元旦",
    "02-05": "春节",
    "02-06": "春节",
    "02-07": "春节",
    "02-08": "春节",
    "02-09": "春节",
    "02-10": "春节",
    "04-05": "清明节",
    "05-01": "劳动节",
    "05-02": "劳动节",
    "05-03": "劳动节",
    "05-04": "劳动节",
    "06-09": "端午节",
    "09-15": "中秋节",
    "10-01": "国庆节",
    "10-02": "国庆节",
    "10-03": "国庆节",
    "10-04": "国庆节",
    "10-05": "国庆节",
}
PROVISIONAL_LIEU = ["02-09", "02-10", "05-03", "05-04", "10-04", "10-05"]


def notice_year(day, name):
    return day.year + 1 if day.month == 12 and name == "New Year's Day" else day.year


def official_tables():
    from chinese_calendar import constants

    tables = {}
    for kind, source in (("off", constants.holidays), ("work", constants.workdays), ("lieu", constants.in_lieu_days)):
        for day, name in source.items():
            table = tables.setdefault(notice_year(day, name), {"off": {}, "work": {}, "lieu": {}})
            table[kind][day] = NAMES[name]
    for year, table in sorted(tables.items()):
        yield year, {
            "year": year,
            "version": 1,
            "status": "official",
            "source": f"国务院办公厅关于{year}年部分节假日安排的通知(数据:PyPI chinesecalendar 1.11.0)",
            "off": {day.isoformat(): name for day, name in sorted(table["off"].items())},
            "work": {day.isoformat(): name for day, name in sorted(table["work"].items())},
            "lieu": [day.isoformat() for day in sorted(table["lieu"])],
        }


def provisional_table():
    year = PROVISIONAL_YEAR
    return {
        "year": year,
        "version": 1,
        "status": "provisional",
        "source": "全国年节及纪念日放假办法(2024年修订)所定节日;当年通知发布后以通知为准",
        "off": {f"{year}-{day}": name for day, name in PROVISIONAL.items()},
        "work": {},
        "lieu": [f"{year}-{day}" for day in PROVISIONAL_LIEU],
    }


def main():
    folder = (pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else SEEDS) / "calendar"
    folder.mkdir(parents=True, exist_ok=True)
    tables = dict(official_tables())
    tables[PROVISIONAL_YEAR] = provisional_table()
    for year, table in tables.items():
        text = json.dumps(table, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{year}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
