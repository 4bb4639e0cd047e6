"""Times of glass-pcf beside peer.py, as a Markdown table: microseconds per curve.

compare.py glass-pcf.jar python rounds

python is one that has what peer.py needs. Both run in turn, a fresh process each time, so that a
busy moment of the machine hits both. A time is the median over the rounds, a ratio the median over
the rounds of the peer's time over ours in the same round.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
THREADS = (1, 2)
OURS = ("curve", "paper")


def ours(jar):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "times.json")
        options = ["--only", ",".join(OURS), "--threads", ",".join(map(str, THREADS))]
        command = ["java", "-jar", jar, "benchmark", "--forks", "1", "--json", file, *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(file) as numbers:
            results = json.load(numbers)["results"]
    return {(r["subject"], r["batch"], r["threads"]): 1e6 * r["medianSeconds"] for r in results}


def peer(python, threads):
    command = [python, os.path.join(HERE, "peer.py"), str(threads)]
    printed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    times = printed["millisecondsPerCurve"]
    return {("peer", int(batch), threads): 1e3 * time for batch, time in times.items()}


def three_digits(value):
    return f"{value:,.{max(0, 3 - len(str(int(value))))}f}" if value >= 1 else f"{value:.3f}"


def main(jar, python, rounds):
    times = []
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        row = ours(jar)
        for threads in THREADS:
            row.update(peer(python, threads))
        times.append(row)
    print("| batch | threads | default (µs) | forest and decoder (µs) | peer (µs) | peer / default | peer / forest and decoder |")
    print("|---|---|---|---|---|---|---|")
    for batch in (1, 64, 1024):
        for threads in THREADS:
            median = lambda what: statistics.median(t[what, batch, threads] for t in times)
            ratio = lambda what: statistics.median(
                t["peer", batch, threads] / t[what, batch, threads] for t in times
            )
            cells = [median("curve"), median("paper"), median("peer"), ratio("curve"), ratio("paper")]
            print(f"| {batch} | {threads} | " + " | ".join(map(three_digits, cells)) + " |")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
