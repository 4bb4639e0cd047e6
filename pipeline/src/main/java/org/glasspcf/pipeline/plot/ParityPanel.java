package org.glasspcf.pipeline.plot;

import java.util.Objects;

/**
 * One small chart of predicted against true numbers, of curves that were trained on and others.
 *
 * @param title what is drawn
 * @param quantity the predicted quantity, with its unit
 * @param training the points of what was trained on, may be none
 * @param test the points of what was not, may be none
 */
public record ParityPanel(String title, String quantity, Points training, Points test) {
  /**
   * Pairs of numbers.
   *
   * @param truth the true numbers
   * @param predicted as many predicted ones
   */
  public record Points(double[] truth, double[] predicted) {
    /**
     * Copies the arrays.
     *
     * @param truth the true numbers, finite
     * @param predicted as many predicted ones, finite
     * @throws IllegalArgumentException if the counts differ or a number is not finite
     */
    public Points {
      if (truth.length != predicted.length) {
        throw new IllegalArgumentException(
            "each true number needs a predicted one, got "
                + truth.length
                + " and "
                + predicted.length);
      }
      truth = truth.clone();
      predicted = predicted.clone();
      for (int i = 0; i < truth.length; i++) {
        if (!Double.isFinite(truth[i]) || !Double.isFinite(predicted[i])) {
          throw new IllegalArgumentException(
              "points must be finite, but point " + i + " is " + truth[i] + ", " + predicted[i]);
        }
      }
    }

    /**
     * Returns the true numbers.
     *
     * @return a copy
     */
    @Override
    public double[] truth() {
      return truth.clone();
    }

    /**
     * Returns the predicted numbers.
     *
     * @return a copy
     */
    @Override
    public double[] predicted() {
      return predicted.clone();
    }
  }

  /**
   * Checks that there is something to draw.
   *
   * @param title what is drawn
   * @param quantity the predicted quantity, with its unit
   * @param training the points of what was trained on
   * @param test the points of what was not
   * @throws IllegalArgumentException if there is no point
   */
  public ParityPanel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(quantity, "quantity");
    if (training.truth.length + test.truth.length == 0) {
      throw new IllegalArgumentException("a parity plot needs at least one point, got 0: " + title);
    }
  }
}
