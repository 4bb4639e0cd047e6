package org.glasspcf.pipeline.evaluation;

import org.glasspcf.core.dataset.GlassDataset;

/**
 * Simple methods that a model of g(r) has to be measured against, fitted to the same training part.
 *
 * <p>All work on {@link CurveEvaluator#GRID}, take the mean curve of each training composition, and
 * never predict a negative g. A pair that training does not hold gets the mean of all training
 * curves, except from the forests, which predict whatever its fingerprint leads to.
 */
public enum Baseline {
  /** The mean curve of the pair over the training glasses, weighted by k·N_i·N_j. */
  PAIR_MEAN("pairMean"),
  /**
   * The pair's curve in the training glass that is nearest by the sum of absolute differences of
   * the six mole fractions (Na2O, B2O3, SiO2, BaO, TiO2, ZnO).
   */
  NEAREST_GLASS("nearestGlass"),
  /**
   * Ridge regression of g on the six mole fractions and a constant, pair by pair, with squared
   * errors weighted by k·N_i·N_j.
   */
  PAIR_RIDGE("pairRidge"),
  /**
   * Gaussian-process regression of g on the six mole fractions, pair by pair, with a squared
   * exponential kernel and a noise variance proportional to 1/(k·N_i·N_j).
   */
  PAIR_GP("pairGp"),
  /** A random forest with the paper's options from the fingerprint to the 100 values of g. */
  DIRECT_FOREST("directForest"),
  /**
   * A random forest with the paper's options from the fingerprint to the first eight principal
   * components of asinh(g).
   */
  PCA_FOREST("pcaForest");

  private final String key;

  Baseline(String key) {
    this.key = key;
  }

  /**
   * The name of this baseline in reports.
   *
   * @return the key, for example {@code pairGp}
   */
  public String key() {
    return key;
  }

  /**
   * Fits this baseline. The same data and seed give the same predictor.
   *
   * @param training the training glasses; must not hold a held-out one
   * @param seed seeds the forests; the others do not depend on it
   * @return the fitted predictor, immutable and safe to share between threads
   * @throws IllegalArgumentException if {@code training} holds a held-out glass, no curve, a curve
   *     that ends before 10 Å or an oxide outside the six
   * @throws org.glasspcf.core.TrainingInterruptedException if the calling thread is interrupted
   *     while a regression or a forest is fitted; its interrupt flag stays set
   * @throws org.glasspcf.core.TrainingException if this is a forest and Tribuo is missing
   */
  public CurvePredictor fit(GlassDataset training, long seed) {
    training.requireTrainingOnly("baseline fitting");
    TrainingCurves curves = TrainingCurves.of(training);
    return switch (this) {
      case PAIR_MEAN -> PairMean.fit(curves);
      case NEAREST_GLASS -> new NearestGlass(curves);
      case PAIR_RIDGE -> PairRegression.fit(training, curves, RidgeSetting.grid());
      case PAIR_GP -> PairRegression.fit(training, curves, GaussianProcessSetting.grid());
      case DIRECT_FOREST -> ForestBaseline.direct(curves, seed);
      case PCA_FOREST -> ForestBaseline.principalComponents(curves, seed);
    };
  }
}
