#!/usr/bin/env python3
"""Draws the synthetic measurements of the Home First sample and writes them beside this script.

Every number is invented. The same seed gives the same files on every machine: each measure has a generator of its own, so that one
can be drawn again without the others. The tests use the committed files, never this script.

    measurements-2025-11.csv   what was known on 5 December 2025
    restated-2025-10.csv       a saving that was restated a week later
    measurements-2026-03.csv   what came after
    crisis-response-parts.csv  crisis referrals by team, and by deprivation fifth
"""

import datetime
import math
import pathlib
import random

MONTHS = [f"{2023 + (3 + t) // 12}-{(3 + t) % 12 + 1:02d}" for t in range(36)]
QUARTERS = [f"{y}/{(y + 1) % 100}-Q{q}" for y in (2023, 2024, 2025) for q in (1, 2, 3, 4)]


SEASON = [1.012, 0.973, 0.942, 0.926, 0.930, 0.953, 0.988, 1.027, 1.058, 1.074, 1.070, 1.047]  # April to March


class Draw:
    """Draws that depend on nothing but the seed."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def normal(self, mean, deviation):
        u = 1 - self.source.random()
        v = self.source.random()
        return mean + deviation * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)

    def between(self, low, high):
        return low + (high - low) * self.source.random()

    def poisson(self, mean):
        count, product = 0, self.source.random()
        while product > math.exp(-mean):
            count += 1
            product *= self.source.random()
        return count


def rows():
    yield from crisis_response(Draw("HF-M01/1"))
    yield from admissions(Draw("HF-M02/176"))
    yield from length_of_stay(Draw("HF-M03/13"))
    yield from experience(Draw("HF-M04/1"))
    yield from fixed("HF-M05", QUARTERS, [47.8, 48.9, 46.7, 48.6, 49.4, 52.1, 53.0, 55.2, 56.8, 58.4, 59.5, 60.1])
    yield from falls()
    yield from pressure_ulcers(Draw("HF-M07/1"))
    yield from readmissions(Draw("HF-M08/1"))
    yield from saving(Draw("HF-M09/1"))
    yield from hours_released(Draw("HF-M10/1"))
    yield from agency_spend(Draw("HF-M11/2"))
    yield from sickness(Draw("HF-M12/1"))
    pulse = [6.0, 6.3, 5.9, 6.2, 6.0, 6.2, 6.1, 6.0, 6.3, 6.2, 5.9, 6.3, 6.1, 6.2, 6.0, 6.4, 6.5, 6.5]
    yield from fixed("HF-M13", MONTHS[::2], pulse)
    yield from caseload(Draw("HF-M14/3"))
    yield from fixed("HF-M15", MONTHS, [0] * 16 + [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7])
    yield from assessments(Draw("HF-M16/1"))
    yield from activation(Draw("HF-M17/1"))
    yield from fixed("HF-M20", QUARTERS, [42, 40, 41, 43, 41, 39, 38, 36, 35, 34, 33, 32])


def fixed(measure, periods, values):
    for period, value in zip(periods, values):
        yield measure, period, value, "", "", "", ""


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


def admissions(draw):
    for t, month in enumerate(MONTHS):
        people = 61_800 + 25 * t
        rate = 22.4 * SEASON[t % 12] * (0.936 if t >= 18 else 1) / 1000
        yield "HF-M02", month, "", round(people * rate * draw.normal(1, 0.008)), people, "", ""


def falls():
    gaps = [12, 25, 9, 31, 17, 22, 6, 28, 19, 14, 35, 11, 20, 16, 27, 8, 24, 18, 21, 13, 30, 26]
    gaps += [34, 52, 29, 61, 38, 47, 70, 44, 57, 41, 63, 49]
    day = datetime.date(2023, 4, 9)
    yield "HF-M06", day.isoformat(), 1, "", "", "", ""
    for gap in gaps:
        day += datetime.timedelta(days=gap)
        yield "HF-M06", day.isoformat(), 1, "", "", "", ""
    yield "HF-M06", "2026-03-31", 0, "", "", "", "no further fall to this day"


def pressure_ulcers(draw):
    for t, month in enumerate(MONTHS):
        count = draw.poisson(14)
        note = "validation exercise: 15 back-dated" if month == "2025-05" else ""
        yield "HF-M07", month, 31 if note else count, "", "", "", note


def saving(draw):
    plan = [9.9, 13.6, 18.5, 25.0, 33.3, 43.8, 56.4, 71.2, 87.6, 104.9, 122.2, 138.6, 153.4, 166.0, 176.5, 184.8, 191.2]
    plan += [196.1, 199.8, 202.6, 204.6]
    for month, planned in zip(MONTHS[15:], plan):
        yield "HF-M09", month, round(planned * draw.normal(0.71, 0.06 * 0.71), 1), "", "", "", ""


def hours_released(draw):
    for t, month in enumerate(MONTHS[15:], start=1):
        state = "provisional" if month == "2026-03" else ""
        yield "HF-M10", month, round(min(80 * t, 1800) + draw.normal(0, 55)), "", "", state, ""


def agency_spend(draw):
    for t, month in enumerate(MONTHS):
        mean = 412 if t <= 13 else 412 - 122 * (t - 13) / 14 if t <= 27 else 290 + 9 * (t - 27)
        yield "HF-M11", month, round(draw.normal(mean, 9)), "", "", "", ""


def sickness(draw):
    for t, month in enumerate(MONTHS):
        available = round(draw.between(51_500, 52_500))
        share = draw.normal(5.9 * (1 + 0.06 * math.cos(2 * math.pi * (t - 9) / 12)), 0.12) / 100
        yield "HF-M12", month, "", round(available * share), available, "", ""


def activation(draw):
    for t, month in enumerate(MONTHS[21:]):
        yield "HF-M17", month, round(draw.normal(55 + 0.15 * t, 1.2), 1), "", "", "", ""


TEAMS = {
    "alderwick": 0.14, "brackenmere": 0.13, "cotterfold": 0.12, "dunmarsh": 0.11, "elmhollow": 0.11,
    "farrowgate": 0.10, "gatesholm": 0.10, "hollinvale": 0.10, "inglemoor": 0.09,
}
FIFTHS = {"fifth-1": 0.26, "fifth-2": 0.22, "fifth-3": 0.20, "fifth-4": 0.17, "fifth-5": 0.15}
# How far each part lies from the whole, in points: the first teams are ahead, the most deprived fifth a little behind.
TEAM_GAPS = [2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.5, -1.5, -2.5]
FIFTH_GAPS = [-1.2, -0.5, 0.2, 0.7, 1.2]


def parts(whole):
    """Splits each month's referrals so that the parts add up to the whole."""
    for measure, month, _, seen, referrals, *_ in whole:
        for names, gaps in ((TEAMS, TEAM_GAPS), (FIFTHS, FIFTH_GAPS)):
            sizes = share(referrals, list(names.values()))
            wanted = [size * (seen / referrals + gap / 100) for size, gap in zip(sizes, gaps)]
            for name, size, number in zip(names, sizes, share(seen, wanted)):
                site, stratum = (name, "all") if names is TEAMS else ("home-first", name)
                yield measure, month, site, stratum, min(number, size), size


def share(total, weights):
    """Shares out a whole number by weights, the largest remainders first."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [int(number) for number in exact]
    order = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    return shares


def is_late(period):
    return period in ("2025/26-Q3", "2025/26-Q4") if "/" in period else period >= "2025-12"


def main():
    folder = pathlib.Path(__file__).parent
    drawn = list(rows())
    restated = [
        (measure, period, round(value - 38, 1), "", "", "", "audit: 38 of October withdrawn")
        for measure, period, value, *_ in drawn
        if (measure, period) == ("HF-M09", "2025-10")
    ]
    write(folder / "measurements-2025-11.csv", [row for row in drawn if not is_late(row[1])])
    write(folder / "restated-2025-10.csv", restated)
    write(folder / "measurements-2026-03.csv", [row for row in drawn if is_late(row[1])])
    whole = [row for row in drawn if row[0] == "HF-M01"]
    write(folder / "crisis-response-parts.csv", parts(whole), "measure,period,site,stratum,numerator,denominator")


def write(path, rows, header="measure,period,value,numerator,denominator,state,note"):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(header + "\n")
        for row in rows:
            file.write(",".join(str(cell) for cell in row) + "\n")


main()
