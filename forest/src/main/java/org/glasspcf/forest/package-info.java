/**
 * The random forest: from a fingerprint to a handful of numbers.
 *
 * <p>It exists to map the fingerprint of a glass and pair (58 numbers) onto the latent vector that
 * the decoder turns into an image of g(r), but it knows neither: features and targets are rows of
 * numbers of any length. {@link org.glasspcf.forest.ForestTrainer} trains with Tribuo; the {@link
 * org.glasspcf.forest.RandomForest} it returns is plain Java and needs Tribuo no longer. {@link
 * org.glasspcf.forest.ForestTuning} chooses the options by cross-validation.
 *
 * <p>Of the other modules this one uses core's exceptions only; pipeline uses it.
 */
package org.glasspcf.forest;
