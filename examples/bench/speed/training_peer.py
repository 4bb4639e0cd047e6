#!/usr/bin/env python3
"""The paper's autoencoder in PyTorch, trained by the recipe of AutoencoderOptions.defaults() on images that TrainingSpeed wrote.

training_peer.py FOLDER plain|watched EPOCHS LEARNING_RATE SEED THREADS

Prints a line an epoch, as TrainingSpeed does: number, seconds since the start, seconds of this epoch, training loss, loss on the
watched images. The start is the first batch's: importing and building the network do not count.
"""
import math
import os
import sys
import time

import numpy as np
import torch
from torch import nn

BATCH = 16


def images(folder, name):
    raw = np.fromfile(os.path.join(folder, name), dtype="<f4")
    return torch.from_numpy(raw.reshape(-1, 1, 64, 64))


def network():
    layers, planes = [], 1
    for i, filters in enumerate((64, 32, 32, 16, 16, 8)):
        layers += [nn.Conv2d(planes, filters, 3, padding=1)] + ([nn.ReLU()] if i < 5 else []) + [nn.MaxPool2d(2)]
        planes = filters
    for filters in (8, 16, 16, 32, 32, 64):
        layers += [nn.ConvTranspose2d(planes, filters, 3, padding=1), nn.ReLU(), nn.Upsample(scale_factor=2)]
        planes = filters
    layers += [nn.Conv2d(planes, 1, 3, padding=1), nn.Sigmoid()]
    for layer in layers:
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.zeros_(layer.bias)
            mode = "fan_in" if isinstance(layer, nn.Conv2d) else "fan_out"
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu", mode=mode)
    return nn.Sequential(*layers)


class Adam:
    """torch.optim.Adam's rule; its import asks for a newer sympy than some distributions have."""

    def __init__(self, parameters):
        self.parameters = list(parameters)
        self.first = [torch.zeros_like(p) for p in self.parameters]
        self.second = [torch.zeros_like(p) for p in self.parameters]
        self.step_number = 0

    def step(self, rate):
        self.step_number += 1
        with torch.no_grad():
            for p, m, v in zip(self.parameters, self.first, self.second):
                m.mul_(0.9).add_(p.grad, alpha=0.1)
                v.mul_(0.999).addcmul_(p.grad, p.grad, value=0.001)
                size = (v / (1 - 0.999**self.step_number)).sqrt_().add_(1e-7)
                p.addcdiv_(m / (1 - 0.9**self.step_number), size, value=-rate)
                p.grad = None


def one_cycle(peak, progress):
    if progress < 0.25:
        return peak * (0.1 + 0.9 * progress / 0.25)
    return peak * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * (progress - 0.25) / 0.75)))


def loss_on(net, watched):
    with torch.no_grad():
        return sum(float(((net(x) - x) ** 2).sum()) for x in watched.split(BATCH)) / watched.numel()


def main():
    folder, mode, epochs, rate, seed, threads = sys.argv[1:]
    epochs, rate = int(epochs), float(rate)
    torch.set_num_threads(int(threads))
    torch.manual_seed(int(seed))
    learned, watched = images(folder, "learned.f32"), images(folder, "watched.f32")
    net = network()
    adam = Adam(net.parameters())
    steps, step = epochs * math.ceil(len(learned) / BATCH), 0
    start = last = time.perf_counter()
    for epoch in range(1, epochs + 1):
        total = 0.0
        for batch in torch.randperm(len(learned)).split(BATCH):
            x = learned[batch]
            loss = ((net(x) - x) ** 2).mean()
            loss.backward()
            adam.step(one_cycle(rate, step / steps))
            total += float(loss) * len(x)
            step += 1
        watched_loss = loss_on(net, watched) if mode == "watched" else math.nan
        now = time.perf_counter()
        print(f"{epoch} {now - start:.3f} {now - last:.3f} {total / len(learned):.6f} {watched_loss:.6f}", flush=True)
        last = now


if __name__ == "__main__":
    main()
