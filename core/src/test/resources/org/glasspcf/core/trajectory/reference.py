"""Reads the dumps with ASE, writes what it read, and writes extended XYZ with ASE.

/usr/bin/python3 reference.py     (ASE 3.22.1, in the folder of the dumps)

ase-positions.csv holds the atoms sorted by id. ASE leaves out the origin of a cell when it reads
scaled coordinates, so those dumps are not read here; they are compared with triclinic-exact.dump.
"""

import csv

import ase.io
from ase import Atoms

FILES = {
    "triclinic-x.dump": {},
    "triclinic-exact.dump": {},
    "triclinic-xu.dump": {},
    "walls.dump": {"specorder": ["Si", "O"]},
    "ase.xyz": None,
}


def frames(name, options):
    if options is None:
        return ase.io.read(name, index=":", format="extxyz")
    return ase.io.read(name, index=":", format="lammps-dump-text", **options)


def main():
    made = []
    for step, atoms in enumerate(frames("triclinic-exact.dump", {})):
        plain = Atoms(
            atoms.get_chemical_symbols(),
            positions=atoms.get_positions(),
            cell=atoms.get_cell(),
            pbc=[True, True, step != 1],
        )
        plain.set_initial_charges([0.5] * len(plain))
        plain.info.update(Timestep=40 * step, note='a "quoted" = note', rows=[[1, 2, 3]] * 3)
        made.append(plain[: len(plain) - step])
    ase.io.write("ase.xyz", made, format="extxyz")
    with open("ase-positions.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["file", "frame", "atom", "element", "x", "y", "z"])
        for name, options in FILES.items():
            for frame, atoms in enumerate(frames(name, options)):
                rows = zip(atoms.get_chemical_symbols(), atoms.get_positions())
                for atom, (symbol, position) in enumerate(rows):
                    out.writerow([name, frame, atom, symbol] + [repr(float(v)) for v in position])


if __name__ == "__main__":
    main()
