#!/usr/bin/env python3
"""Runs Daybreak beside its peers on the same data and prints ratios (`make bench`).

    scripts/bench.py [--rows N] [--runs N] [--ftm-rows N] [--without ten,postgres,ftm,ground]

Every figure is the median of --runs runs (3), in which both sides took turns. Wall time is what a person waits; CPU
seconds (of all threads, and on PostgreSQL of the server too) are what to trust while the machine has other work. Of a
search, a look-up and a walk it is the median of five in a row, so that a percentile tells queries apart and not the
machine's other work.
Absolute times mean nothing on a shared machine; ratios do.

Peers: the `sqlite3` shell (`.import` into the same columns with the same indexes), `psql` (`COPY` of the same file into
the same columns with the same indexes, in a cluster of its own in a temporary folder), and FollowTheMoney's own CSV
mapping (`ftm map`, on a part of the rows, because it takes minutes).
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / ".build" / "release" / "daybreak-bench"
FTM = ROOT / ".venv" / "bin" / "ftm"
TABLE = """CREATE TABLE calls (CALLING_NUMBER TEXT, CALLED_NUMBER TEXT, START_TIME TEXT, DURATION_SEC INTEGER,
    CALL_TYPE TEXT, IMEI TEXT, IMSI TEXT, CELL_ID TEXT);"""
INDEXES = """
CREATE INDEX calls_a ON calls (CALLING_NUMBER, START_TIME);
CREATE INDEX calls_b ON calls (CALLED_NUMBER, START_TIME);
CREATE INDEX calls_place ON calls (CELL_ID, START_TIME);
"""
SQLITE = f"PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n{TABLE}\n.import --csv --skip 1 {{csv}} calls\n{INDEXES}"
PSQL = f"{TABLE}\n\\copy calls FROM '{{csv}}' CSV HEADER\n{INDEXES}"
FTM_MAPPING = """
bench:
  queries:
    - csv_url: file://{csv}
      entities:
        caller:
          schema: LegalEntity
          keys: [CALLING_NUMBER]
          properties:
            phone: {{column: CALLING_NUMBER}}
            notes: {{columns: [IMEI, IMSI]}}
        called: {{schema: LegalEntity, keys: [CALLED_NUMBER], properties: {{phone: {{column: CALLED_NUMBER}}}}}}
        call:
          schema: Call
          keys: [CALLING_NUMBER, CALLED_NUMBER, START_TIME]
          properties:
            caller: {{entity: caller}}
            receiver: {{entity: called}}
            date: {{column: START_TIME}}
            duration: {{column: DURATION_SEC}}
            callerNumber: {{column: CALLING_NUMBER}}
            receiverNumber: {{column: CALLED_NUMBER}}
            summary: {{column: CALL_TYPE}}
            description: {{column: CELL_ID}}
"""


@dataclass
class Cost:
    """What a run has cost: seconds of the wall clock and of the processors, and megabytes at the peak."""
    wall: float
    cpu: float
    peak: float

    @staticmethod
    def median(costs):
        return Cost(*(statistics.median(values) for values in zip(*((c.wall, c.cpu, c.peak) for c in costs))))

    def ratio(self, floor):
        """How many times as much as another: by the wall clock, by the processors."""
        return f"{self.wall / floor.wall:6.2f} x wall {self.cpu / floor.cpu:6.2f} x CPU"


def run(command, folder, server=lambda: 0.0, **options):
    """Runs a command; returns its output and its cost. `server` tells the CPU seconds of a server that works for it."""
    peak = folder / "peak"
    before, busy, start = resource.getrusage(resource.RUSAGE_CHILDREN), server(), time.monotonic()
    done = subprocess.run(["/usr/bin/time", "-f", "%M", "-o", peak, *map(str, command)],
                          check=True, stdout=subprocess.PIPE, text=True, **options)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime + server() - busy
    return done.stdout, Cost(wall, cpu, int(peak.read_text().split()[-1]) / 1024)


def in_turns(runs, *sides):
    """Runs all sides one after the other, so many times; the median cost of each."""
    costs = [[] for _ in sides]
    for _ in range(runs):
        for side, found in zip(sides, costs):
            found.append(side())
    return [Cost.median(found) for found in costs]


def line(name, cost, note=""):
    """Prints a row of a table."""
    print(f"  {name:<46}{cost.wall:>8.2f} s{cost.cpu:>8.2f} CPU-s{cost.peak:>7.0f} MB   {note}", flush=True)


def remove(folder, name):
    """Removes a SQLite database with its log."""
    for file in folder.glob(f"{name}*"):
        file.unlink()


def on_sqlite(folder, calls, runs):
    """Import to committed and searchable, beside `sqlite3 .import`; leaves both databases for the searches."""

    def peer():
        remove(folder, "peer.db")
        return run(["sqlite3", folder / "peer.db"], folder, input=SQLITE.format(csv=calls))[1]

    def ours():
        remove(folder, "ours.db")
        return run([BENCH, "import", calls, folder / "ours.db"], folder)[1]

    floor, cost = in_turns(runs, peer, ours)
    line("sqlite3 .import, same columns and indexes", floor)
    line("Daybreak on SQLite", cost, f"{cost.ratio(floor)}   (reach: 2)")
    return cost


def followthemoney(folder, calls, rows, part, runs, ours):
    """The same rows through FollowTheMoney's mapping; a part of them, scaled."""
    if not FTM.exists():
        print("  ftm: skipped, not installed (scripts/setup.sh --test)")
        return
    part = min(rows, part)
    sample = folder / "part.csv"
    with open(calls, encoding="utf-8") as source, open(sample, "w", encoding="utf-8") as target:
        target.write(next(source))
        for _, text in zip(range(part), source):
            # ftm takes numbers with their country only, and would complain of every other.
            caller, called, rest = text.split(",", 2)
            target.write(f"+66{caller[1:]},+66{called[1:]},{rest}")
    mapping = folder / "mapping.yml"
    mapping.write_text(FTM_MAPPING.format(csv=sample))
    # The start of the interpreter is not what is measured: a mapping of one row is taken off.
    one = folder / "one.csv"
    one.write_text("".join(sample.read_text().splitlines(True)[:2]))
    start = folder / "start.yml"
    start.write_text(FTM_MAPPING.format(csv=one))

    def mapping_of(document):
        return lambda: run([FTM, "map", document, "-o", folder / "entities.json"], folder, stderr=subprocess.DEVNULL)[1]

    idle, cost = in_turns(runs, mapping_of(start), mapping_of(mapping))
    scale = rows / part
    whole = Cost((cost.wall - idle.wall) * scale, (cost.cpu - idle.cpu) * scale, cost.peak)
    line(f"ftm map, {part:,} rows", cost, f"{whole.ratio(ours)} for a row, its start taken off   (reach: 30)")


def ten_times(folder, rows, one):
    """Time and peak memory for ten times the rows."""
    calls = folder / "ten.csv"
    run([BENCH, "generate", rows * 10, calls], folder)
    _, cost = run([BENCH, "import", calls, folder / "ten.db"], folder)
    line(f"Daybreak on SQLite, {rows * 10:,} rows", cost,
         f"{cost.ratio(one)}, {cost.peak / one.peak:.2f} x memory for 10 x the rows (reach: flat, under 400 MB)")
    remove(folder, "ten.db")
    calls.unlink()


def searches(folder, database, name, runs):
    """A thousand mixed searches beside a bare lookup; two-hop walks. The medians of all runs."""
    outputs = [json.loads(run([BENCH, "search", database, folder / "peer.db"], folder)[0]) for _ in range(runs)]
    figures = {key: statistics.median(output[key] for output in outputs) for key in outputs[0]}
    floor = figures["lookup_p50_us"]
    print(f"Search, 1,000 mixed queries, {name}: microseconds, median and p99")
    print(f"  {'a bare indexed lookup of one page, SQLite':<46}{floor:>8.0f}{figures['lookup_p99_us']:>8.0f}")
    print(f"  {'search':<46}{figures['search_p50_us']:>8.0f}{figures['search_p99_us']:>8.0f}"
          f"   p99 {figures['search_p99_us'] / floor:.1f} x the median lookup (reach: 20)")
    print(f"  {'two hops from a median number':<46}{figures['walk_p50_us']:>8.0f}{figures['walk_p99_us']:>8.0f}"
          "   (reach: 5,000)")
    for name, many in (("64 labels of 128", ""), ("500 labels of 1,000", "_of_many")):
        print(f"  through {name}, beside unfiltered: search {figures['search_price' + many]:.2f} x,"
              f" two hops {figures['walk_price' + many]:.2f} x   (reach: 1.15)", flush=True)


def ground(folder):
    """What the one door, the ledger and the vault cost, each beside the bare thing that it stands on."""
    def figures(*words):
        return json.loads(run([BENCH, *words], folder)[0])

    desk = figures("desk", 2_000, folder / "desk.db")
    print("The one door: microseconds, medians of 2,000 in turns, SQLite")
    print(f"  {'a bare fsynced transaction':<46}{desk['bare_us']:>8.0f}")
    for side, name in (("open", "opening a record at the desk"), ("change", "changing one")):
        print(f"  {name:<46}{desk[f'{side}_us']:>8.0f}   {desk[f'{side}_ratio']:.2f} x   (reach: 2)")
    print(f"  {'a read noted in the ledger; one of 32 at once':<46}{desk['read_note_us']:>8.0f}"
          f"{desk['read_note_of_32_us']:>8.0f}")
    commits = figures("ledger-commits", 2_000, folder / "ledger.db")
    print(f"  {'a ledger entry, on a committed write':<46}{commits['with_ledger_us'] - commits['bare_us']:>8.0f}"
          f"   {commits['ratio']:.2f} x the write")
    memory = figures("ledger", 1_000_000)
    print(f"  appends in memory: {memory['appends_per_s']:,.0f} a second on one core   (reach: 300,000);"
          f" {memory['ratio_to_raw_sha256']:.2f} x raw SHA-256 of the same bytes")
    vault = figures("vault")
    print(f"  sealing {vault['seal_ratio']:.2f} x, opening {vault['open_ratio']:.2f} x bare AES-256-GCM", flush=True)
    remove(folder, "desk.db")
    remove(folder, "ledger.db")


class Cluster:
    """A PostgreSQL cluster that is thrown away."""

    def __init__(self, folder):
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.folder = folder / "cluster"
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        self.quiet = {"check": True, "stdout": subprocess.DEVNULL}

    def __enter__(self):
        self.folder.mkdir()
        if self.user:
            shutil.chown(self.folder, "postgres")
        self.folder.parent.chmod(0o755)
        subprocess.run([*self.user, self.bin / "initdb", "-D", self.folder, "--locale=C", "--encoding=UTF8",
                        "-A", "trust", "-U", "postgres"], **self.quiet)
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c max_wal_size=4GB"
        subprocess.run([*self.user, self.bin / "pg_ctl", "-D", self.folder, "-o", options, "-w", "start",
                        "-l", self.folder / "log"], **self.quiet)
        return self

    def __exit__(self, *_):
        subprocess.run([*self.user, self.bin / "pg_ctl", "-D", self.folder, "-m", "immediate", "stop"], **self.quiet)

    def address(self, database):
        return f"postgresql:///{database}?host={self.folder}&user=postgres"

    def renew(self, database):
        """Makes a database anew, and writes out what the last one has left, so that nobody pays for another."""
        for command in (f"DROP DATABASE IF EXISTS {database}", f"CREATE DATABASE {database}", "CHECKPOINT"):
            subprocess.run(["psql", "-q", self.address("postgres"), "-c", command], stderr=subprocess.DEVNULL,
                           **self.quiet)

    def busy(self):
        """CPU seconds of the server so far: of the processes there are, and of those that have ended."""
        time.sleep(0.2)  # A backend ends after its client.
        parent = (self.folder / "postmaster.pid").read_text().split()[0]
        ticks = 0
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if stat.parent.name == parent:
                ticks += sum(map(int, fields[11:15]))
            elif fields[1] == parent:
                ticks += sum(map(int, fields[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")


def on_postgres(folder, calls, runs, sqlite):
    """The same on PostgreSQL, beside `COPY` of the same file."""
    if not list(pathlib.Path("/usr/lib/postgresql").glob("*/bin")):
        print("PostgreSQL: skipped, not installed (scripts/setup.sh --test)")
        return
    with Cluster(folder) as cluster:

        def peer():
            cluster.renew("peer")
            return run(["psql", "-q", cluster.address("peer")], folder, cluster.busy, input=PSQL.format(csv=calls))[1]

        def ours():
            cluster.renew("ours")
            return run([BENCH, "import", calls, cluster.address("ours")], folder, cluster.busy)[1]

        print("PostgreSQL (CPU with the server's, memory of the client)")
        floor, cost = in_turns(runs, peer, ours)
        line("psql COPY, same columns and indexes", floor)
        line("Daybreak on PostgreSQL", cost, f"{cost.ratio(floor)}; {cost.ratio(sqlite)} of Daybreak on SQLite")
        searches(folder, cluster.address("ours"), "PostgreSQL", runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000,
                        help="call records (1,000,000); fewer than 300,000 lack numbers that are searched")
    parser.add_argument("--runs", type=int, default=3, help="runs of every measure (3)")
    parser.add_argument("--ftm-rows", type=int, default=20_000, help="the part that ftm gets (20,000)")
    parser.add_argument("--without", default="", help="what to leave out: ten, postgres, ftm, ground; with commas between")
    wanted = parser.parse_args()
    without = set(wanted.without.split(","))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daybreak-bench-"))
    try:
        print(f"{time.strftime('%Y-%m-%d %H:%M UTC', time.gmtime())}, {os.cpu_count()} cores,"
              f" load average {os.getloadavg()[0]:.1f}, median of {wanted.runs}")
        calls = folder / "calls.csv"
        run([BENCH, "generate", wanted.rows, calls], folder)
        print(f"Import of {wanted.rows:,} call records to committed and searchable")
        ours = on_sqlite(folder, calls, wanted.runs)
        if "ftm" not in without:
            followthemoney(folder, calls, wanted.rows, wanted.ftm_rows, wanted.runs, ours)
        if "ten" not in without:
            ten_times(folder, wanted.rows, ours)
        searches(folder, folder / "ours.db", "SQLite", wanted.runs)
        if "ground" not in without:
            ground(folder)
        if "postgres" not in without:
            on_postgres(folder, calls, wanted.runs, ours)
        print(f"load average at the end {os.getloadavg()[0]:.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
