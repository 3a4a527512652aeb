"""The tables of the record, and how those of an older layout are brought up."""

from __future__ import annotations

import sqlite3

LAYOUT = "6"
SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letters (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, path TEXT NOT NULL, industry TEXT NOT NULL,
    lines BLOB NOT NULL, stale INTEGER NOT NULL DEFAULT 1,
    side TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '',
    sent TEXT NOT NULL DEFAULT '', header TEXT NOT NULL DEFAULT '', spine TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS digests (digest TEXT PRIMARY KEY, letter TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keys (key TEXT, letter TEXT, PRIMARY KEY (key, letter)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_letter ON keys (letter);
CREATE TABLE IF NOT EXISTS pairs (
    id TEXT PRIMARY KEY, letter TEXT NOT NULL, seq INTEGER NOT NULL, company TEXT NOT NULL, cik TEXT NOT NULL,
    name TEXT NOT NULL, day INTEGER NOT NULL, pair TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS pairs_seq ON pairs (seq);
CREATE INDEX IF NOT EXISTS pairs_letter ON pairs (letter);
CREATE INDEX IF NOT EXISTS pairs_called ON pairs (name, id);
CREATE TABLE IF NOT EXISTS called (cik TEXT, name TEXT, company TEXT, PRIMARY KEY (cik, name, company)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS called_name ON called (name, cik, company);
CREATE TABLE IF NOT EXISTS marks (
    pair TEXT PRIMARY KEY, company TEXT NOT NULL, day INTEGER NOT NULL, released INTEGER NOT NULL,
    labels TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS marks_company ON marks (company);
CREATE TABLE IF NOT EXISTS vectors (pair TEXT PRIMARY KEY, row BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS gone (id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ledger (name TEXT PRIMARY KEY, upto INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS companies (key TEXT PRIMARY KEY, company TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bearers (name TEXT, cik TEXT, PRIMARY KEY (name, cik)) WITHOUT ROWID;
"""
LATER = {
    "letters": {
        "known": "TEXT NOT NULL DEFAULT ''",  # what EDGAR says of it
        "released": "TEXT NOT NULL DEFAULT ''",
        "said": "TEXT NOT NULL DEFAULT '[]'",  # of its comments, what a review takes
        "company": "TEXT NOT NULL DEFAULT ''",
        "review": "TEXT NOT NULL DEFAULT ''",
        "open": "INTEGER NOT NULL DEFAULT 0",  # comments without an answer at hand
        "facts": "TEXT NOT NULL DEFAULT ''",  # a digest of what its pairs take from the review
    },
    "pairs": {
        "number": "TEXT NOT NULL DEFAULT ''",
        "released": "INTEGER NOT NULL DEFAULT 0",
    },
}
"""Columns that the tables of the first layout did not have; their values come with a rebuild."""
INDICES = """
CREATE INDEX IF NOT EXISTS letters_stale ON letters (id) WHERE stale;
CREATE INDEX IF NOT EXISTS letters_company ON letters (company, sent);
CREATE INDEX IF NOT EXISTS letters_review ON letters (review, open);
CREATE INDEX IF NOT EXISTS companies_company ON companies (company);
"""


def prepare(db: sqlite3.Connection) -> None:
    """Makes the tables, columns and indices that are not there. Raises sqlite3.DatabaseError for no database."""
    db.executescript(SCHEMA)
    for table, columns in LATER.items():
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        for name in [name for name in columns if name not in there]:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {name} {columns[name]}")
    db.executescript(INDICES)
