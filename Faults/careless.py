#!/usr/bin/env python3
"""The planted fault: the writes of `daybreak-bench writes`, by a program that may be careless about the disk.

    careless.py DATABASE WRITERS COUNT ACKS SYNCHRONOUS      SYNCHRONOUS: FULL, NORMAL or OFF

With FULL it is as careful as Daybreak, and the power-cut test must find nothing; with the others it acknowledges what
is not safe, and the test must find that. So the test is tested.
"""

import os
import sqlite3
import sys
import threading


def body(writer, number, part):
    seed = writer * 7919 + number * 104729 + part * 1299709
    size = 5000 if seed % 11 == 0 else seed % 300
    return bytes((seed + i * 31) & 255 for i in range(size))


def main():
    path, writers, count, acks, synchronous = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:6]
    # Debian's Python opens with O_CREAT only; Daybreak makes the file's name durable, and so do we.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    folder = os.open(os.path.dirname(os.path.abspath(path)), os.O_RDONLY)
    os.fsync(folder)
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.executescript("""
        BEGIN;
        CREATE TABLE written (writer INTEGER NOT NULL, number INTEGER NOT NULL, parts INTEGER NOT NULL) STRICT;
        CREATE INDEX written_writer ON written (writer, number);
        CREATE TABLE part (writer INTEGER NOT NULL, number INTEGER NOT NULL, part INTEGER NOT NULL,
            body BLOB NOT NULL) STRICT;
        CREATE INDEX part_writer ON part (writer, number);
        CREATE TABLE counter (writer INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
        INSERT INTO counter (writer, last) VALUES (-1, 0);
        COMMIT;
    """)
    database.execute(f"PRAGMA synchronous = {synchronous}")
    told = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    turn = threading.Lock()

    def write(writer):
        for number in range(1, count + 1):
            with turn:
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO counter VALUES (?, ?) ON CONFLICT DO UPDATE SET last = excluded.last",
                                 (writer, number))
                parts = 1 + (writer + number) % 4
                database.execute("INSERT INTO written VALUES (?, ?, ?)", (writer, number, parts))
                for part in range(parts):
                    database.execute("INSERT INTO part VALUES (?, ?, ?, ?)",
                                     (writer, number, part, body(writer, number, part)))
                database.execute("UPDATE counter SET last = last + 1 WHERE writer = -1")
                database.execute("COMMIT")
            os.write(told, b"%d %d\n" % (writer, number))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()


main()
