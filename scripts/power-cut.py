#!/usr/bin/env python3
"""Cuts the power, over and over, under concurrent writes, and looks whether everything acknowledged is still there.

    power-cut.py [--states N] [--seed N] [--writers N] [--writes N] [--workload COMMAND] [--check COMMAND]
                 [--expect-loss] [--no-self-test]

Runs a workload once under a recorder (Faults/record.c) that logs every write, sync and change of a name, in order.
Then it makes N states that a disk may be in after a power cut at a random moment of that log: everything arrived, only
what was synced, some of the unsynced writes, or some of their 512-byte sectors. Each state is opened by the checker,
through the real storage driver, which looks whether the database is whole, whether every write that had been
acknowledged before the cut is there, and whether none is there in part. The workload's writes are actions at the desk,
so the checker also looks whether records, keys against repetition and the ledger say the same, and whether the ledger
verifies. The same seed gives the same states of the
same log. Ends with 1 at the first batch with a fault, and keeps that state.

Then it tests itself: a writer with `PRAGMA synchronous=OFF`, one with NORMAL and one with FULL (Faults/careless.py);
of the first two it must find lost writes, of the third none.

--workload and --check are commands; {db} and {acks} stand for the database and for the file of acknowledgements. A
checker gets lines DATABASE<TAB>ACKS and prints for each `ok` or what is wrong.
"""

import argparse
import bisect
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from built import ROOT, bench

sys.path.insert(0, str(ROOT / "Faults"))
from faults import Disk, read_log  # noqa: E402

MODES = ["prefix"] * 4 + ["nothing"] * 3 + ["subset"] * 7 + ["torn"] * 6
BATCH = 50


def build_recorder(folder):
    library = folder / "record.so"
    subprocess.run(["gcc", "-std=gnu17", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-o", library,
                    ROOT / "Faults/record.c", "-ldl", "-lpthread"], check=True)
    return library


def fill(command, **places):
    return [word.format(**places) for word in shlex.split(command)]


def record(library, workload, folder):
    """Runs the workload once; returns its log."""
    place = folder / "recorded"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    log, acks = folder / "log", folder / "acks"
    for old in (log, acks):
        old.unlink(missing_ok=True)
    environment = dict(os.environ, LD_PRELOAD=str(library), FAULTS_LOG=str(log), FAULTS_FOLDER=str(place.resolve()),
                       FAULTS_ACKS=str(acks))
    subprocess.run(fill(workload, db=place / "data", acks=acks), env=environment, check=True)
    return read_log(log)


def moments(calls, count, seed):
    """When the power is cut: anywhere, but half of the times just after something was acknowledged or synced."""
    draw = random.Random(f"moments {seed}")
    delicate = [i + 1 for i, call in enumerate(calls) if call.kind in "AS"]
    # Before the database's file is there at all, there is nothing to look at.
    first = next(i for i, call in enumerate(calls) if call.kind == "A")
    delicate = delicate[bisect.bisect(delicate, first):]
    return sorted(draw.choice(delicate) if draw.random() < 0.5 else draw.randint(first, len(calls))
                  for _ in range(count))


class Checker:
    """Checks states, a batch at a time, in a process of its own each."""

    def __init__(self, command):
        self.command = shlex.split(command)

    def __call__(self, batch):
        lines = "".join(f"{place / 'data'}\t{place / 'acks'}\n" for place, _ in batch)
        done = subprocess.run(self.command, input=lines, stdout=subprocess.PIPE, text=True)
        answers = done.stdout.splitlines()
        if len(answers) < len(batch):  # the checker itself fell over the state after the last answer
            answers.append(f"the checker ended with {done.returncode}")
        faults = [(place, what, answer) for (place, what), answer in zip(batch, answers) if answer != "ok"]
        kept = {place for place, _, _ in faults}
        for place, _ in batch:
            if place not in kept:
                shutil.rmtree(place)
        return faults


def replay(calls, count, seed, folder, check):
    """Makes the states and checks them; returns the faults and the number of states by kind."""
    disk, done, kinds, batch, faults = Disk(), 0, Counter(), [], []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        running = []
        for number, moment in enumerate(moments(calls, count, seed)):
            for call in calls[done:moment]:
                disk.apply(call)
            done = moment
            draw = random.Random(f"state {seed} {number}")
            mode = draw.choice(MODES)
            place = folder / f"state-{number}"
            place.mkdir()
            for name, image in disk.after_cut(mode, draw).items():
                (place / name).write_bytes(image)
            (place / "acks").write_bytes(disk.acks)
            if draw.random() < 0.25:  # SQLite's index of the log is never synced: it may hold anything
                (place / "data-shm").write_bytes(draw.randbytes(32_768))
            kinds[mode] += 1
            kinds["with something at risk"] += disk.at_risk > 0
            batch.append((place, f"state {number}: {mode}, cut after call {moment} of {len(calls)}"))
            if len(batch) == BATCH:
                running.append(pool.submit(check, batch))
                batch = []
            while len(running) > 4:  # so that few states are on the disk at a time
                faults += running.pop(0).result()
        running.append(pool.submit(check, batch))
        for last in running:
            faults += last.result()
    return faults, kinds


def run(name, library, workload, check, options, folder, states):
    begun = time.monotonic()
    calls = record(library, workload, folder)
    counts = Counter(call.kind for call in calls)
    recorded = time.monotonic() - begun
    faults, kinds = replay(calls, states, options.seed, folder, Checker(check))
    print(f"{name}: recorded {counts['W']:,} writes, {counts['T']:,} truncations, {counts['S']:,} syncs, "
          f"{counts['A']:,} acknowledgements in {recorded:.1f} s; {states:,} states after a power cut ("
          + ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
          + f"); {len(faults):,} with a fault; {time.monotonic() - begun:.1f} s", flush=True)
    return faults


def self_test(library, check, options, folder):
    """Whether the test finds what it must; returns what it did not."""
    missed = []
    states = max(100, options.states // 10)
    for synchronous, is_lost in (("FULL", False), ("NORMAL", True), ("OFF", True)):
        workload = (f"/usr/bin/python3 {shlex.quote(str(ROOT / 'Faults/careless.py'))} {{db}} 4 {options.writes} {{acks}} "
                    f"{synchronous}")
        faults = run(f"self-test, synchronous={synchronous}", library, workload, check, options, folder, states)
        lost = [fault for fault in faults if "LOST" in fault[2]]
        if is_lost and not lost:
            missed.append(f"synchronous={synchronous} loses acknowledged writes, and this test did not find one")
        if not is_lost and faults:
            missed.append(f"synchronous={synchronous} loses nothing, and this test says {faults[0][1:]}")
        for place, _, _ in faults:
            shutil.rmtree(place)
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--writes", type=int, default=40, help="by each writer")
    parser.add_argument("--workload")
    parser.add_argument("--check")
    parser.add_argument("--expect-loss", action="store_true", help="end with 0 when a fault was found")
    parser.add_argument("--no-self-test", action="store_true")
    options = parser.parse_args()
    workload = options.workload or f"{shlex.quote(bench())} desk-writes {{db}} {options.writers} {options.writes} {{acks}}"
    check = options.check or f"{shlex.quote(bench())} check-desk-writes"
    print(f"seed {options.seed}")
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="daybreak-power-", dir=memory if os.access(memory, os.W_OK) else None))
    try:
        library = build_recorder(folder)
        faults = run("power cut", library, workload, check, options, folder, options.states)
        for place, what, answer in faults[:10]:
            print(f"  {what}: {answer}")
        if bool(faults) != options.expect_loss:
            if faults:
                kept = Path(tempfile.mkdtemp(prefix="daybreak-power-fault-"))
                shutil.copytree(faults[0][0], kept, dirs_exist_ok=True)
                print(f"the first of them is kept in {kept}")
            return 1
        missed = [] if options.no_self_test else self_test(library, f"{shlex.quote(bench())} check-writes", options, folder)
        for what in missed:
            print(what)
        return 1 if missed else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
