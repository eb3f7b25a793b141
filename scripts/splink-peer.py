#!/usr/bin/env python3
"""Splink on DuckDB as its documentation would do it, for `scripts/bench.py`: F1 over pairs in clusters, at a fixed probability of .95
and at the best of many (which only one who knows the truth could choose).

    scripts/splink-peer.py TABLE.csv TRUTH-COLUMN
"""

import json
import resource
import sys


def main(path, truth):
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, skipinitialspace=True).replace("", None)
    frame = frame.rename(columns=str.strip)
    identity = frame.columns[0]
    sharp = [name for name in ("id_no", "passport", "phone", "email", "soc_sec_id", "dob") if name in frame]
    names = [name for name in ("given", "first_name", "given_name", "family", "surname") if name in frame]
    rest = [name for name in ("gender", "province", "district", "city", "suburb") if name in frame]
    comparisons = [cl.JaroWinklerAtThresholds(name).configure(term_frequency_adjustments=True) for name in names]
    comparisons += [cl.LevenshteinAtThresholds(name, [1, 2]) for name in sharp]
    comparisons += [cl.ExactMatch(name).configure(term_frequency_adjustments=True) for name in rest]
    rules = [block_on(name) for name in sharp] + ([block_on(*names)] if len(names) > 1 else [])
    rules += [block_on(name, "province") for name in names if "province" in frame]
    settings = SettingsCreator(link_type="dedupe_only", unique_id_column_name=identity, comparisons=comparisons,
                               blocking_rules_to_generate_predictions=rules)
    api = DuckDBAPI()
    linker = Linker(api.register(frame) if hasattr(api, "register") else frame, settings,
                    **({} if hasattr(api, "register") else {"db_api": api}))
    linker.training.estimate_probability_two_random_records_match([block_on(name) for name in sharp[:3]], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in ([block_on(*names)] if len(names) > 1 else []) + [block_on(name) for name in sharp[:2]]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01)
    person = dict(zip(frame[identity], frame[truth]))
    scores = {}
    for limit in (0.5, 0.8, 0.95, 0.99, 0.999, 0.9999, 0.99999):
        groups = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=limit)
        scores[limit] = f1(groups.as_pandas_dataframe(), identity, person)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"records": len(frame), "f1": scores[0.95], "best_f1": max(scores.values()),
                      "cpu_s": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss // 1024}))


def f1(groups, identity, person):
    """Over all pairs of records that are in one cluster."""
    def pairs(series):
        return float((series * (series - 1) / 2).sum())
    groups = groups.assign(person=groups[identity].map(person))
    found, actual = pairs(groups.groupby("cluster_id").size()), pairs(groups.groupby("person").size())
    right = pairs(groups.groupby(["cluster_id", "person"]).size())
    return 2 * right / max(found + actual, 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
