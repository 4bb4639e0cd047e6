package org.glasspcf.pipeline;

import java.util.Objects;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.fingerprint.Fingerprint;
import org.glasspcf.encoder.PcfImage;

/**
 * The predicted pair correlation function of one pair in one glass, with everything on the way to
 * it. Immutable; safe to share between threads.
 */
public final class PcfPrediction {
  /** Bins of {@link #curve()}: 100 of 0.1 Å from 0 to 10 Å. */
  public static final RadialGrid GRID = RadialGrid.uniform(10, 100);

  private final PipelineModel model;
  private final GlassComposition composition;
  private final ElementPair pair;
  private final Fingerprint fingerprint;
  private final float[] latent;
  private final PcfImage image;
  private final PairCorrelationFunction curve;
  // Computed on first request; threads that race for it compute equal arrays.
  private volatile double[] curveSpread;

  PcfPrediction(PipelineModel model, GlassComposition composition, ElementPair pair) {
    this.model = model;
    this.composition = Objects.requireNonNull(composition, "composition");
    this.pair = Objects.requireNonNull(pair, "pair");
    this.fingerprint = model.schema().encode(composition, pair);
    this.latent = toFloats(model.forest().predict(fingerprint.values()));
    this.image = model.autoencoder().decode(latent);
    this.curve = model.codec().decode(image, GRID);
  }

  private static float[] toFloats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /**
   * Returns the glass.
   *
   * @return the composition asked for
   */
  public GlassComposition composition() {
    return composition;
  }

  /**
   * Returns the pair of elements.
   *
   * @return the pair asked for
   */
  public ElementPair pair() {
    return pair;
  }

  /**
   * Returns what the forest saw.
   *
   * @return the fingerprint
   */
  public Fingerprint fingerprint() {
    return fingerprint;
  }

  /**
   * Returns what the decoder saw.
   *
   * @return a copy of the latent vector (1)
   */
  public float[] latent() {
    return latent.clone();
  }

  /**
   * Returns the predicted image.
   *
   * @return the 64×64 image that the curve is read from
   */
  public PcfImage image() {
    return image;
  }

  /**
   * Returns the predicted curve.
   *
   * @return partial g(r) on 100 bins of 0.1 Å from 0 to 10 Å, shell averages
   */
  public PairCorrelationFunction curve() {
    return curve;
  }

  /**
   * Returns the predicted curve on other bins, read from the image anew.
   *
   * @param grid bins inside 0 to 10 Å; below the image's columns (0.06 Å at the first peaks) they
   *     only interpolate
   * @return partial g(r) on the grid, shell averages
   * @throws IllegalArgumentException if the grid reaches beyond 10 Å
   */
  public PairCorrelationFunction curve(RadialGrid grid) {
    return model.codec().decode(image, grid);
  }

  /**
   * Returns the curve's first peak on bins of 0.1 Å.
   *
   * @return position (Å) and height (1); empty for a curve of zeros
   */
  public Optional<Peak> firstPeak() {
    return curve.firstPeak();
  }

  /**
   * Returns how far the forest's trees lie apart, latent by latent.
   *
   * @return standard deviation over the trees of each latent (1); 0 for a single tree
   */
  public double[] latentSpread() {
    return spread(model.forest().treePredictions(fingerprint.values()));
  }

  /**
   * Returns how far the forest's trees lie apart in g(r). The first request decodes every tree's
   * latent vector, about a millisecond a tree. This is the spread of the forest, not a calibrated
   * error.
   *
   * @return standard deviation over the trees of g in each bin of {@link #curve()} (1)
   */
  public double[] curveSpread() {
    double[] known = curveSpread;
    if (known == null) {
      double[][] trees = model.forest().treePredictions(fingerprint.values());
      double[][] curves = new double[trees.length][];
      for (int t = 0; t < trees.length; t++) {
        PcfImage drawn = model.autoencoder().decode(toFloats(trees[t]));
        curves[t] = model.codec().decode(drawn, GRID).values();
      }
      known = spread(curves);
      curveSpread = known;
    }
    return known.clone();
  }

  /** Standard deviation (divisor n − 1) of each column. */
  private static double[] spread(double[][] rows) {
    double[] out = new double[rows[0].length];
    if (rows.length < 2) {
      return out;
    }
    for (int i = 0; i < out.length; i++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[i] / rows.length;
      }
      double sum = 0;
      for (double[] row : rows) {
        sum += (row[i] - mean) * (row[i] - mean);
      }
      out[i] = Math.sqrt(sum / (rows.length - 1));
    }
    return out;
  }

  @Override
  public String toString() {
    return "PcfPrediction[" + pair + " in " + composition + "]";
  }
}
