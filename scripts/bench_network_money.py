"""Money and movement beside DuckDB and pandas: rows for bench_network.py."""

from bench_network import Peer, Row

CYCLES = """
import duckdb
c = duckdb.connect()
c.execute("set threads=1")
c.execute(f"create table t as select id::int id, src::int src, dst::int dst, ts::int ts, amount::int amount from read_csv('{DATA}/tx1m.csv')")
start()
n = c.execute('''select count(*) from t a
  join t b on b.src=a.dst and b.id>a.id and b.ts<=a.ts+86400 and b.amount between a.amount*0.9 and a.amount and b.dst<>a.src and b.dst<>b.src
  join t c on c.src=b.dst and c.dst=a.src and c.id>b.id and c.ts<=a.ts+86400 and c.amount between b.amount*0.9 and b.amount
  where a.src<>a.dst''').fetchone()[0]
done(threes=n)"""

TRACE = """
import duckdb
c = duckdb.connect()
c.execute("set threads=1")
c.execute(f"create table t as select id::int id, src::int src, dst::int dst, ts::int ts, amount::int amount from read_csv('{DATA}/tx1m.csv')")
who = c.execute("select src from t group by src order by count(*) desc limit 1").fetchone()[0]
start()
# Without conserving amounts, which SQL cannot do line by line: whom the money can have reached by then, and when first.
c.execute(f"create temp table f as select dst node, min(id) id from t where src={who} group by dst")
for _ in range(5):
    c.execute("create or replace temp table f as select t.dst node, min(t.id) id from f join t on t.src=f.node and t.id>f.id group by t.dst")
done(reached=c.execute("select count(*) from f").fetchone()[0])"""

COLOCATION = """
import pandas as pd, numpy as np
d = pd.read_csv(f"{DATA}/sight1m.csv")
start()
d = d.sort_values(["cell", "ts"], kind="stable")
e, c, t = d["ent"].to_numpy(), d["cell"].to_numpy(), d["ts"].to_numpy()
parts, k = [], 1
while True:
    near = (c[k:] == c[:-k]) & (t[k:] - t[:-k] <= 600)
    if not near.any():
        break
    a, b, cell, when = e[:-k][near], e[k:][near], c[k:][near], t[k:][near]
    parts.append(pd.DataFrame({"a": np.minimum(a, b), "b": np.maximum(a, b), "cell": cell, "ts": when})[a != b])
    k += 1
g = pd.concat(parts).groupby(["a", "b"]).size()
done(pairs=int((g >= 3).sum()))"""


ROWS = [
    Row("co-location, 1 M sightings, exact pairs", "colocation {data}/sight1m.csv",
        [Peer("pandas", COLOCATION, 6)], ("pairs",), ("sight1m",)),
    Row("temporal cycles of 3, 1 M transfers", "cycles {data}/tx1m.csv 3", [Peer("duckdb", CYCLES, 5)],
        ("threes",), ("tx1m",)),
    Row("temporal cycles of 3 to 8, 1 M transfers", "cycles {data}/tx1m.csv 8", [], ("cycles",), ("tx1m",)),
    Row("follow the money six steps", "trace {data}/tx1m.csv", [Peer("duckdb", TRACE, 5)], ("flows",), ("tx1m",)),
    Row("all typologies, 1 M transfers", "typologies {data}/tx1m.csv", [], ("hits",), ("tx1m",)),
]
