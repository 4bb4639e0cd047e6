package org.glasspcf.forest;

import java.time.Duration;

/**
 * What a listener hears after every forest.
 *
 * @param finished how many forests are trained and scored, from 1
 * @param forests how many there are: options × folds × seeds
 * @param options the options of the forest that ended; its seed was drawn for its fold
 * @param validationMse its error on the rows left out, in the units of {@link
 *     TuningTrial#validationMse()}
 * @param timeLeft estimate from the forests so far
 */
public record TuningProgress(
    int finished, int forests, ForestOptions options, double validationMse, Duration timeLeft) {}
