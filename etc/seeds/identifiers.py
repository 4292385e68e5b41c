# SPDX-License-Identifier: Apache-2.0
"""Check characters of the identifiers that the generator makes up, and its sequence of numbers."""

RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
RESIDENT_CHECKS = "10X98765432"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]


class Numbers:
    """SplitMix64: the same numbers on every machine and in every version of Python."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed & self.MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return self.next() % bound

    def between(self, low, high):
        """Both ends included."""
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        """One of the values of (value, weight) pairs."""
        at = self.below(sum(weight for _, weight in pairs))
        for value, weight in pairs:
            if at < weight:
                return value
            at -= weight
        raise AssertionError("the weights do not add up")

    def chance(self, per_cent):
        return self.below(100) < per_cent


def resident_id(region, birth, serial):
    """GB 11643: region of 6 digits, a date, a serial number up to 999 (odd for men)."""
    body = f"{region}{birth:%Y%m%d}{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, RESIDENT_WEIGHTS))
    return body + RESIDENT_CHECKS[total % 11]


def organisation_code(body):
    """GB 11714: eight characters and the check character."""
    total = sum(int(character, 36) * weight for character, weight in zip(body, ORGANISATION_WEIGHTS))
    check = 11 - total % 11
    return body + {10: "X", 11: "0"}.get(check, str(check))


def credit_code(department_and_kind, region, organisation):
    """GB 32100: the check character over all 17 before it."""
    body = f"{department_and_kind}{region}{organisation}"
    total = sum(CREDIT_ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return body + CREDIT_ALPHABET[(31 - total % 31) % 31]


def registration_number(body):
    """The 15-digit number of a registered business: 14 digits and the check digit of ISO 7064 MOD 11,10."""
    product = 10
    for digit in body:
        product = (product + int(digit)) % 10 or 10
        product = product * 2 % 11
    return body + str((11 - product) % 10)
