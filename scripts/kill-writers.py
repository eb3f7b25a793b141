#!/usr/bin/env python3
"""Kills 32 concurrent writers (`kill -9`), over and over, and looks whether everything acknowledged is still there.

    kill-writers.py [--kills N] [--writers N] [--seed N] [--pause SECONDS] [--binary PATH] [--only sqlite|postgres]

Starts `daybreak-bench desk-writes` on a database, kills it after a random time, and checks: the database opens, every write
that was acknowledged is there, none is there twice or in part, and no writer is more than one write ahead of what it
acknowledged. The next start goes on in the same database. Does so N times on SQLite and N times on PostgreSQL (a
server of its own, with fsync on). Prints the counts; ends with 1 at the first fault.

Then it tests itself: in the SQLite database that is left it takes away a part, repeats a write, and acknowledges what
was never written; the checker must find each.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from built import bench
from cluster import binaries, cluster


def lines(acks):
    return acks.read_bytes().count(b"\n") if acks.exists() else 0


def kill_once(options, database, acks, after):
    """Starts the writers, kills them `after` seconds after their first acknowledgements; returns how many came."""
    before = lines(acks)
    words = [options.binary, "desk-writes", database, str(options.writers), "1000000", str(acks)]
    writers = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while lines(acks) < before + options.writers:
        if writers.poll() is not None or time.monotonic() > end:
            raise SystemExit(f"the writers ended by themselves ({writers.poll()}) or never began")
        time.sleep(0.005)
    time.sleep(after)
    if writers.poll() is not None:
        raise SystemExit(f"the writers ended by themselves with {writers.returncode}")
    writers.send_signal(signal.SIGKILL)
    writers.wait()
    # The first line of each writer only repeats what is there.
    return lines(acks) - before - options.writers


def check(options, database, acks):
    done = subprocess.run([options.binary, "check-desk-writes"], input=f"{database}\t{acks}\n", stdout=subprocess.PIPE,
                          text=True)
    return done.stdout.strip() if done.returncode == 0 else f"the checker ended with {done.returncode}"


def run(options, name, database, folder):
    draw = random.Random(f"{name} {options.seed}")
    acks = folder / f"{name}-acks"
    begun, acknowledged, idle = time.monotonic(), 0, 0
    for number in range(options.kills):
        after = draw.uniform(0, options.pause)
        came = kill_once(options, database, acks, after)
        acknowledged += came
        idle += came == 0
        answer = check(options, database, acks)
        if answer != "ok":
            print(f"{name}: kill {number + 1}, {after:.3f} s after the first acknowledgements: {answer}")
            return False
    print(f"{name}: {options.kills} kills of {options.writers} writers ({idle} of them before a write was "
          f"acknowledged); {acknowledged:,} acknowledged writes are all there, none twice, none in part; "
          f"{time.monotonic() - begun:.0f} s", flush=True)
    return True


PLANTS = [
    ("LOST", None),
    ("in part", "DELETE FROM part WHERE rowid = (SELECT MAX(rowid) FROM part)"),
    ("other bytes", "UPDATE part SET body = zeroblob(length(body) + 1) WHERE rowid = (SELECT MIN(rowid) FROM part)"),
    ("twice", "INSERT INTO written SELECT * FROM written LIMIT 1"),
    ("counted", "DELETE FROM written WHERE rowid = 1"),
    ("counted", "UPDATE counter SET last = last + 1 WHERE writer IN (-1, 0)"),
    ("does not verify", "UPDATE record_version SET reason = x'61' WHERE id = 16777217"),
    ("does not verify", "UPDATE ledger_entry SET actor = 'w99' WHERE idx = 0"),
    ("keys", "DELETE FROM idempotency WHERE key = '1'"),
]


def self_test(options, database, acks, folder):
    """Plants faults one after the other; returns whether the checker found all of them."""
    for number, (expected, change) in enumerate(PLANTS):
        copy, told = folder / f"plant-{number}.db", folder / f"plant-{number}-acks"
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            if change:
                target.execute(change)
                target.commit()
        shutil.copy(acks, told)
        if not change:
            with told.open("a") as file:
                file.write("0 1000000000\n")
        answer = check(options, str(copy), told)
        if expected not in answer and not (expected == "counted" and "in part" in answer):
            print(f"planted: {change or 'an acknowledgement'}; the checker said: {answer}")
            return False
    print(f"self-test: {len(PLANTS)} planted faults, all found")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--writers", type=int, default=32)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause", type=float, default=0.3, help="the longest time before a kill, in seconds")
    parser.add_argument("--binary", default=None)
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary or bench())
    print(f"seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="daybreak-kill-") as name:
        folder = Path(name)
        good = True
        if options.only != "postgres":
            database = str(folder / "kill.db")
            good = run(options, "sqlite", database, folder)
            good = good and self_test(options, database, folder / "sqlite-acks", folder)
        if options.only == "sqlite" or not good:
            return 0 if good else 1
        if not binaries():
            print("SKIPPED: PostgreSQL is not installed, so its writers were not killed")
            return 0
        with cluster() as address:
            good = run(options, "postgres", address, folder)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
