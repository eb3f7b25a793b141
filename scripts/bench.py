#!/usr/bin/env python3
"""Runs Daybreak beside its peers on the same data in one run and prints ratios (`make bench`).

    scripts/bench.py [ROWS]      ROWS call records; 1,000,000 unless given

Peers: the `sqlite3` shell (`.import` into the same columns with the same indexes) and FollowTheMoney's own CSV mapping
(`ftm map-csv`, on a part of the rows, because it takes minutes). PostgreSQL runs in a cluster of its own in a temporary
folder. Absolute times mean nothing on a shared machine; ratios do.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / ".build" / "release" / "daybreak-bench"
VENV = ROOT / ".venv" / "bin"
PEER_SQL = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE calls (CALLING_NUMBER TEXT, CALLED_NUMBER TEXT, START_TIME TEXT, DURATION_SEC INTEGER, CALL_TYPE TEXT,
    IMEI TEXT, IMSI TEXT, CELL_ID TEXT);
.import --csv --skip 1 {csv} calls
CREATE INDEX calls_a ON calls (CALLING_NUMBER, START_TIME);
CREATE INDEX calls_b ON calls (CALLED_NUMBER, START_TIME);
CREATE INDEX calls_place ON calls (CELL_ID, START_TIME);
"""
FTM_MAPPING = """
bench:
  queries:
    - csv_url: file://{csv}
      entities:
        caller: {{schema: LegalEntity, keys: [CALLING_NUMBER], properties: {{phone: {{column: CALLING_NUMBER}}}}}}
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
"""


def run(command, **options):
    """Runs a command; returns its output, wall seconds, CPU seconds and peak memory in MB."""
    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(["/usr/bin/time", "-f", "%M", "-o", "/tmp/bench.peak", *map(str, command)],
                          check=True, stdout=subprocess.PIPE, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = int(pathlib.Path("/tmp/bench.peak").read_text().split()[-1]) / 1024
    return done.stdout, time.monotonic() - start, cpu, peak


def line(name, wall, cpu, peak, ratio=""):
    """Prints a row of a table."""
    print(f"  {name:<44}{wall:>9.2f} s{cpu:>9.2f} CPU-s{peak:>8.0f} MB   {ratio}", flush=True)


def imports(folder, rows):
    """Import to committed and searchable, beside `sqlite3 .import` and `ftm map-csv`."""
    print(f"Import of {rows:,} call records")
    calls = folder / "calls.csv"
    run([BENCH, "generate", rows, calls])
    _, peer, cpu, peak = run(["sqlite3", folder / "peer.db"], input=PEER_SQL.format(csv=calls))
    line("sqlite3 .import, same columns and indexes", peer, cpu, peak)
    _, ours, cpu, peak = run([BENCH, "import", calls, folder / "ours.db"])
    line("Daybreak on SQLite", ours, cpu, peak, f"{ours / peer:.2f} x the time of sqlite3 (reach: 2)")
    followthemoney(folder, calls, rows, ours)
    return calls, ours


def followthemoney(folder, calls, rows, ours):
    """The same rows through FollowTheMoney's mapping; a part of them, scaled."""
    if not (VENV / "ftm").exists():
        print("  ftm: skipped, not installed (scripts/setup.sh --test)")
        return
    part = min(rows, 20_000)
    sample = folder / "part.csv"
    with open(calls, encoding="utf-8") as source, open(sample, "w", encoding="utf-8") as target:
        for _, text in zip(range(part + 1), source):
            target.write(text)
    mapping = folder / "mapping.yml"
    mapping.write_text(FTM_MAPPING.format(csv=sample))
    _, wall, cpu, peak = run([VENV / "ftm", "map", mapping, "-o", folder / "entities.json"])
    each = wall / part
    line(f"ftm map, {part:,} of the rows", wall, cpu, peak,
         f"a row takes it {each * rows / ours:.0f} x as long (reach: 30)")


def memory(folder, rows):
    """Peak memory for one and ten times the rows."""
    print("Memory")
    peaks = []
    for factor in (1, 10):
        calls = folder / "grow.csv"
        run([BENCH, "generate", rows * factor, calls])
        database = folder / f"grow{factor}.db"
        _, wall, cpu, peak = run([BENCH, "import", calls, database])
        peaks.append(peak)
        line(f"Daybreak on SQLite, {rows * factor:,} rows", wall, cpu, peak)
        for name in folder.glob(f"grow{factor}.db*"):
            name.unlink()
        calls.unlink()
    print(f"  {peaks[1] / peaks[0]:.2f} x the memory for 10 x the rows (reach: flat, under 400 MB)")


def searches(database, folder, name):
    """A thousand mixed searches beside a bare lookup; two-hop walks."""
    output, *_ = run([BENCH, "search", database, folder / "peer.db"])
    figures = json.loads(output)
    floor = figures["lookup_p50_us"]
    print(f"Search, 1,000 mixed queries, {name}")
    print(f"  a bare indexed lookup of one page, SQLite        {floor:8.0f} us (median)")
    print(f"  search                                           {figures['search_p50_us']:8.0f} us (median)"
          f" {figures['search_p99_us']:8.0f} us (p99)   {figures['search_p99_us'] / floor:.1f} x the lookup (reach: 20)")
    print(f"  two hops from a median number                    {figures['walk_p50_us']:8.0f} us (median)"
          f" {figures['walk_p99_us']:8.0f} us (p99)   (reach: 5,000 us)")


def postgres(folder, calls, sqlite_seconds):
    """The same on PostgreSQL, in a cluster that is thrown away."""
    bins = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
    if not bins:
        print("PostgreSQL: skipped, not installed (scripts/setup.sh --test)")
        return
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    cluster = folder / "cluster"
    cluster.mkdir()
    if user:
        shutil.chown(cluster, "postgres")
    folder.chmod(0o755)
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([*user, bins[-1] / "initdb", "-D", cluster, "--locale=C", "--encoding=UTF8", "-A", "trust"], **quiet)
    options = f"-c listen_addresses= -c unix_socket_directories={cluster}"
    subprocess.run([*user, bins[-1] / "pg_ctl", "-D", cluster, "-o", options, "-w", "start", "-l", cluster / "log"], **quiet)
    try:
        address = f"postgresql:///postgres?host={cluster}&user=postgres"
        _, wall, cpu, peak = run([BENCH, "import", calls, address])
        print("PostgreSQL")
        line("Daybreak on PostgreSQL (CPU of the client)", wall, cpu, peak, f"{wall / sqlite_seconds:.2f} x SQLite")
        searches(address, folder, "PostgreSQL")
    finally:
        subprocess.run([*user, bins[-1] / "pg_ctl", "-D", cluster, "-m", "immediate", "stop"], **quiet)


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daybreak-bench-"))
    try:
        print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        calls, ours = imports(folder, rows)
        searches(folder / "ours.db", folder, "SQLite")
        postgres(folder, calls, ours)
        memory(folder, rows)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
