"""Copies a LAMMPS text dump with right angles, its cell repeated n times along each axis.

prepare.py traj.dump.gz out.dump n

Steps are numbered 1, 2, 3 …, so that one block of fix ave/time takes them all.
"""

import gzip
import sys


def lines(name):
    with gzip.open(name, "rt") if name.endswith(".gz") else open(name) as file:
        yield from file


def main(source, target, copies):
    text = lines(source)
    step = 0
    with open(target, "w") as out:
        while next(text, None) is not None:  # ITEM: TIMESTEP
            step += 1
            next(text)
            next(text)
            atoms = int(next(text))
            bounds = next(text)
            box = [tuple(map(float, next(text).split())) for _ in range(3)]
            columns = next(text)
            rows = [next(text).split() for _ in range(atoms)]
            sides = [high - low for low, high in box]
            out.write(f"ITEM: TIMESTEP\n{step}\nITEM: NUMBER OF ATOMS\n{atoms * copies**3}\n{bounds}")
            for (low, _), side in zip(box, sides):
                out.write(f"{low!r} {low + copies * side!r}\n")
            out.write(columns)
            atom = 0
            for i in range(copies):
                for j in range(copies):
                    for k in range(copies):
                        for _, kind, element, x, y, z in rows:
                            atom += 1
                            x = float(x) + i * sides[0]
                            y = float(y) + j * sides[1]
                            z = float(z) + k * sides[2]
                            out.write(f"{atom} {kind} {element} {x:.6g} {y:.6g} {z:.6g}\n")


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
