package org.glasspcf.forest;

/**
 * What one forest of a cross-validation scored.
 *
 * @param trainMse as in {@link TuningTrial}
 * @param validationMse as in {@link TuningTrial}
 * @param validationSquares sum over the rows left out and all targets of (predicted − true)², in
 *     the targets' own units
 * @param nodes number of nodes of the forest
 */
record FoldScore(double trainMse, double validationMse, double validationSquares, int nodes) {}
