"""All partial g(r) of a dump by InterRDF of MDAnalysis.

mdanalysis_rdf.py traj.dump out.npz processes [memory]

Each InterRDF reads the trajectory, unless it is kept in memory; the pairs are shared out to the
processes.
"""

import multiprocessing
import sys

import MDAnalysis
import numpy as np
from MDAnalysis.analysis.rdf import InterRDF

from dump import elements, pairs

dump, out, processes = sys.argv[1], sys.argv[2], int(sys.argv[3])
kinds = elements(dump)
universe = MDAnalysis.Universe(
    dump, format="LAMMPSDUMP", topology_format="LAMMPSDUMP", in_memory="memory" in sys.argv
)


def curve(pair):
    first, second = (universe.select_atoms(f"type {kinds.index(e) + 1}") for e in pair)
    exclude = (1, 1) if pair[0] == pair[1] else None
    return InterRDF(first, second, nbins=500, range=(0, 10), exclusion_block=exclude).run().results.rdf


names = pairs(dump)
if processes == 1:
    curves = [curve(pair) for pair in names]
else:
    with multiprocessing.Pool(processes) as pool:
        curves = pool.map(curve, names, chunksize=1)
np.savez(out, **{"-".join(pair): g for pair, g in zip(names, curves)})
