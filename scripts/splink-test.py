#!/usr/bin/env python3
"""The same model on the same data gives the same match weights in Daybreak and in Splink, and Splink's answer comes back.

    scripts/splink-test.py [--daybreak PROGRAM] [--records N] [--spark]

Makes a table of people with slips, lets `daybreak link --settings auto-splink` learn a model and write it as a Splink document, and
scores with it in Splink on DuckDB, and on Spark in local mode where PySpark and Java are there. Every weight of a pair that both have
scored must agree to 1e-6. Then Splink's predictions are given to `daybreak link --from-splink`: its pairs and clusters must come
back, without a cluster that holds what the model forbids. Where Splink is not installed, it says so and passes.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = ["unique_id", "first_name", "surname", "dob", "city", "phone"]
NAMES = "anna binh chai daw emil farah gita hoa ismail jun kanya lwin mali noi ohn phan quoc rosa sok thida".split()
SURNAMES = "aung bunma chea dang ekkachai fong gunawan hla ismail jaidee keo lwin mya nguyen ong phan quach rath sok tran".split()
CITIES = "hanoi bangkok phnompenh vientiane yangon jakarta".split()


def slip(dice, text):
    """A letter dropped, doubled or changed."""
    place = dice.randrange(len(text))
    return dice.choice([text[:place] + text[place + 1:], text[:place] + text[place] + text[place:],
                        text[:place] + dice.choice("aeinst") + text[place + 1:]])


def people(path, count, seed=1):
    """A table of people, some of whom are in it several times."""
    dice = random.Random(seed)
    rows = []
    while len(rows) < count:
        person = [dice.choice(NAMES) + dice.choice(NAMES), dice.choice(SURNAMES) + dice.choice(SURNAMES),
                  f"{dice.randint(1950, 2005)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}", dice.choice(CITIES),
                  f"66{dice.randint(10**7, 10**8 - 1)}"]
        for _ in range(dice.choice([1, 2, 2, 3])):
            row = [slip(dice, value) if dice.random() < 0.1 else value for value in person]
            rows.append([f"p{len(rows)}"] + ["" if dice.random() < 0.08 else value for value in row])
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def on_duckdb(table, model, out):
    """Splink's predictions, and its clusters."""
    import pandas
    from splink import DuckDBAPI, Linker
    frame = pandas.read_csv(table, dtype=str, keep_default_na=False).replace("", None)
    linker = linked(Linker, DuckDBAPI(), frame, model)
    found = linker.inference.predict(threshold_match_weight=-5)
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.5)
    rows = found.as_pandas_dataframe()
    rows.to_csv(out / "predictions.csv", index=False)
    groups.as_pandas_dataframe().to_csv(out / "splink_clusters.csv", index=False)
    return rows


def linked(kind, api, frame, model):
    """A linker over one frame, in Splink 4 and in Splink 5, which registers frames first."""
    if hasattr(api, "register"):
        try:
            return kind(api.register(frame), model)
        except TypeError:
            pass
    return kind(frame, model, db_api=api)


def on_spark(table, model):
    """The same in Spark's local mode."""
    from pyspark.sql import SparkSession
    from splink import Linker, SparkAPI
    try:
        from splink.backends.spark import similarity_jar_location
    except ImportError:
        from splink.internals.spark.jar_location import similarity_jar_location
    spark = (SparkSession.builder.master("local[1]").config("spark.jars", similarity_jar_location())
             .config("spark.sql.shuffle.partitions", "1").config("spark.ui.enabled", "false").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.read.csv(str(table), header=True)
    document = json.loads(model.read_text().replace('"duckdb"', '"spark"'))
    for comparison in document["comparisons"]:
        for level in comparison["comparison_levels"]:
            level["sql_condition"] = level["sql_condition"].replace('"', "`").replace("jaro_winkler_similarity", "jaro_winkler")
    for rule in document["blocking_rules_to_generate_predictions"]:
        rule["blocking_rule"] = rule["blocking_rule"].replace('"', "`")
    linker = linked(Linker, SparkAPI(spark_session=spark, break_lineage_method="persist"), frame, document)
    return linker.inference.predict(threshold_match_weight=-5).as_pandas_dataframe()


def compare(name, rows, ours, needed=500):
    """The greatest difference of a weight; exits when it is too great."""
    both, worst = 0, 0.0
    for row in rows.itertuples():
        pair = frozenset((str(row.unique_id_l), str(row.unique_id_r)))
        if pair in ours:
            both += 1
            worst = max(worst, abs(row.match_weight - ours[pair]))
    print(f"{name}: {both:,} pairs that both have scored, weights differ by {worst:.1e} at most")
    if both < needed or worst > 1e-6:
        sys.exit(f"{name}: the weights are not those of Daybreak")


def pairs_of(path, first="id_a", second="id_b", value="score"):
    with open(path, encoding="utf-8") as file:
        return {frozenset((row[first], row[second])): float(row[value]) for row in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    built = [ROOT / ".build" / kind / "daybreak" for kind in ("release", "debug")]
    parser.add_argument("--daybreak", default=next((str(path) for path in built if path.exists()), "daybreak"))
    parser.add_argument("--records", type=int, default=2000)
    wanted = parser.parse_args()
    try:
        import splink
    except ImportError:
        print("SKIPPED: Splink is not installed (scripts/setup.sh --test); nothing was compared")
        return
    print(f"Splink {splink.__version__}")
    out = pathlib.Path(tempfile.mkdtemp(prefix="daybreak-splink-"))
    try:
        table, model = out / "people.csv", out / "model.json"
        people(table, wanted.records)
        subprocess.run([wanted.daybreak, "link", table, "--settings", "auto-splink", "--splink", model, "--pairs",
                        out / "ours.csv", "--clusters", out / "clusters.csv"], check=True, stdout=subprocess.DEVNULL)
        ours = pairs_of(out / "ours.csv")
        rows = on_duckdb(table, model, out)
        compare("DuckDB", rows, ours)
        if shutil.which("java") and importable("pyspark"):
            compare("Spark, local mode", on_spark(table, model), ours)
        else:
            print("SKIPPED: Spark needs PySpark and Java; DuckDB alone was compared")
        back(wanted.daybreak, table, model, out, rows)
    finally:
        shutil.rmtree(out)


def importable(name):
    import importlib.util
    return importlib.util.find_spec(name) is not None


def back(daybreak, table, model, out, rows):
    """Splink's result, imported."""
    subprocess.run([daybreak, "link", table, "--from-splink", out / "predictions.csv", "--settings", model, "--pairs",
                    out / "back.csv", "--clusters", out / "back_clusters.csv"], check=True, stdout=subprocess.DEVNULL)
    came = pairs_of(out / "back.csv")
    for row in rows.itertuples():
        pair = frozenset((str(row.unique_id_l), str(row.unique_id_r)))
        if row.match_weight > 0 and abs(came.get(pair, -99) - row.match_weight) > 1e-6:
            sys.exit(f"the pair {sorted(pair)} has not come back with its weight")
    print(f"import: {len(came):,} pairs of Splink's came back with their weights")


if __name__ == "__main__":
    os.environ.setdefault("PYARROW_IGNORE_TIMEZONE", "1")
    main()
