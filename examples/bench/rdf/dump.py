"""What the other scripts ask of a dump with the columns id type element x y z."""


def elements(name):
    """The elements of the first frame by type: ["Si", "O"]."""
    found = {}
    with open(name) as file:
        head = [next(file) for _ in range(9)]
        for _ in range(int(head[3])):
            _, kind, element, *_ = next(file).split()
            found[int(kind)] = element
    return [found[kind] for kind in sorted(found)]


def frames(name):
    """The number of frames."""
    with open(name) as file:
        return sum(line.startswith("ITEM: TIMESTEP") for line in file)


def pairs(name):
    """The pairs in LAMMPS's order: Si-Si, Si-O, O-O."""
    kinds = elements(name)
    return [(a, b) for i, a in enumerate(kinds) for b in kinds[i:]]
