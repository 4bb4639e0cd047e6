package org.glasspcf.pipeline.plot;

import java.util.Objects;
import org.glasspcf.encoder.PcfImage;

/**
 * An image beside another one that was drawn after it.
 *
 * @param title what they show: composition and pair
 * @param original the image of a curve
 * @param drawn the image that a network drew
 */
public record ImagePair(String title, PcfImage original, PcfImage drawn) {
  /**
   * Checks that all are there.
   *
   * @param title what they show
   * @param original the image of a curve
   * @param drawn the image that a network drew
   */
  public ImagePair {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(drawn, "drawn");
  }

  /**
   * Returns how far the images lie apart.
   *
   * @return the image MSE (pixels in 0–1)
   */
  public double mse() {
    return original.meanSquaredDifference(drawn);
  }
}
