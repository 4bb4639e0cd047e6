#!/usr/bin/env python3
"""Times the training of the autoencoder, ours and PyTorch's in turn, on the same images with the same recipe and threads.

training.py PYTHON [--runs 3] [--epochs 60] [--our-epochs 80] [--watched-runs 2] [--natives lib-onednn-avx512]

PYTHON is an interpreter that has torch and numpy. Run it in the repository's root after `mvn package`. First seconds an epoch, with
one thread and with two; then, with two threads, the time until the loss on images of glasses apart (every fifth training
composition; the test list has no part) is down to where PyTorch's training ends. The learning rate runs over the whole of a
training, so that its end is best; ours has more epochs, in less time. Prints Markdown.
"""
import argparse
import os
import statistics
import subprocess
import tempfile

RATE = "0.002"
PROGRAM = "org.glasspcf.examples.bench.TrainingSpeed"


def run(command, threads):
    one = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"} if command[0] == "java" else {}
    env = {**os.environ, "OMP_NUM_THREADS": str(threads), **one}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return [[float(x) for x in line.split()] for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("python")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--our-epochs", type=int, default=80)
    parser.add_argument("--watched-runs", type=int, default=2)
    parser.add_argument("--natives", default="lib-onednn-avx512")
    options = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    target = os.path.join(here, "..", "..", "target")
    path = os.pathsep.join([os.path.join(target, options.natives, "*"), os.path.join(target, "glass-pcf.jar")])
    java = ["java", "--enable-native-access=ALL-UNNAMED"] if newer_java() else ["java"]
    java += ["-cp", path, PROGRAM]

    with tempfile.TemporaryDirectory() as folder:
        run(java + ["images", folder], 1)

        def ours(mode, epochs, seed, threads):
            return run(java + [mode, str(epochs), RATE, str(seed), str(threads)], threads)

        def peer(mode, epochs, seed, threads):
            script = os.path.join(here, "training_peer.py")
            return run([options.python, script, folder, mode, str(epochs), RATE, str(seed), str(threads)], threads)

        print("| | threads | ours | PyTorch | ratio |\n|---|---|---|---|---|", flush=True)
        for threads in (1, 2) if options.runs else ():
            times = {ours: [], peer: []}
            for _ in range(options.runs):
                for side in (ours, peer):
                    times[side] += [row[2] for row in side("plain", 5, 0, threads)[1:]]
            a, b = (statistics.median(times[side]) for side in (ours, peer))
            print(f"| seconds an epoch, median of {len(times[ours])} | {threads} | {a:.2f} | {b:.2f} | {a / b:.2f} |", flush=True)
        for seed in range(options.watched_runs):
            b = peer("watched", options.epochs, seed, 2)
            a = ours("watched", options.our_epochs, seed, 2)
            target = min(row[4] for row in b)
            peer_time = next(row[1] for row in b if row[4] <= target)
            reached = [row[1] for row in a if row[4] <= target]
            print(f"| loss on glasses apart at the end, seed {seed} | 2 | {a[-1][4]:.5f} | {b[-1][4]:.5f} | |")
            print(f"| seconds to the end, {options.our_epochs} and {options.epochs} epochs | 2 | {a[-1][1]:.0f} | {b[-1][1]:.0f} | {a[-1][1] / b[-1][1]:.2f} |")
            ours_time = f"{reached[0]:.0f}" if reached else "not reached"
            ratio = f"{reached[0] / peer_time:.2f}" if reached else ""
            print(f"| seconds to a loss of {target:.5f}, seed {seed} | 2 | {ours_time} | {peer_time:.0f} | {ratio} |", flush=True)


def newer_java():
    text = subprocess.run(["java", "-version"], stderr=subprocess.PIPE, text=True).stderr
    return int(text.split('"')[1].split(".")[0]) >= 22


if __name__ == "__main__":
    main()
