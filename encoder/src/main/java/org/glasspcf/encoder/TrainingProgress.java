package org.glasspcf.encoder;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a listener hears after every epoch.
 *
 * @param epoch the epoch that ended, from 1
 * @param epochs how many there are at most
 * @param trainingLoss mean image MSE over the epoch's batches, while they were learned (pixels in
 *     0–1)
 * @param validationLoss image MSE on the validation images after the epoch; empty without a
 *     validation part
 * @param learningRate the rate of the epoch's last batch
 * @param timeLeft estimate from the epochs so far
 */
public record TrainingProgress(
    int epoch,
    int epochs,
    double trainingLoss,
    OptionalDouble validationLoss,
    double learningRate,
    Duration timeLeft) {}
