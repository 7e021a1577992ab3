#!/usr/bin/env python3
"""Verifies the ledger of a Benefits database, from docs/ledger.md alone.

It shares no code with the programs and needs nothing but Python's standard library:

    python3 verify_ledger.py benefits.db

prints one line an entry (number, content hash, hash), then one line for each finding that begins with
"finding", and ends with 1 if there is any. Like `benefits-cli verify` it reveals tampering and does not
prevent it.
"""
import hashlib
import re
import sqlite3
import struct
import sys


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def field(name, value):
    """A named value: length of the name, name, kind, value. Absent ones take no room."""
    if value is None:
        return b""
    head = bytes([len(name)]) + name.encode()
    if isinstance(value, str):
        text = value.encode("utf-8", "surrogateescape")
        return head + b"t" + struct.pack(">I", len(text)) + text
    if isinstance(value, int):
        return head + b"i" + struct.pack(">q", value)
    return head + b"r" + struct.pack(">d", value)


def record(kind, *pairs):
    return field("record", kind) + b"".join(field(name, value) for name, value in pairs)


def measurements(series, rows):
    """The record of what one entry wrote to one series; rows are in the order of their periods."""
    body, notes = b"", b""
    for period, number, denominator, flags, note in rows:
        flags |= (0x10 if number is not None else 0) | (0x20 if denominator is not None else 0)
        flags |= 0x40 if note is not None else 0
        body += struct.pack(">iBdd", period, flags, number or 0.0, denominator or 0.0)
        if note is not None:
            notes += struct.pack(">i", period) + note.encode()
    measure, site, stratum, kind = series
    return record(
        "measurements", ("measure", measure), ("site", site), ("stratum", stratum),
        ("period_kind", kind), ("rows", len(rows)), ("rows_sha256", sha256(body)),
        ("notes_sha256", sha256(notes) if notes else None))


def content_hash(records):
    data = record("content", ("encoding_version", 1), ("records", len(records)))
    for one in sorted(records):
        data += struct.pack(">I", len(one)) + one
    return sha256(data)


BASELINE = ["first_period", "last_period", "value", "source_sha256", "state", "validated_by",
            "validated_on"]
TARGET = ["value", "amber", "stretch", "basis", "from_period", "reach_by", "hold_until",
          "trajectory", "committed_by", "committed_on", "decision_sha256"]
ENTRY = ["id", "recorded_at", "stated", "origin", "recorded_by", "command_sha256", "tool_version",
         "reason_sha256", "file_name", "file_size", "file_sha256", "rows_added", "rows_revised",
         "rows_unchanged"]


class Ledger:
    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        self.records, self.counts, self.findings, self.lines = {}, {}, [], []

    def rows(self, query):
        return self.database.execute(query)

    def add(self, entry, data, count=1):
        self.records.setdefault(entry, []).append(data)
        self.counts[entry] = self.counts.get(entry, 0) + count

    def find(self, entry, text):
        self.findings.append(f"finding entry {entry}: {text}")

    def read(self):
        series = {row[0]: row[1:] for row in self.rows(
            "SELECT id, measure, site, stratum, period_kind FROM series")}
        removed = dict(self.rows("SELECT hash, entry_id FROM redaction_row"))
        for digest, entry in self.rows("SELECT hash, entry_id FROM redaction_row"):
            self.add(entry, record("redaction", ("text_sha256", digest)))
        texts = set()
        for digest, body in self.rows("SELECT hash, body FROM text"):
            texts.add(digest)
            if body is None and digest not in removed:
                self.find("?", f"text {digest} was removed, and no entry says so")
            if body is not None and digest in removed:
                self.find(removed[digest], f"text {digest} is back")
            if body is not None and sha256(body.encode("utf-8", "surrogateescape")) != digest:
                self.find("?", f"text {digest} was changed")
        for noun, name, entry, ordinal, retired, body in self.rows(
                "SELECT noun, id, entry_id, ordinal, retired, body FROM definition_row"):
            self.add(entry, record(
                "definition", ("noun", noun), ("id", name), ("ordinal", ordinal),
                ("retired", retired), ("body", body)))
            for digest in re.findall(r'_sha256":"([0-9a-f]{64})"', body or ""):
                if digest not in texts:
                    self.find(entry, f"text {digest} is missing")
        for kind, table, columns in (("baseline", "baseline_row", BASELINE),
                                     ("target", "target_row", TARGET)):
            for row in self.rows(f"SELECT series_id, entry_id, ordinal, retired, "
                                 f"{', '.join(columns)} FROM {table}"):
                measure, site, stratum, _ = series[row[0]]
                self.add(row[1], record(
                    kind, ("measure", measure), ("site", site), ("stratum", stratum),
                    ("ordinal", row[2]), ("retired", row[3]), *zip(columns, row[4:])))
        blocks = {}
        for row in self.rows("SELECT series_id, entry_id, period, number, denominator, flags, "
                             "note_sha256 FROM measurement_row ORDER BY period"):
            blocks.setdefault((row[1], row[0]), []).append(row[2:])
        for (entry, key), rows in blocks.items():
            self.add(entry, measurements(series[key], rows), len(rows))

    def follow(self):
        before = None
        columns = ENTRY + ["encoding_version", "content_hash", "previous_hash", "hash"]
        for row in self.rows(f"SELECT {', '.join(columns)} FROM entry ORDER BY id"):
            values = dict(zip(columns, row))
            entry = values["id"]
            expected = 1 if before is None else before["id"] + 1
            if entry != expected:
                self.find(expected, "is missing")
            elif values["previous_hash"] != (before and before["hash"]):
                self.find(entry, "does not follow the entry before it")
            content = content_hash(self.records.pop(entry, []))
            if self.counts.get(entry, 0) != values["rows_added"] + values["rows_revised"]:
                self.find(entry, "wrote another number of rows")
            elif content != values["content_hash"]:
                self.find(entry, "its content is not that of its content hash")
            digest = sha256(record(
                "entry", ("encoding_version", values["encoding_version"]),
                ("previous_hash", values["previous_hash"]),
                ("content_hash", values["content_hash"]),
                *((name, values[name]) for name in ENTRY)))
            if digest != values["hash"]:
                self.find(entry, "its fields are not those of its hash")
            self.lines.append(f"{entry} {content} {digest}")
            before = values
        for entry in sorted(self.records):
            self.find(entry, "is missing, and rows that it wrote are there")


def main():
    ledger = Ledger(sys.argv[1])
    ledger.read()
    ledger.follow()
    print("\n".join(ledger.lines + ledger.findings))
    return 1 if ledger.findings else 0


if __name__ == "__main__":
    sys.exit(main())
