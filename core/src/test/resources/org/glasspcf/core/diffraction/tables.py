"""Writes the two tables of org.glasspcf.core.diffraction; origin.md says what they are.

Usage: python3 tables.py FOLDER, with the folder of the main resources. Needs Debian's
python3-periodictable 1.6.0 and python3-xraydb 4.4.7.
"""
import csv
import json
import pathlib
import re
import sqlite3
import sys

import periodictable
import xraydb
from periodictable import nsf

HERE = pathlib.Path(__file__).parent
OUT = pathlib.Path(sys.argv[1])


def plain(text):
    """A number of the table without its uncertainty; None where the table has none."""
    return nsf.fix_number(text)


def name(label):
    parts = label.split("-")
    return (parts[2] if len(parts) == 3 else "") + parts[1]


def neutron():
    rows = {}
    isotopes = {}
    for line in nsf.nsftable.split("\n"):
        cells = line.split(",")
        if cells[0].startswith("0-"):
            continue  # the neutron itself
        rows[name(cells[0])] = {"b": plain(cells[3]), "energy": cells[6] == "E"}
        symbol = cells[0].split("-")[1]
        if len(cells[0].split("-")) == 3:
            isotopes.setdefault(symbol, []).append(name(cells[0]))
    for line in nsf.nsftableI.split("\n"):
        cells = line.split(",")
        rows[name(cells[0])]["imaginary"] = plain(cells[1])
    # An element with one row has no row of its own for the natural mixture.
    for symbol, names in isotopes.items():
        if symbol not in rows and len(names) == 1:
            rows[symbol] = rows[names[0]]
    sears = {}
    with open(HERE / "sears1992.csv") as file:
        for row in csv.DictReader(file):
            sears[row["isotope"]] = float(row["b_fm"])
    for label in sears:
        rows.setdefault(label, {"b": None, "energy": False})

    def order(label):
        mass, symbol = re.fullmatch(r"(\d*)([A-Z][a-z]?)", label).groups()
        return getattr(periodictable, symbol).number, int(mass or 0)

    with open(OUT / "neutron-scattering-lengths.csv", "w") as file:
        file.write(
            "# Bound coherent neutron scattering lengths b (fm): real parts, of natural elements and"
            " isotopes.\n"
            "# rauch_2003_fm, and the imaginary parts that are tabulated for strong absorbers: H. Rauch"
            " and W. Waschkowski, Neutron Data\n"
            "# Booklet, 2nd edition (2003), 1.1-1 to 1.1-17, by way of periodictable "
            + periodictable.__version__
            + " by Paul Kienzle (public domain).\n"
            "# sears_1992_fm: V. F. Sears, Neutron News 3(3), 26-37 (1992).\n"
            "# energy_dependent: 1 where a resonance makes b depend on the energy of the neutron.\n"
        )
        file.write("isotope,rauch_2003_fm,imaginary_fm,sears_1992_fm,energy_dependent\n")
        for label in sorted(rows, key=order):
            row = rows[label]
            b, imaginary, old = row["b"], row.get("imaginary"), sears.get(label)
            if b is None and old is None:
                continue
            cells = ["" if x is None else repr(x) for x in (b, imaginary, old)]
            file.write(",".join([label, *cells, "1" if row["energy"] else "0"]) + "\n")


def xray():
    base = sqlite3.connect(xraydb.__path__[0] + "/xraydb.sqlite")
    rows = base.execute(
        "select element, ion, offset, scale, exponents from Waasmaier order by id"
    ).fetchall()
    # periodictable ships the authors' own file in DABAX form: both copies must agree.
    other = {}
    with open(periodictable.__path__[0] + "/xsf/f0_WaasKirf.dat") as file:
        label = None
        for line in file:
            if line.startswith("#S"):
                label = line.split()[2]
            elif not line.startswith("#") and line.strip():
                other[label] = [float(x) for x in line.split()]
    with open(OUT / "xray-form-factors.csv", "w") as file:
        file.write(
            "# X-ray form factors f0 of free atoms and ions (electrons): sum of a_i exp(-b_i s^2), plus"
            " c; s = sin(theta)/lambda up to 6 per Angstrom.\n"
            "# D. Waasmaier and A. Kirfel, Acta Cryst. A51, 416-431 (1995), by way of xraydb "
            + xraydb.__version__
            + " by Matthew Newville (public domain).\n"
        )
        file.write("element,species,a1,a2,a3,a4,a5,b1,b2,b3,b4,b5,c\n")
        for element, ion, c, scale, exponents in rows:
            a, b = json.loads(scale), json.loads(exponents)
            assert len(a) == len(b) == 5, ion
            if other[ion] != [*a, c, *b]:
                print("differs in periodictable:", ion, other[ion], [*a, c, *b])
            file.write(",".join([element, ion, *map(repr, [*a, *b, c])]) + "\n")


neutron()
xray()
