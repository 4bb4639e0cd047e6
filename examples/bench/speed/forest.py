#!/usr/bin/env python3
"""Times the training of the forest and takes its error over ten seeds, ours and scikit-learn's on the same rows and folds.

forest.py PYTHON [--seeds 10]

PYTHON is an interpreter that has scikit-learn and numpy. Run it in the repository's root after `mvn package`. Prints Markdown.
"""
import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = "org.glasspcf.examples.bench.ForestSpeed"
TARGETS = 8


def scikit_learn(file, seeds):
    import numpy as np
    from sklearn.ensemble import RandomForestRegressor

    rows = np.loadtxt(file, delimiter=",")
    fold, x, y = rows[:, 0], rows[:, 1:-TARGETS], rows[:, -TARGETS:]

    def grow(x, y, seed):
        return RandomForestRegressor(15, max_features=30, max_depth=20, min_samples_split=2, random_state=seed).fit(x, y)

    for seed in range(seeds):
        for _ in range(3):
            start = time.perf_counter()
            grow(x, y, seed)
            seconds = time.perf_counter() - start
        total = 0.0
        for f in sorted(set(fold)):
            test = fold == f
            total += float(((grow(x[~test], y[~test], seed).predict(x[test]) - y[test]) ** 2).sum())
        print(f"{seed} {seconds:.4f} {math.sqrt(total / y.size):.5f}", flush=True)


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return [[float(x) for x in line.split()] for line in done.stdout.splitlines()]


def summary(rows):
    errors = [row[2] for row in rows]
    standard_error = statistics.stdev(errors) / math.sqrt(len(errors))
    return f"{statistics.median(row[1] for row in rows):.3f} | {statistics.mean(errors):.4f} ± {standard_error:.4f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("python")
    parser.add_argument("--seeds", type=int, default=10)
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    jar = os.path.join(here, "..", "..", "target", "glass-pcf.jar")
    print("| forest of 15 trees | seconds, all rows | error over folds, mean ± standard error over seeds |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for threads in (1, 2):
            ours = run(["java", "-cp", jar, PROGRAM, folder, str(options.seeds), str(threads)])
            print(f"| ours, {threads} thread{'s' if threads > 1 else ''} | {summary(ours)} |", flush=True)
        peer = run([options.python, os.path.abspath(__file__), "--rows", os.path.join(folder, "rows.csv"), str(options.seeds)])
        print(f"| scikit-learn | {summary(peer)} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rows"]:
        scikit_learn(sys.argv[2], int(sys.argv[3]))
    else:
        main()
