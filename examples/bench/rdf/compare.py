"""Largest differences of our g(r) and n(r) from those of LAMMPS and MDAnalysis.

compare.py traj.dump g.csv n.csv lammps.rdf [mdanalysis.npz]
"""

import csv
import sys

import numpy as np

from dump import pairs


def table(name):
    with open(name, newline="") as file:
        rows = list(csv.reader(file))
    values = np.array(rows[1:], float).T
    return dict(zip(rows[0], values))


def relative(ours, theirs):
    return np.abs(ours - theirs) / np.where(theirs == 0, np.where(ours == 0, 1, 1e-300), theirs)


dump, g_file, n_file, rdf_file = sys.argv[1:5]
g, n = table(g_file), table(n_file)
with open(rdf_file) as file:
    rows = [line.split() for line in file if not line.startswith("#")]
lammps = np.array(rows[1:], float).T
worst_g = worst_n = 0
for m, (a, b) in enumerate(pairs(dump)):
    ours = g.get(f"{a}-{b}", g.get(f"{b}-{a}"))
    worst_g = max(worst_g, relative(ours, lammps[2 + 2 * m]).max())
    worst_n = max(worst_n, relative(n[f"{a}-{b}"], lammps[3 + 2 * m]).max())
print(f"LAMMPS: g(r) differs by {worst_g:.1e} at most (relative), n(r) by {worst_n:.1e}")
if len(sys.argv) > 5:
    theirs = np.load(sys.argv[5])
    square = total = moved = bins = 0
    for a, b in pairs(dump):
        ours = g.get(f"{a}-{b}", g.get(f"{b}-{a}"))
        other = theirs[f"{a}-{b}"]
        square += ((ours - other) ** 2).sum()
        total += (ours**2).sum()
        moved += (relative(ours, other) > 1e-6).sum()
        bins += len(ours)
    print(
        f"MDAnalysis: rms difference of g(r) {np.sqrt(square / total):.1e} (relative);"
        f" {moved} of {bins} bins differ by more than 1e-6, by pairs that single precision moves"
    )
