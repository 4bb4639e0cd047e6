"""Writes the LAMMPS deck that computes all partial g(r) of a dump made by prepare.py.

deck.py traj.dump out.rdf > in.lmp
"""

import sys

from dump import elements, frames

dump, rdf = sys.argv[1:]
types = len(elements(dump))
steps = frames(dump)
pairs = " ".join(f"{i} {j}" for i in range(1, types + 1) for j in range(i, types + 1))
print(f"""units metal
atom_style atomic
boundary p p p
region box block 0 1 0 1 0 1
create_box {types} box
mass * 1.0
neighbor 0.0 bin
comm_modify cutoff 10.0
read_dump {dump} 1 x y z box yes add keep
compute g all rdf 500 {pairs} cutoff 10.0
fix g all ave/time 1 {steps} {steps} c_g[*] file {rdf} mode vector format " %.12g"
rerun {dump} dump x y z box yes""")
