#!/usr/bin/env python3
"""Draws the synthetic measurements of the Home First sample; prints them as CSV.

Every number is invented. The same seed gives the same file on every machine: each measure has a generator of its own, so that one
can be drawn again without the others. The tests use the committed file, never this script.

    python3 make-measurements.py > measurements.csv
"""

import math
import random
import sys

MONTHS = [f"{2023 + (3 + t) // 12}-{(3 + t) % 12 + 1:02d}" for t in range(36)]
QUARTERS = [f"{y}/{(y + 1) % 100}-Q{q}" for y in (2023, 2024, 2025) for q in (1, 2, 3, 4)]


class Draw:
    """Normal and binomial draws that depend on nothing but the seed."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def normal(self, mean, deviation):
        u = 1 - self.source.random()
        v = self.source.random()
        return mean + deviation * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)

    def between(self, low, high):
        return low + (high - low) * self.source.random()


def rows():
    yield from crisis_response(Draw("HF-M01/1"))
    yield from length_of_stay(Draw("HF-M03/1"))
    yield from experience(Draw("HF-M04/1"))
    carers = [47.8, 48.9, 46.7, 48.6, 49.4, 52.1, 53.0, 55.2, 56.8, 58.4, 59.5, 60.1]
    for quarter, value in zip(QUARTERS, carers):
        yield "HF-M05", quarter, value, "", "", "", ""
    yield from readmissions(Draw("HF-M08/1"))
    yield from caseload(Draw("HF-M14/1"))
    teams = [0] * 16 + [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7]
    for month, value in zip(MONTHS, teams):
        yield "HF-M15", month, value, "", "", "", ""
    yield from assessments(Draw("HF-M16/1"))


def crisis_response(draw):
    for t, month in enumerate(MONTHS):
        share = 0.61 if t <= 14 else min(0.61 + 0.03 * (t - 14), 0.85) if t <= 22 else 0.885
        referrals = round((260 + 170 * t / 35) * draw.between(0.95, 1.05))
        yield "HF-M01", month, "", round(referrals * draw.normal(share, 0.012)), referrals, "", ""


def length_of_stay(draw):
    for t, month in enumerate(MONTHS):
        yield "HF-M03", month, round(draw.normal(11.8 - 0.1 * max(0, t - 18), 0.28), 1), "", "", "", ""


def experience(draw):
    for t, month in enumerate(MONTHS):
        replies = round(draw.between(42, 74))
        score = round(draw.normal(7.40 if t <= 15 else 8.85, 1.3 / math.sqrt(replies)), 2)
        if t == 27:
            yield "HF-M04", month, "", "", 8, "suppressed", "8 replies: too few to show"
        else:
            yield "HF-M04", month, score, "", replies, "", ""


def readmissions(draw):
    for t, month in enumerate(MONTHS):
        discharges = round(draw.between(1120, 1240))
        share = 0.131 if t <= 26 else 0.158
        yield "HF-M08", month, "", round(discharges * draw.normal(share, 0.006)), discharges, "", ""


def caseload(draw):
    for t, month in enumerate(MONTHS):
        yield "HF-M14", month, round(draw.normal(38 + 0.2 * max(0, t - 15), 0.25), 1), "", "", "", ""


def assessments(draw):
    for t, month in enumerate(MONTHS):
        if month == "2025-08" or month > "2026-01":
            continue
        share = min(0.38 + 0.033 * max(0, t - 18), 0.71)
        admissions = round(draw.between(95, 130))
        yield "HF-M16", month, "", round(admissions * draw.normal(share, 0.03)), admissions, "", ""


def main():
    print("measure,period,value,numerator,denominator,state,note")
    for row in rows():
        sys.stdout.write(",".join(str(cell) for cell in row) + "\n")


main()
