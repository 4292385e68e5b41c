#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the seed data but for the calendar tables: the same bytes on every run and every machine.

Usage: generate.py [FOLDER]; without a folder, into seeds/ of this repository.
"""

import csv
import json
import pathlib
import sys

import directory
import figures
import places
import registers
from identifiers import Numbers
from people import People

SEED = 340_602_2022

OFFICE_HOURS = {
    "source": "暂按常见办公时间设定,可改;default hours, to be configured",
    "seasons": [
        {"from": "10-01", "to": "05-31", "segments": ["08:00-12:00", "14:30-17:30"]},
        {"from": "06-01", "to": "09-30", "segments": ["08:00-12:00", "15:00-18:00"]},
    ],
}


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_csv(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "seeds"
    tables = folder / "registers"
    tables.mkdir(parents=True, exist_ok=True)
    write_json(folder / "areas.json", places.areas())
    write_json(folder / "office-hours.json", OFFICE_HOURS)
    write_json(folder / "persons.json", directory.persons())
    write_json(folder / "page-figures.json", figures.figures())

    # Each register draws from numbers of its own, so that a change to one leaves the others as they are.
    people = People(Numbers(SEED))
    header, rows, insured_persons = registers.insured(Numbers(SEED + 1), people)
    write_csv(tables / "medical.insured.csv", header, rows)
    header, disabled_rows = registers.disabled(Numbers(SEED + 2), people, insured_persons)
    write_csv(tables / "disability.person.csv", header, disabled_rows)
    write_csv(tables / "disability.home.csv", *registers.homes(Numbers(SEED + 3), disabled_rows))
    write_csv(tables / "market.entity.csv", *registers.entities(Numbers(SEED + 4), people))
    write_csv(tables / "market.team.csv", *registers.teams())
    write_csv(tables / "market.pairing.csv", *registers.pairings())
    write_csv(tables / "medical.disease.csv", *registers.diseases())
    header, water_rows = registers.waters(Numbers(SEED + 5))
    write_csv(tables / "congress.water.csv", header, water_rows)
    write_csv(tables / "congress.facility.csv", *registers.facilities(Numbers(SEED + 6), water_rows))
    write_csv(tables / "congress.deputy.csv", *registers.deputies())


if __name__ == "__main__":
    main()
