#!/usr/bin/env python3
"""Runs the engines of the network beside their peers on the same data and prints ratios (`make bench`).

    scripts/bench_network.py [--data FOLDER] [--runs N] [--only WORD] [--peers PYTHON]

Inputs come from ../shared/tools/bench_inputs.py and are made when they are not there. Every figure is the median of --runs
runs (3), in which the sides took turns, each in a process of its own: CPU seconds of what is measured (loading is left out
where it is not loading that is measured), and the peak of memory of the whole process. Absolute times mean nothing on a
shared machine; ratios do. A row whose peer is not installed is skipped, and says so.

Further rows stand in scripts/bench_network_*.py: each has a list ROWS.
"""

import argparse
import dataclasses
import importlib.util
import json
import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / ".build" / "release" / "daybreak-bench"
INPUTS = ROOT.parent / "shared" / "tools" / "bench_inputs.py"

# What every snippet of a peer may use: `cpu()` starts the clock anew and says what has passed; `done(**facts)` ends it.
PRELUDE = """
import json, resource, sys, time
DATA = sys.argv[1]
def used():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime
begun = used()
def start():
    global begun
    begun = used()
def done(**facts):
    cpu = used() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu_s": cpu, "peak_mb": peak, **{k: float(v) for k, v in facts.items()}}))
def igraph_of(name, directed=False):
    import igraph, pyarrow.csv as pc, numpy as np
    t = pc.read_csv(f"{DATA}/{name}", read_options=pc.ReadOptions(column_names=["a", "b"]),
                    parse_options=pc.ParseOptions(delimiter=" "))
    e = np.stack([t["a"].to_numpy(), t["b"].to_numpy()], 1)
    _, inv = np.unique(e, return_inverse=True)
    inv = inv.reshape(e.shape)
    return igraph.Graph(n=int(inv.max()) + 1, edges=inv, directed=directed)
def networkit_of(name):
    import networkit as nk, pyarrow.csv as pc, numpy as np
    nk.setNumberOfThreads(1)
    t = pc.read_csv(f"{DATA}/{name}", read_options=pc.ReadOptions(column_names=["a", "b"]),
                    parse_options=pc.ParseOptions(delimiter=" "))
    e = np.stack([t["a"].to_numpy(), t["b"].to_numpy()], 1)
    _, inv = np.unique(e, return_inverse=True)
    inv = inv.reshape(e.shape)
    g = nk.GraphFromCoo((np.ones(len(inv)), (inv[:, 0].copy(), inv[:, 1].copy())), n=int(inv.max()) + 1, directed=False)
    return g
"""


@dataclasses.dataclass
class Peer:
    """A peer: its name, a snippet that ends by calling `done`, and how many times less CPU (memory) is to be reached."""
    name: str
    code: str
    cpu: float = None
    memory: float = None


@dataclasses.dataclass
class Row:
    """What is measured: words for `daybreak-bench network`, with {data} for the folder; the peers; what is looked at besides."""
    name: str
    ours: str
    peers: list
    facts: tuple = ()
    needs: tuple = ()


ROWS = [
    Row("load 1 M links from text", "load {data}/g1m.txt {data}/g1m.graph", [
        Peer("duckdb", """
import duckdb
c = duckdb.connect()
c.execute("set threads=1")
start()
c.execute(f"create table g as select * from read_csv('{DATA}/g1m.txt', delim=' ', header=false, columns={{'a':'INT','b':'INT'}})")
done(links=c.execute("select count(*) from g").fetchone()[0])""", 1),
        Peer("rustworkx", """
import rustworkx
start()
g = rustworkx.PyGraph.read_edge_list(f"{DATA}/g1m.txt")
done(links=g.num_edges())""", 2),
        Peer("igraph", """
import igraph
start()
g = igraph.Graph.Read_Ncol(f"{DATA}/g1m.txt", directed=False)
done(links=g.ecount())""")], ("links",), ("g1m",)),
    Row("load 10 M links from text", "load {data}/g10m.txt {data}/g10m.graph", [
        Peer("duckdb", """
import duckdb
c = duckdb.connect()
c.execute("set threads=1")
start()
c.execute(f"create table g as select * from read_csv('{DATA}/g10m.txt', delim=' ', header=false, columns={{'a':'INT','b':'INT'}})")
done(links=c.execute("select count(*) from g").fetchone()[0])""", 1),
        Peer("rustworkx", """
import rustworkx
start()
g = rustworkx.PyGraph.read_edge_list(f"{DATA}/g10m.txt")
done(links=g.num_edges())""", 2),
        Peer("networkit", """
import networkit as nk
nk.setNumberOfThreads(1)
start()
g = nk.graphio.EdgeListReader(' ', 0).read(f"{DATA}/g10m.txt")
done(links=g.numberOfEdges())""", None, 2.5)], ("links",), ("g10m",)),
    Row("open 1 M links from a snapshot", "open {data}/g1m.graph", [Peer("ours: load {data}/g1m.txt", "", 10)], ("links",)),
    Row("open 10 M links from a snapshot", "open {data}/g10m.graph", [Peer("ours: load {data}/g10m.txt", "", 10)], ("links",)),
    Row("components, 1 M", "components {data}/g1m.txt", [
        Peer("igraph", """
g = igraph_of("g1m.txt")
start()
c = g.connected_components().sizes()
done(components=len(c), largest=max(c))""", 3),
        Peer("networkit", """
import networkit as nk
g = networkit_of("g1m.txt")
start()
c = nk.components.ConnectedComponents(g)
c.run()
done(components=c.numberOfComponents(), largest=max(c.getComponentSizes().values()))""", 3)],
        ("components", "largest")),
    Row("PageRank to 1e-10, 1 M", "pagerank {data}/g1m.txt", [
        Peer("igraph", """
g = igraph_of("g1m.txt")
start()
r = g.pagerank()
done(highest=max(r))""", 2)], ("highest",)),
    Row("core numbers, 1 M", "cores {data}/g1m.txt", [
        Peer("igraph", """
g = igraph_of("g1m.txt")
start()
r = g.coreness()
done(highest=max(r))""", 1.5)], ("highest",)),
    Row("articulation points (ours: and bridges), 1 M", "cuts {data}/g1m.txt", [
        Peer("igraph", """
g = igraph_of("g1m.txt")
start()
r = g.articulation_points()
done(nodes=len(r))""", 2)], ("nodes",)),
]


def our_side(row, data):
    """One run of ours."""
    return measured([str(BENCH), "network", *row.ours.format(data=data).split()])


def peer_side(peer, data, python):
    """One run of a peer, or of ours where that is what another task of ours is measured against."""
    if peer.name.startswith("ours: "):
        return measured([str(BENCH), "network", *peer.name[6:].format(data=data).split()])
    return measured([python, "-c", PRELUDE + peer.code, str(data)])


def measured(command):
    """Runs a command that ends by printing a JSON document; None when it cannot be run."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        if "ModuleNotFoundError" not in done.stderr:
            print(f"    {' '.join(command[:3])[:100]} failed: {done.stderr.strip()[-300:]}", file=sys.stderr)
        return None
    return json.loads(lines[-1])


def middle(runs, name):
    """The median of a figure."""
    return statistics.median(run[name] for run in runs)


def show(row, data, runs, python):
    """Runs all sides of a row in turns and prints them; false when a ratio is not reached."""
    ours, peers = [], {peer.name: [] for peer in row.peers}
    for _ in range(runs):
        ours.append(our_side(row, data))
        for peer in row.peers:
            peers[peer.name].append(peer_side(peer, data, python))
    if None in ours:
        return False
    facts = "  ".join(f"{name} {middle(ours, name):.6g}" for name in row.facts if name in ours[0])
    cpu, peak = max(middle(ours, "cpu_s"), 1e-4), middle(ours, "peak_mb")
    print(f"{row.name}\n    {'Daybreak':<22}{cpu:>9.4f} CPU-s{peak:>8.0f} MB   {facts}", flush=True)
    reached = True
    for peer in row.peers:
        found = peers[peer.name]
        name = peer.name.format(data="")[:21]
        if None in found:
            print(f"    {name:<22}skipped: not installed, or it failed")
            continue
        facts = "  ".join(f"{name} {middle(found, name):.6g}" for name in row.facts if name in found[0])
        their, memory = middle(found, "cpu_s"), middle(found, "peak_mb")
        notes = [f"{their / cpu:.1f} x CPU" + (f" (reach: {peer.cpu:g})" if peer.cpu else "")]
        notes.append(f"{memory / peak:.1f} x memory" + (f" (reach: {peer.memory:g})" if peer.memory else ""))
        reached &= (not peer.cpu or their / cpu >= peer.cpu) and (not peer.memory or memory / peak >= peer.memory)
        print(f"    {name:<22}{their:>9.4f} CPU-s{memory:>8.0f} MB   {', '.join(notes)}   {facts}", flush=True)
    if not reached:
        print("    NOT REACHED")
    return reached


def rows():
    """All rows: these, and those of the files beside this one."""
    found = list(ROWS)
    for file in sorted(pathlib.Path(__file__).parent.glob("bench_network_*.py")):
        spec = importlib.util.spec_from_file_location(file.stem, file)
        module = importlib.util.module_from_spec(spec)
        # They build on Row and Peer.
        sys.modules.setdefault("bench_network", sys.modules[__name__])
        spec.loader.exec_module(module)
        found += module.ROWS
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("NETB", str(ROOT / "bench-data")))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="rows whose name has this word")
    parser.add_argument("--peers", default=os.environ.get("PEERS", str(ROOT / ".venv" / "bin" / "python")))
    wanted = parser.parse_args()
    data = pathlib.Path(wanted.data)
    if not (data / "g1m.txt").exists():
        if not INPUTS.exists():
            sys.exit(f"no inputs in {data}, and no {INPUTS} to make them")
        subprocess.run([wanted.peers, str(INPUTS)], env={**os.environ, "NETB": str(data)}, check=True)
    missed = [row.name for row in rows()
              if wanted.only.lower() in row.name.lower() and not show(row, data, wanted.runs, wanted.peers)]
    print(f"\nnot reached: {'; '.join(missed)}" if missed else "\neverything reached")


if __name__ == "__main__":
    main()
