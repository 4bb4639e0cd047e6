"""Times of the paper's road in the tools of its authors' kind: a scikit-learn forest and a PyTorch decoder.

peer.py threads [seconds]

The forest has the paper's 15 trees and is fitted to the fingerprints of the bundled data's training
curves; the decoder is the paper's. Their weights and targets come from a seed, which changes nothing
of the work. From fingerprints to images of 64×64 pixels; fingerprints are there before, and no curve
is read from the images, so that a little less is done here than by glass-pcf. Prints JSON: batch →
median milliseconds per curve, of a warm process. Needs numpy, scikit-learn and torch:

    python3 -m venv --system-site-packages peer && peer/bin/pip install "torch==2.13.0+cpu"

with Debian's python3-sklearn beside it; the pin asks for the build without CUDA.
"""

import csv
import json
import os
import statistics
import sys
import time

threads = sys.argv[1]
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = threads
# Threads that wait by spinning were far slower beside another busy process.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
from sklearn.ensemble import RandomForestRegressor
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "../../../core/src/data/resources/org/glasspcf/core/dataset/nbs-glass-md")
BASES, DOPANTS = ["Na2O", "B2O3", "SiO2"], ["BaO", "TiO2", "ZnO"]
ELEMENTS = ["Si", "B", "O", "Ba", "Na", "Ti", "Zn"]
LATENTS = 8
BATCHES = (1, 64, 1024)
# So many planes stay in the caches: 64 images at a time took longer, and 1024 longer still.
DRAWN_AT_ONCE = 16


def read(name):
    with open(os.path.join(DATA, name)) as file:
        return list(csv.DictReader(file))


def fingerprints():
    """58 numbers for each training glass and each of its pairs."""
    training = {row["id"] for row in read("split.csv") if row["part"] == "train"}
    rows = {}
    for glass in read("glasses.csv"):
        if glass["id"] not in training:
            continue
        amounts = [float(glass[oxide + "_molpct"]) for oxide in BASES + DOPANTS]
        bases, dopants = np.array(amounts[:3]), np.array(amounts[3:])
        present = [e for e in range(len(ELEMENTS)) if glass["n_" + ELEMENTS[e]] != "0"]
        for i, one in enumerate(present):
            for other in present[i:]:
                pairs = np.zeros((len(ELEMENTS), len(ELEMENTS)))
                pairs[one, other] = pairs[other, one] = 1
                row = np.concatenate([bases / bases.sum(), dopants > 0, dopants, pairs.ravel()])
                rows[tuple(row)] = row
    return np.array(list(rows.values()))


def decoder():
    layers, inputs = [], LATENTS
    for filters in (8, 16, 16, 32, 32, 64):
        layers += [nn.ConvTranspose2d(inputs, filters, 3, padding=1), nn.ReLU(), nn.Upsample(scale_factor=2)]
        inputs = filters
    return nn.Sequential(*layers, nn.Conv2d(inputs, 1, 3, padding=1), nn.Sigmoid()).eval()


def main(seconds):
    torch.set_num_threads(int(threads))
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    rows = fingerprints()
    latents = np.tanh(rows @ random.normal(size=(rows.shape[1], LATENTS)))
    forest = RandomForestRegressor(15, max_features=30, max_depth=20, random_state=0).fit(rows, latents)
    network = decoder()

    def predict(batch):
        with torch.inference_mode():
            z = torch.tensor(forest.predict(batch), dtype=torch.float32)[:, :, None, None]
            return torch.cat([network(part) for part in z.split(DRAWN_AT_ONCE)]).numpy()

    result = {}
    for size in BATCHES:
        times, begin = [], time.perf_counter()
        while len(times) < 4 or time.perf_counter() - begin < seconds:
            batch = rows[random.integers(len(rows), size=size)]
            start = time.perf_counter()
            predict(batch)
            times.append(time.perf_counter() - start)
        result[size] = 1e3 * statistics.median(times[len(times) // 4 :]) / size
    print(json.dumps({"curves": len(rows), "millisecondsPerCurve": result}))


main(float(sys.argv[2]) if len(sys.argv) > 2 else 2)
