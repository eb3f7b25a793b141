#!/usr/bin/env python3
"""Checks exported files with the programs of others.

    check-formats.py FOLDER

Looks at every file of FOLDER that it knows:
  *.ftm.json, *.ftm.jsonl, *.ijson  FollowTheMoney entities: every value survives FtM's own cleaning
  *statements*.csv                  FollowTheMoney statements: ids as FtM computes them, and they roll up
  *.gexf, *.graphml                 open in networkx
  *nodes*.csv, *edges*.csv          same counts as the graphs
  *.geojson                         parses; positions on the earth, rings closed
All graphs of the folder must have equal counts of nodes, edges and attribute values.
Prints the counts; exits 1 at the first kind of failure, 2 when there was nothing to check.

Needs `followthemoney` and `networkx` from PyPI.
"""

import csv
import json
import sys
from pathlib import Path

failures = []


def fail(path, text):
    failures.append(f"{path.name}: {text}")


def check_entities(path):
    """What `ftm validate` does, and then: did a value go missing? FtM drops bad ones without a word."""
    from followthemoney.entity import ValueEntity
    from followthemoney.exc import InvalidData

    entities = values = 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            data = json.loads(line)
            entities += 1
            try:
                cleaned = ValueEntity.from_dict(json.loads(line), cleaned=False)
            except InvalidData as error:
                fail(path, f"line {number}: {error}")
                continue
            if cleaned.id != data["id"]:
                fail(path, f"line {number}: the id {data['id']!r} becomes {cleaned.id!r}")
            for name, given in data["properties"].items():
                values += len(given)
                kept = cleaned.get(name, quiet=True)
                if len(kept) != len(set(given)):
                    fail(path, f"line {number}: {name} {given!r} becomes {kept!r}")
    print(f"{path.name}: {entities} entities, {values} values")


def check_statements(path):
    from followthemoney.dataset import Dataset
    from followthemoney.statement import CSV, Statement, StatementEntity, read_path_statements

    dataset = Dataset.make({"name": "check", "title": "check"})
    seen, groups, group, statements = set(), 0, [], 0

    def roll_up():
        nonlocal groups
        if not group:
            return
        groups += 1
        entity = StatementEntity.from_statements(dataset, group)
        if entity.id in seen:
            fail(path, f"the statements of {entity.id} do not stand together")
        seen.add(entity.id)

    for statement in read_path_statements(path, CSV):
        statements += 1
        key = Statement.make_key(
            statement.dataset, statement.entity_id, statement.prop, statement.value,
            statement.external, lang=statement.lang)
        if statement.id != key:
            fail(path, f"id {statement.id} of {statement.entity_id}.{statement.prop} should be {key}")
        if group and group[0].canonical_id != statement.canonical_id:
            roll_up()
            group = []
        group.append(statement)
    roll_up()
    print(f"{path.name}: {statements} statements roll up to {groups} entities")


def graph_counts(graph):
    """Nodes, edges, and values said of each; labels, ids and weights are stored differently by every format."""
    fixed = {"id", "label", "weight"}
    node_values = sum(1 for _, data in graph.nodes(data=True) for key in data if key not in fixed)
    edge_values = sum(1 for *_, data in graph.edges(data=True) for key in data if key not in fixed)
    return graph.number_of_nodes(), graph.number_of_edges(), node_values, edge_values


def check_graph(path):
    import networkx

    read = networkx.read_gexf if path.suffix == ".gexf" else networkx.read_graphml
    counts = graph_counts(read(path))
    print(f"{path.name}: %d nodes, %d edges, %d + %d values" % counts)
    return counts


def check_table(path, ids):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    values = sum(1 for row in rows for key, cell in row.items() if key not in ids and cell)
    print(f"{path.name}: {len(rows)} rows, {values} values")
    return len(rows), values


def check_geojson(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    if data.get("type") != "FeatureCollection":
        fail(path, "is not a FeatureCollection")
        return
    positions = 0

    def position(value):
        nonlocal positions
        positions += 1
        if not (len(value) in (2, 3) and -180 <= value[0] <= 180 and -90 <= value[1] <= 90):
            fail(path, f"{value} is not on the earth")

    def ring(value):
        if len(value) < 4 or value[0] != value[-1]:
            fail(path, "a ring is not closed")
        for each in value:
            position(each)
        turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(value, value[1:]))
        return turn

    def shape(geometry):
        kind, inner = geometry["type"], geometry.get("coordinates")
        if kind == "GeometryCollection":
            for part in geometry["geometries"]:
                shape(part)
        elif kind == "Point":
            position(inner)
        elif kind in ("MultiPoint", "LineString"):
            for each in inner:
                position(each)
        elif kind == "MultiLineString":
            for line in inner:
                for each in line:
                    position(each)
        elif kind in ("Polygon", "MultiPolygon"):
            for polygon in [inner] if kind == "Polygon" else inner:
                if ring(polygon[0]) < 0:
                    fail(path, "an outer ring turns clockwise")
                for hole in polygon[1:]:
                    ring(hole)
        else:
            fail(path, f"{kind} is no geometry")

    for feature in data["features"]:
        if feature["type"] != "Feature" or not isinstance(feature["properties"], dict):
            fail(path, "a feature is not built as RFC 7946 says")
        if feature["geometry"] is not None:
            shape(feature["geometry"])
    print(f"{path.name}: {len(data['features'])} features, {positions} positions")


def check_folder(folder):
    graphs, checked = {}, 0
    tables = {}
    for path in sorted(folder.iterdir()):
        name = path.name.lower()
        if not path.is_file():
            continue
        checked += 1
        if name.endswith((".ftm.json", ".ftm.jsonl", ".ijson")):
            check_entities(path)
        elif name.endswith(".csv") and "statements" in name:
            check_statements(path)
        elif name.endswith((".gexf", ".graphml")):
            graphs[path] = check_graph(path)
        elif name.endswith(".csv") and "nodes" in name:
            tables["nodes"] = path, check_table(path, {"id", "label"})
        elif name.endswith(".csv") and "edges" in name:
            tables["edges"] = path, check_table(path, {"id", "from", "to", "weight"})
        elif name.endswith(".geojson"):
            check_geojson(path)
        else:
            checked -= 1
    for path, counts in graphs.items():
        if counts != next(iter(graphs.values())):
            fail(path, f"counts {counts} differ from those of {next(iter(graphs)).name}")
        for kind, index in ("nodes", 0), ("edges", 1):
            if kind in tables and tables[kind][1] != (counts[index], counts[index + 2]):
                fail(path, f"{kind} {(counts[index], counts[index + 2])} differ from {tables[kind][0].name}")
    return checked


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__)
        return 2
    checked = check_folder(Path(sys.argv[1]))
    for failure in failures[:50]:
        print("FAILED", failure)
    print(f"{checked} files checked, {len(failures)} failures")
    return 1 if failures else 0 if checked else 2


if __name__ == "__main__":
    sys.exit(main())
