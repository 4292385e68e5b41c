# SPDX-License-Identifier: Apache-2.0
"""Made-up persons: names put together from family names, stems and branches; numbers of their own."""

import datetime

from identifiers import resident_id

FAMILY = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜") + ["欧阳", "司马", "诸葛"]
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# Places of first registration: mostly the district, some of its neighbours.
REGIONS = [("340602", 78), ("340603", 8), ("340604", 5), ("340621", 6), ("341322", 3)]
SHOWN_DAY = datetime.date(2022, 7, 1)


class People:
    """Hands out names, identity numbers and telephone numbers, none of the latter two twice."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.taken = set()
        self.telephones = 0

    def name(self):
        if self.numbers.below(200) == 0:
            return f"{self.numbers.pick(STEMS)}{self.numbers.pick(BRANCHES)}·{self.numbers.pick(STEMS)}{self.numbers.pick(BRANCHES)}"
        return self.numbers.pick(FAMILY) + self.numbers.pick(STEMS) + self.numbers.pick(BRANCHES)

    def identity(self, youngest=0, oldest=95):
        while True:
            age_days = self.numbers.between(youngest * 366, oldest * 365)
            birth = SHOWN_DAY - datetime.timedelta(days=age_days)
            number = resident_id(self.numbers.weighted(REGIONS), birth, self.numbers.between(1, 999))
            if number not in self.taken:
                self.taken.add(number)
                return number, birth

    def telephone(self):
        """Eleven digits of the range 154, in which no operator is known to hand out numbers."""
        self.telephones += 1
        # Multiplying by an odd number prime to ten spreads the numbers without repeating one.
        return f"154{self.telephones * 7_654_321 % 100_000_000:08d}"


def minor(birth):
    return (SHOWN_DAY - birth).days < 14 * 365.25


def years_later(day, years):
    """The corresponding day, the month's last when it has none such."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
