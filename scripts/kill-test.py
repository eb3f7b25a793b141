#!/usr/bin/env python3
"""Kills `daybreak import` at random moments, and looks at what is left: all of the file, or none of it.

    kill-test.py [--binary PATH] [--rows N] [--kills N] [--seed N] [--postgres CONNINFO [--no-sqlite]]

Writes a CSV of N call records (200,000), measures one import that nobody disturbs, and then, on a fresh database
each time, kills the import (`kill -9`) after a random part of that time. After each kill the database must open,
`daybreak verify` must pass, and the file must be in the picture as a whole, or not at all; then the import is run
again and must end with the whole of it. Prints the counts; exits 1 at the first kill that left something else.

Does it on SQLite and, with --postgres, on PostgreSQL, too: in the database that CONNINFO names (an address such as
postgresql:///test?host=/tmp), which must be there for this purpose alone: its tables are dropped each time.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PERMIT = ["--authority", "kill test", "--basis", "none", "--from", "2000-01-01", "--until", "2039-12-31"]


def write_calls(path, rows, seed):
    draw = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n")
        for row in range(rows):
            second = row % 86_400
            file.write(
                f"08{draw.randrange(20_000):08},08{draw.randrange(20_000):08},"
                f"2026-06-{row // 86_400 + 1:02} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02},"
                f"{draw.randrange(600)},VOICE,,,520-01-{draw.randrange(40)}-{draw.randrange(9)}\n")


class Place:
    """A database that can be made new."""

    def __init__(self, name, address, renew):
        self.name, self.address, self.renew = name, address, renew


def sqlite(folder):
    path = folder / "kill.db"

    def renew():
        for file in folder.glob("kill.db*"):
            file.unlink()

    return Place("sqlite", str(path), renew)


def postgres(conninfo):
    def renew():
        drop = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
        # A server process that lost its client may still be at work; dropping waits for it.
        subprocess.run(["psql", "-q", conninfo, "-c", drop], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    return Place("postgres", conninfo, renew)


class Program:
    def __init__(self, binary, csv):
        self.binary, self.csv = binary, str(csv)

    def importing(self, place):
        return [self.binary, "import", self.csv, "--profile", "calls-siam", "--db", place.address, "--as", "analyst", *PERMIT]

    def run(self, *arguments):
        done = subprocess.run([self.binary, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return done.returncode, done.stdout, done.stderr

    def sources(self, place):
        """The sources with their states, or None when there is no database at all."""
        code, out, error = self.run("sources", "--db", place.address, "--as", "analyst", "--json")
        if code == 6:
            return None
        if code not in (0, 3):
            raise SystemExit(f"sources ended with {code}: {error}")
        return json.loads(out)["sources"]

    def calls(self, place):
        """How many calls a reader sees."""
        code, out, error = self.run("timeline", "--limit", "1", "--db", place.address, "--as", "analyst", "--json")
        if code not in (0, 3):
            raise SystemExit(f"timeline ended with {code}: {error}")
        return json.loads(out)["total"]


def kill_once(program, place, after, rows):
    """Kills one import; returns what was left: `nothing`, `staged` or `everything`."""
    place.renew()
    program.run("init", "--demonstration", "--db", place.address)
    process = subprocess.Popen(program.importing(place), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
        killed = False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        killed = True
    sources = program.sources(place)
    if not sources:
        left = "nothing"
    else:
        code, out, error = program.run("verify", "--db", place.address, "--as", "analyst")
        if code != 0:
            raise SystemExit(f"killed after {after:.2f} s: verify ended with {code}\n{out}{error}")
        seen = program.calls(place)
        state = sources[0]["state"]
        if len(sources) != 1 or (state, seen) not in (("staged", 0), ("committed", rows)):
            raise SystemExit(f"killed after {after:.2f} s: {len(sources)} sources, {state}, {seen} calls of {rows}")
        left = "everything" if state == "committed" else "staged"
    # Whoever tries again gets all of it, once.
    code, out, error = program.run(*program.importing(place)[1:])
    if code != 0 or program.calls(place) != rows:
        raise SystemExit(f"killed after {after:.2f} s: the second try ended with {code}\n{out}{error}")
    return left, killed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/daybreak")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--postgres")
    parser.add_argument("--no-sqlite", action="store_true")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    draw = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="daybreak-kill-") as name:
        folder = Path(name)
        csv = folder / "calls.csv"
        write_calls(csv, options.rows, options.seed)
        program = Program(os.path.abspath(options.binary), csv)
        places = [] if options.no_sqlite else [sqlite(folder)]
        if options.postgres:
            places.append(postgres(options.postgres))
        for place in places:
            place.renew()
            begun = time.monotonic()
            subprocess.run(program.importing(place), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            undisturbed = time.monotonic() - begun
            counts = {"nothing": 0, "staged": 0, "everything": 0}
            killed = 0
            for _ in range(options.kills):
                left, was_killed = kill_once(program, place, draw.uniform(0.01, undisturbed * 1.02), options.rows)
                counts[left] += 1
                killed += was_killed
            print(f"{place.name}: {options.rows:,} rows in {undisturbed:.1f} s undisturbed; {killed} of {options.kills} "
                  f"killed; left {counts['nothing']} × nothing, {counts['staged']} × waiting, none of it in the "
                  f"picture, {counts['everything']} × everything; verify passed each time, and the second try too")
    return 0


if __name__ == "__main__":
    sys.exit(main())
