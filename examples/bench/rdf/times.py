"""Whole-process times of ours, LAMMPS and MDAnalysis on one dump, as a Markdown table.

times.py glass-pcf.jar traj.dump runs

All commands run in turn, after one round that does not count. Each ratio is the median over the
rounds of a program's time over that of the command glass-pcf rdf with as many threads.
"""

import os
import statistics
import subprocess
import sys
import time

here = os.path.dirname(os.path.abspath(__file__))
jar, dump, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open("in.lmp", "w") as deck:
    subprocess.run(
        [sys.executable, f"{here}/deck.py", dump, "lammps.rdf"], stdout=deck, check=True
    )
lammps = ["lmp", "-in", "in.lmp", "-log", "none", "-sf", "none"]
mpi = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-np", "2"]
mdanalysis = [sys.executable, f"{here}/mdanalysis_rdf.py", dump, "mdanalysis.npz"]


def tool(threads):
    files = ["--csv", "g.csv", "--coordination", "n.csv"]
    return ["java", "-jar", jar, "rdf", dump, "--threads", str(threads), *files]


def program(threads):
    name = "org.glasspcf.examples.bench.PairCorrelationProgram"
    return ["java", "-cp", jar, name, dump, str(threads), "g.csv", "n.csv"]


commands = {
    ("glass-pcf rdf", 1): tool(1),
    ("glass-pcf rdf", 2): tool(2),
    ("PairCorrelationProgram", 1): program(1),
    ("PairCorrelationProgram", 2): program(2),
    ("LAMMPS rerun", 1): lammps,
    ("LAMMPS rerun", 2): mpi + lammps,
    ("MDAnalysis InterRDF", 1): mdanalysis + ["1"],
    ("MDAnalysis InterRDF", 2): mdanalysis + ["2"],
    ("MDAnalysis InterRDF in memory", 1): mdanalysis + ["1", "memory"],
    ("MDAnalysis InterRDF in memory", 2): mdanalysis + ["2", "memory"],
}
environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
walls = {name: [] for name in commands}
for run in range(runs + 1):
    for name, command in commands.items():
        start = time.monotonic()
        subprocess.run(
            command, stdout=subprocess.DEVNULL, check=True, env=environment
        )
        if run > 0:
            walls[name].append(time.monotonic() - start)
median = {name: statistics.median(times) for name, times in walls.items()}
print("| program | threads | median (s) | least – greatest (s) | over rdf |\n|---|---|---|---|---|")
for (program, threads), times in walls.items():
    ratio = statistics.median(
        theirs / own for theirs, own in zip(times, walls["glass-pcf rdf", threads])
    )
    print(
        f"| {program} | {threads} | {median[program, threads]:.2f}"
        f" | {min(times):.2f} – {max(times):.2f} | {ratio:.1f} |"
    )
subprocess.run(
    [sys.executable, f"{here}/compare.py", dump, "g.csv", "n.csv", "lammps.rdf", "mdanalysis.npz"],
    check=True,
)
