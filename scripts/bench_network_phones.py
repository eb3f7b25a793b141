"""Telephony beside pandas and DuckDB: rows for bench_network.py."""

from bench_network import Peer, Row

ROWS = [
    Row("contacts: all pairs of 1 M calls, with counts, seconds, first, last", "contacts {data}/cdr1m.csv", [
        Peer("pandas", """
import pandas as pd, numpy as np
t = pd.read_csv(f"{DATA}/cdr1m.csv")
start()
lo, hi = np.minimum(t.a, t.b), np.maximum(t.a, t.b)
p = t.assign(lo=lo, hi=hi, forth=t.a == lo, day=t.ts // 86400).groupby(["lo", "hi"]).agg(
    calls=("ts", "size"), forth=("forth", "sum"), seconds=("dur", "sum"), first=("ts", "min"), last=("ts", "max"),
    days=("day", "nunique"))
done(pairs=len(p), most=p.calls.max())"""),
        Peer("duckdb", """
import duckdb
c = duckdb.connect()
c.execute("set threads=1")
c.execute(f"create table t as select * from read_csv('{DATA}/cdr1m.csv')")
start()
c.execute('''create table p as select least(a,b) lo, greatest(a,b) hi, count(*) calls, count(*) filter (a < b) forth,
    sum(dur) speech, min(ts) begun, max(ts) ended, count(distinct ts // 86400) as "days" from t group by all''')
r = c.execute("select count(*), max(calls) from p").fetchone()
done(pairs=r[0], most=r[1])""")], ("pairs", "most"), ("cdr1m",)),
    Row("replaced phones in 1 M calls of 100,000 phones (no peer does it)", "replacements {data}/cdr1m.csv", [], ("pairs",)),
]
