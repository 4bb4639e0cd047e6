#!/usr/bin/env python3
"""What each part of the default pipeline's curves is worth, by grouped cross-validation on training glasses.

ablation.py folds DATA OUT            writes OUT/fold0 … fold4: the training part of DATA, a fifth of it marked as held out
ablation.py table DATA [OUT]          prints the table; with OUT/fold<k>/model.glasspcf, made by
                                      glass-pcf train --data OUT/fold<k> --out OUT/fold<k>/model.glasspcf, also the rows with a network

The test glasses of DATA/split.csv are not read. A row is the excess of g over the noise floor, bins of 0.1 Å, well-sampled and all curves:
three repeats of five folds for the first rows, one repeat (that of the folds) for those with a network. Needs numpy, scipy and scikit-learn.
"""
import csv, gzip, json, os, struct, sys
import numpy as np
from scipy.interpolate import PchipInterpolator
from sklearn.ensemble import ExtraTreesRegressor, RandomForestRegressor

OXIDES = ["Na2O", "B2O3", "SiO2", "BaO", "TiO2", "ZnO"]
ELEMENTS = ["Si", "B", "O", "Ba", "Na", "Ti", "Zn"]
EDGES = np.linspace(0, 10, 101)
SCALES = (0.35, 0.7, 1.4)
RATIOS = 10.0 ** np.arange(-3, 1.6, 0.5)
FOLDS = 5
DEFAULT = "**mode by mode, settings averaged, N4 a coordinate: the default**"


def rebin(values, fine, edges):
    """Shell averages on other bins, g constant inside a bin."""
    running = np.concatenate([[0], np.cumsum(values * np.diff(fine**3))])
    return np.diff(np.interp(edges**3, fine**3, running)) / np.diff(edges**3)


def mole_fractions(row):
    return tuple(round(float(row[o + "_molpct"]) / 100, 5) for o in OXIDES)


def held_out(folder):
    with open(os.path.join(folder, "split.csv")) as file:
        return {row["id"] for row in csv.DictReader(file) if row["part"] == "test"}


def load(folder):
    test, groups = held_out(folder), {}
    with open(os.path.join(folder, "glasses.csv")) as file:
        for row in csv.DictReader(file):
            if row["id"] in test:
                continue
            with gzip.open(os.path.join(folder, "pcf", row["id"] + ".csv.gz"), "rt") as curves:
                pairs = curves.readline().strip().split(",")[1:]
                table = np.loadtxt(curves, delimiter=",")
            fine = np.linspace(0, 10, len(table) + 1)
            for j, pair in enumerate(pairs):
                count = np.prod([int(row["n_" + e]) for e in pair.split("-")], dtype=float)
                melt = (table[:, 1 + j], rebin(table[:, 1 + j], fine, EDGES), count)
                groups.setdefault((mole_fractions(row), pair), []).append(melt)
    return groups


class Data:
    def __init__(self, folder):
        groups = load(folder)
        self.keys = sorted({glass for glass, _ in groups})
        self.glass = np.array([self.keys.index(glass) for glass, _ in groups])
        self.pair = np.array([pair for _, pair in groups])
        self.x = np.array([glass for glass, _ in groups])
        self.fine = np.array([np.mean([m[0] for m in melts], 0) for melts in groups.values()])
        melts = [np.array([m[1] for m in melts]) for melts in groups.values()]
        self.g = np.array([m.mean(0) for m in melts])
        self.noise = np.array([m.var(0, ddof=1) / len(m) for m in melts])
        self.count = np.array([sum(m[2] for m in melts) for melts in groups.values()])
        self.well = np.array([melts[0][2] >= 1600 for melts in groups.values()])
        self.n4 = np.array([fourfold(x) for x in self.x])
        self.prints = np.array([fingerprint(x, p) for x, p in zip(self.x, self.pair)])

    def folds(self, repeat):
        order = np.random.default_rng(repeat).permutation(len(self.keys))
        fold = np.empty(len(self.keys), int)
        fold[order] = np.arange(len(self.keys)) % FOLDS
        return fold[self.glass]

    def excess(self, predicted, rows):
        out = []
        for some in (rows[self.well[rows]], rows):
            square = ((predicted[some] - self.g[some]) ** 2).mean()
            out.append(np.sqrt(max(0, square - self.noise[some].mean())))
        return out


def fourfold(x):
    """Share of BO4 after Dell, Bray and Xiao, BaO counted as Na2O."""
    na, b, si, ba = x[:4]
    if b == 0:
        return 0.0
    k, r = si / b, (na + ba) / b
    beyond = r - k / 4 - 0.5
    if beyond <= 0:
        return min(r, 0.5 + k / 16)
    borate = beyond * (2 - k / 4) / (2 + k)
    return min(max(0.5 - k / 16 - borate / 3 + k / 8 - 2 * (beyond - borate) / 15, 0), 1)


def fingerprint(x, pair):
    slots = np.zeros(58)
    slots[:3] = x[:3] / x[:3].sum()
    slots[3:6], slots[6:9] = x[3:] > 0, 100 * x[3:]
    a, b = (ELEMENTS.index(e) for e in pair.split("-"))
    slots[9 + 7 * a + b] = slots[9 + 7 * b + a] = 1
    return slots


def kernel(a, b, scale):
    return np.exp(-((a[:, None] - b[None]) ** 2).sum(-1) / 2 / scale**2)


def one_setting(points, y, count, at, scale=0.5, noise=0.01):
    """The pair Gaussian process: one length scale and noise for all pairs and bins."""
    v = count.mean() / count
    mean = (y / v[:, None]).sum(0) / (1 / v).sum()
    weights = np.linalg.solve(kernel(points, points, scale) + noise * np.diag(v), y - mean)
    return mean + kernel(at, points, scale) @ weights


def modal(points, y, count, at, averaged=True, modes=10):
    """A Gaussian process for each mode of the curves, settings by likelihood: the best, or the average of all."""
    v = count.mean() / count
    root = 1 / np.sqrt(v)
    mean = (y / v[:, None]).sum(0) / (1 / v).sum()
    basis = np.linalg.svd((y - mean) * root[:, None], full_matrices=False)[2][:modes]
    coefficients, likelihood, solutions = ((y - mean) @ basis.T) * root[:, None], [], []
    for scale in SCALES:
        values, vectors = np.linalg.eigh(root[:, None] * kernel(points, points, scale) * root)
        projected, similar = vectors.T @ coefficients, kernel(at, points, scale)
        for ratio in RATIOS:
            d = np.maximum(values, 0) + ratio
            variance = np.maximum((projected**2 / d[:, None]).sum(0) / len(y), 1e-300)
            likelihood.append(-0.5 * (len(y) * np.log(variance) + np.log(d).sum()))
            solutions.append(similar @ (root[:, None] * (vectors @ (projected / d[:, None]))))
    likelihood, solutions = np.array(likelihood), np.array(solutions)
    if averaged:
        share = np.exp(likelihood - likelihood.max(0))
    else:
        share = (likelihood == likelihood.max(0)).astype(float)
    share /= share.sum(0)
    return mean + np.einsum("sm,sam->am", share, solutions) @ basis


def pair_by_pair(data, points, target, train, rows, regress):
    out = np.zeros((len(rows), target.shape[1]))
    for pair in set(data.pair[rows]):
        known, asked = train[data.pair[train] == pair], data.pair[rows] == pair
        if len(known) > 2:
            out[asked] = regress(points[known], target[known], data.count[known], points[rows[asked]])
        else:
            out[asked] = target[known].mean(0) if len(known) else target[train].mean(0)
    return out


class Network:
    """The autoencoder of a model file, in numpy."""

    def __init__(self, file):
        with open(file, "rb") as stream:
            content = stream.read()
        size = struct.unpack("<Q", content[:8])[0]
        self.tensors, start = {}, 8 + size
        for name, entry in json.loads(content[8:start]).items():
            if name != "__metadata__":
                kind = {"F32": "<f4", "F64": "<f8", "I32": "<i4"}[entry["dtype"]]
                first, end = entry["data_offsets"]
                values = np.frombuffer(content[start + first : start + end], kind)
                self.tensors[name] = values.reshape(entry["shape"])
        self.height = np.arcsinh(self.tensors["codec.max_height"][0])
        self.axis = np.concatenate(
            [[0.0], np.linspace(1.2, 2.8, 29)[:-1], np.linspace(2.8, 4.5, 18)[:-1], np.linspace(4.5, 10, 19)]
        )

    def convolve(self, planes, name):
        w, b = self.tensors[name + ".weight"], self.tensors[name + ".bias"]
        n, c, h, _ = planes.shape
        padded = np.pad(planes, ((0, 0), (0, 0), (1, 1), (1, 1)))
        columns = np.stack([padded[:, :, i : i + h, j : j + h] for i in range(3) for j in range(3)], 2)
        return (w.reshape(len(w), -1) @ columns.reshape(n, 9 * c, h * h)).reshape(n, -1, h, h) + b[:, None, None]

    def encode(self, fine):
        height = np.array([rebin(g, np.linspace(0, 10, len(g) + 1), self.axis) for g in fine])
        filled = np.clip(np.arcsinh(height) / self.height, 0, 1)[:, None] * 64
        images = np.clip(filled - np.arange(64)[:, None], 0, 1)[:, ::-1].astype("f4")
        return np.concatenate([self.latents(part) for part in np.array_split(images, len(images) // 64 + 1)])

    def latents(self, images):
        planes = images[:, None]
        for i in range(6):
            planes = self.convolve(planes, f"encoder.{i}")
            n, c, h, _ = planes.shape
            planes = planes.reshape(n, c, h // 2, 2, h // 2, 2).max((3, 5))
            planes = np.maximum(planes, 0) if i < 5 else planes
        return planes.reshape(len(planes), -1)

    def decode(self, latents):
        return np.concatenate([self.curves(part) for part in np.array_split(latents, len(latents) // 64 + 1)])

    def curves(self, latents):
        planes = latents.astype("f4")[:, :, None, None]
        for i in range(6):
            planes = np.maximum(self.convolve(planes, f"decoder.{i}"), 0).repeat(2, 2).repeat(2, 3)
        images = 1 / (1 + np.exp(-np.clip(self.convolve(planes, "decoder.6")[:, 0], -60, 60)))
        columns = np.sinh(np.round(images * 255).sum(1) / 255 / 64 * self.height)
        out = []
        for g in columns:
            running = PchipInterpolator(self.axis**3, np.concatenate([[0], np.cumsum(g * np.diff(self.axis**3))]))
            out.append(np.maximum(0, np.diff(running(EDGES**3)) / np.diff(EDGES**3)))
        return np.array(out)


def out_of_fold(data, train, test, learn, size, parts=10):
    """Predictions for the training rows by models that had not seen the glass, and for the test rows by one that saw all."""
    glasses = np.unique(data.glass[train])
    part = dict(zip(np.random.default_rng(5).permutation(glasses), np.arange(len(glasses)) % parts))
    parts_of = np.array([part[g] for g in data.glass[train]])
    out = np.zeros((len(data.g), size))
    for k in range(parts):
        out[train[parts_of == k]] = learn(train[parts_of != k], train[parts_of == k])
    out[test] = learn(train, test)
    return out


def simple_rows(data):
    plain, n4 = data.x, np.c_[data.x, 0.5 * data.n4]
    direct = lambda a, b: (
        RandomForestRegressor(15, max_features=30, max_depth=20, random_state=0)
        .fit(data.prints[a], data.g[a])
        .predict(data.prints[b])
    )
    best = lambda *t: modal(*t, averaged=False)
    gp = lambda points, regress: lambda a, b: pair_by_pair(data, points, data.g, a, b, regress)
    return {
        "direct forest": direct,
        "pair Gaussian process: one setting": gp(plain, one_setting),
        "one setting, N4 a coordinate": gp(n4, one_setting),
        "mode by mode, best setting": gp(plain, best),
        "mode by mode, best setting, N4 a coordinate": gp(n4, best),
        "mode by mode, settings averaged": gp(plain, modal),
        DEFAULT: gp(n4, modal),
    }


def network_rows(data, network):
    points, latents = np.c_[data.x, 0.5 * data.n4], network.encode(data.fine)
    forests = {
        "forest": lambda a, b: RandomForestRegressor(15, max_features=30, max_depth=20, random_state=0)
        .fit(data.prints[a], latents[a])
        .predict(data.prints[b]),
        "200 extra trees": lambda a, b: ExtraTreesRegressor(200, max_features=30, random_state=0, n_jobs=2)
        .fit(data.prints[a], latents[a], sample_weight=np.minimum(data.count[a], 3200))
        .predict(data.prints[b]),
        "Gaussian process of the latents": lambda a, b: pair_by_pair(data, points, latents, a, b, modal),
    }

    def rows(train, test):
        out = {"true images through the autoencoder": network.decode(latents[test])}
        for name, learn in forests.items():
            decoded = network.decode(out_of_fold(data, train, test, learn, latents.shape[1]))
            out[f"{name}, decoded"] = decoded[test]
            for share in (0.5, 1):
                rest = pair_by_pair(data, points, data.g - share * decoded, train, test, modal)
                key = f"{name}, decoded × {share:g}, + regression of its out-of-fold residual"
                out[key] = np.maximum(0, share * decoded[test] + rest)
        return out

    return rows


def table(data, out):
    print("| curves | excess, well sampled | excess, all |\n|---|---|---|")
    for name, predict in simple_rows(data).items():
        squares = []
        for repeat in (1, 2, 3):
            fold, predicted = data.folds(repeat), np.zeros_like(data.g)
            for k in range(FOLDS):
                test = np.where(fold == k)[0]
                predicted[test] = np.maximum(0, predict(np.where(fold != k)[0], test))
            squares.append(np.square(data.excess(predicted, np.arange(len(data.g)))))
        print("| %s | %.4f | %.4f |" % (name, *np.sqrt(np.mean(squares, 0))), flush=True)
    if out is None:
        return
    fold, rows = data.folds(1), {}
    for k in range(FOLDS):
        train, test = np.where(fold != k)[0], np.where(fold == k)[0]
        network = Network(os.path.join(out, f"fold{k}", "model.glasspcf"))
        for name, predicted in network_rows(data, network)(train, test).items():
            rows.setdefault(name, np.zeros_like(data.g))[test] = predicted
        default = simple_rows(data)[DEFAULT]
        rows.setdefault("*default, on the same folds*", np.zeros_like(data.g))[test] = np.maximum(0, default(train, test))
    for name, predicted in rows.items():
        print("| %s | %.4f | %.4f |" % (name, *data.excess(predicted, np.arange(len(data.g)))))


def write_folds(data, folder, out):
    test = held_out(folder)
    fold = dict(zip(data.glass, data.folds(1)))
    for k in range(FOLDS):
        place = os.path.join(out, f"fold{k}")
        os.makedirs(place, exist_ok=True)
        if not os.path.exists(os.path.join(place, "pcf")):
            os.symlink(os.path.abspath(os.path.join(folder, "pcf")), os.path.join(place, "pcf"))
        with open(os.path.join(folder, "glasses.csv")) as file, open(os.path.join(place, "split.csv"), "w") as split:
            rows = [row for row in csv.DictReader(file) if row["id"] not in test]
            split.write("id,part\n")
            for row in rows:
                part = "test" if fold[data.keys.index(mole_fractions(row))] == k else "train"
                split.write(f"{row['id']},{part}\n")
        with open(os.path.join(place, "glasses.csv"), "w", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[1] not in ("folds", "table"):
        sys.exit(__doc__)
    everything = Data(sys.argv[2])
    if sys.argv[1] == "folds":
        write_folds(everything, sys.argv[2], sys.argv[3])
    else:
        table(everything, sys.argv[3] if len(sys.argv) == 4 else None)
