"""Writes the reference files of the tests of org.glasspcf.core.diffraction; see origin.md.

Usage: python3 reference.py DATA, with the folder of the bundled data set. Nothing here uses the
tables or the code of the library: scattering lengths and masses come from the interface of
periodictable, form factors from that of xraydb, integrals from Gauss-Legendre nodes in every bin.
"""
import csv
import gzip
import pathlib
import sys

import numpy as np
import periodictable
import xraydb
from scipy.special import sici

HERE = pathlib.Path(__file__).parent
DATA = pathlib.Path(sys.argv[1])
Q_FORM = [0, 0.5, 1, 2, 5, 10, 20, 40, 75]


def write(name, header, rows):
    with open(HERE / name, "w") as file:
        file.write(",".join(header) + "\n")
        for row in rows:
            file.write(",".join(x if isinstance(x, str) else repr(float(x)) for x in row) + "\n")


def lengths():
    for element in periodictable.elements:
        if element.symbol == "n":
            continue
        # Plutonium and curium have no natural mixture: periodictable shows their first isotope.
        if element.neutron.b_c is not None and element.symbol not in ("Pu", "Cm"):
            yield element.symbol, element.neutron.b_c
        for isotope in element:
            # 151Eu has no length in the table: periodictable guesses it from a cross section.
            own = "neutron" in vars(isotope)
            if own and isotope.neutron.b_c is not None and (element.symbol, isotope.isotope) != ("Eu", 151):
                yield str(isotope.isotope) + element.symbol, isotope.neutron.b_c


def masses():
    for element in periodictable.elements:
        if element.symbol != "n" and element.mass:
            yield element.symbol, element.mass


def form_factors():
    for ion in xraydb.XrayDB().f0_ions():
        yield [ion, *xraydb.f0(ion, np.array(Q_FORM) / (4 * np.pi))]


class Glass:
    def __init__(self, name):
        with open(DATA / "glasses.csv") as file:
            row = next(r for r in csv.DictReader(file) if r["id"] == name)
        atoms = {k[2:]: int(v) for k, v in row.items() if k.startswith("n_") and int(v) > 0}
        self.rho = sum(atoms.values()) / float(row["volume_A3"])
        self.c = {k: v / sum(atoms.values()) for k, v in atoms.items()}
        with gzip.open(DATA / "pcf" / (name + ".csv.gz"), "rt") as file:
            table = np.array([[float(x) for x in line.split(",")] for line in list(file)[1:]])
        with gzip.open(DATA / "pcf" / (name + ".csv.gz"), "rt") as file:
            names = file.readline().strip().split(",")[1:]
        self.g = {name: table[:, i + 1] for i, name in enumerate(names)}
        self.edges = np.linspace(0, 10, len(table) + 1)
        nodes, weights = np.polynomial.legendre.leggauss(12)
        half = np.diff(self.edges)[:, None] / 2
        self.r = (self.edges[:-1, None] + half) + half * nodes
        self.w = half * weights

    def partials(self, q, lorch):
        window = np.sinc(self.r / 10) if lorch else 1
        kernel = self.w * self.r**2 * window * np.sinc(q * self.r / np.pi)
        return {
            p: 1 + 4 * np.pi * self.rho * np.sum((g[:, None] - 1) * kernel)
            for p, g in self.g.items()
        }

    def total(self, partials, b):
        mean = sum(self.c[e] * b[e] for e in self.c)
        sum_ = 0
        for i in self.c:
            for j in self.c:
                s = partials.get(i + "-" + j, partials.get(j + "-" + i))
                sum_ += self.c[i] * self.c[j] * b[i] * b[j] * s
        return sum_ / mean**2


def factors(name, pairs, isotope):
    glass = Glass(name)
    b = {e: getattr(periodictable, e).neutron.b_c for e in glass.c}
    enriched = dict(b)
    if isotope:
        enriched["B"] = periodictable.B[11].neutron.b_c
    for lorch in (0, 1):
        for q in np.concatenate([[0.1, 0.3], np.arange(0.6, 25, 0.61)]):
            s = glass.partials(q, lorch)
            f = {e: float(xraydb.f0(e, q / (4 * np.pi))[0]) for e in glass.c}
            yield [
                "LORCH" if lorch else "NONE",
                q,
                *[s[p] for p in pairs],
                glass.total(s, b),
                glass.total(s, enriched),
                glass.total(s, f),
            ]


def correlation(name, q_max):
    """T(r) as it is and widened; the kernel is that of its closed form with the sine integral."""
    glass = Glass(name)
    b = {e: getattr(periodictable, e).neutron.b_c for e in glass.c}
    mean = sum(glass.c[e] * b[e] for e in glass.c)
    d = 0
    for i in glass.c:
        for j in glass.c:
            g = glass.g.get(i + "-" + j, glass.g.get(j + "-" + i))
            d = d + glass.c[i] * glass.c[j] * b[i] * b[j] / 100 * (g - 1)
    d = 4 * np.pi * glass.rho * glass.r * d[:, None]

    def lorch(x):
        return q_max / (2 * np.pi**2) * (sici(np.pi + q_max * x)[0] + sici(np.pi - q_max * x)[0])

    def none(x):
        return q_max / np.pi * np.sinc(q_max * x / np.pi)

    centers = (glass.edges[1:] + glass.edges[:-1]) / 2
    for bin_ in range(0, len(centers), 7):
        r = centers[bin_]
        line = 4 * np.pi * glass.rho * r * mean**2 / 100
        plain = np.sum(glass.w[bin_] * d[bin_]) / (glass.edges[bin_ + 1] - glass.edges[bin_])
        wide = [
            np.sum(glass.w * d * (kernel(r - glass.r) - kernel(r + glass.r)))
            for kernel in (none, lorch)
        ]
        yield [r, plain, plain + line, wide[0] + line, wide[1] + line]


write("reference-lengths.csv", ["isotope", "b_fm"], lengths())
write("reference-masses.csv", ["element", "g_mol"], masses())
write("reference-form-factors.csv", ["species", *map(str, Q_FORM)], form_factors())
write(
    "reference-sio2.csv",
    ["window", "Q_A-1", "Si-Si", "Si-O", "O-O", "neutron", "11B", "xray"],
    factors("sio2-s1", ["Si-Si", "Si-O", "O-O"], False),
)
write(
    "reference-nbs-tio2.csv",
    ["window", "Q_A-1", "B-O", "Ti-O", "Ti-Ti", "neutron", "11B", "xray"],
    factors("nbs-45-30-25-tio2-20-s1", ["B-O", "Ti-O", "Ti-Ti"], True),
)
write(
    "reference-correlation.csv",
    ["r_A", "D_barn_A-2", "T_barn_A-2", "T_none_20", "T_lorch_20"],
    correlation("sio2-s1", 20),
)
