#!/usr/bin/env python3
"""Asks `daybreak network` and igraph the same about random graphs, and fails where the answers differ (`make test`).

    scripts/network-parity.py [--graphs N] [--daybreak PATH]

Needs igraph (scripts/setup.sh --test); without it, it says so and passes.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

try:
    import igraph
except ModuleNotFoundError:
    print("network-parity: skipped, igraph is not installed")
    sys.exit(0)


def asked(program, task, file, *options):
    """The rows of an answer, by node."""
    done = subprocess.run([program, "network", task, file, "--json", *options], check=True, stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout)
    return answer, {row["node"]: row for row in answer["results"] if "node" in row}


def differ(name, ours, theirs, graph, tolerance=1e-9):
    """Fails when a value differs."""
    for node, value in enumerate(theirs):
        mine = ours[graph.vs[node]["name"]]
        assert abs(mine - value) <= tolerance * max(1, abs(value)), f"{name}: node {graph.vs[node]['name']}: {mine}, igraph {value}"


def compare(program, folder, seed):
    """One random graph through all tasks."""
    bits = random.Random(seed)
    directed, count = bits.random() < 0.5, bits.randint(5, 60)
    links = sorted({(a, b) for a, b in ((bits.randrange(count), bits.randrange(count)) for _ in range(3 * count)) if a != b})
    if not directed:
        links = sorted({(min(l), max(l)) for l in links})
    weights = [bits.randint(1, 4) for _ in links]
    file = folder / f"{seed}.csv"
    file.write_text("from,to,w\n" + "".join(f"n{a},n{b},{w}\n" for (a, b), w in zip(links, weights)))
    graph = igraph.Graph.TupleList([(f"n{a}", f"n{b}", w) for (a, b), w in zip(links, weights)], directed=directed, weights=True)
    way = ["--directed"] if directed else []
    ask = lambda task, column, *options: {
        node: row[column] for node, row in asked(program, task, file, *options)[1].items()}
    plain = graph.as_undirected(combine_edges="sum") if directed else graph

    differ("betweenness", ask("betweenness", "betweenness", *way), graph.betweenness(), graph)
    differ("weighted betweenness", ask("betweenness", "betweenness", "--weight", "w", "--lengths", "weight", *way),
           graph.betweenness(weights="weight"), graph)
    differ("pagerank", ask("pagerank", "pagerank", *way), graph.pagerank(), graph)
    differ("weighted pagerank", ask("pagerank", "pagerank", "--weight", "w", *way), graph.pagerank(weights="weight"), graph)
    differ("harmonic", {node: value / (graph.vcount() - 1) for node, value in ask("closeness", "harmonic", *way).items()},
           graph.harmonic_centrality(mode="out"), graph)
    differ("cores", ask("cores", "core"), plain.coreness(), graph)
    assert set(ask("articulation", "parts")) == {graph.vs[v]["name"] for v in plain.articulation_points()}, "articulation"
    answer, _ = asked(program, "bridges", file)
    names = {frozenset((row["from"], row["to"])) for row in answer["results"]}
    assert names == {frozenset(plain.vs[v]["name"] for v in plain.es[e].tuple) for e in plain.bridges()}, "bridges"
    for strong in (False, True):
        found = ask("components", "component", *(["--strong"] if strong else []))
        theirs = graph if strong else plain
        if strong and not directed:
            continue
        expected = theirs.connected_components(mode="strong" if strong else "weak").membership
        pairs = {(found[graph.vs[v]["name"]], part) for v, part in enumerate(expected)}
        assert len(pairs) == len(set(expected)) == len({a for a, _ in pairs}), "components"
    answer, _ = asked(program, "communities", file, "--weight", "w")
    best = max(plain.community_leiden("modularity", weights="weight", n_iterations=-1).modularity for _ in range(5))
    assert answer["modularity"] >= best - 1e-9, f"communities: {answer['modularity']}, igraph {best}"
    start = graph.vs[0]["name"]
    for hops in (1, 2, 3):
        found = set(ask("khop", "hops", "--seed", start, "--hops", str(hops), *way))
        assert found == {graph.vs[v]["name"] for v in graph.neighborhood(0, order=hops, mode="out")}, "khop"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", type=int, default=25)
    parser.add_argument("--daybreak", default=str(ROOT / ".build" / "debug" / "daybreak"))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(wanted.graphs):
            try:
                compare(wanted.daybreak, pathlib.Path(folder), seed)
            except AssertionError as error:
                sys.exit(f"network-parity: graph {seed}: {error}")
    print(f"network-parity: {wanted.graphs} random graphs, the same as igraph {igraph.__version__}")


if __name__ == "__main__":
    main()
