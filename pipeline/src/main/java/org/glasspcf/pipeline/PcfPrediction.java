package org.glasspcf.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.ShellPeak;
import org.glasspcf.core.correlation.ShellSearch;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.core.fingerprint.Fingerprint;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.CurveBands;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * The predicted pair correlation function of one pair in one glass, with everything on the way to
 * it.
 *
 * <pre>{@code
 * GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
 * PcfPrediction bO = GlassPcfPipeline.pretrained().predict(glass, ElementPair.of("B", "O"));
 * PairCorrelationFunction g = bO.curve(); // 100 bins of 0.1 Å
 * CurveBand band = bO.band(BandLevel.NINETY_PERCENT).orElseThrow(); // lower and upper g, bin by bin
 * NumberDensities densities = MolarVolumeModel.bundled().densities(glass); // Å⁻³
 * Interval n = bO.coordinationNumber(BandLevel.NINETY_PERCENT, densities).orElseThrow(); // 3.59 to 3.71
 * boolean trusted = bO.domain().place() == DomainVerdict.Place.INSIDE;
 * PairCorrelationFunction paper = bO.decodedCurve(); // by forest, decoder and image
 * }</pre>
 *
 * <p>{@link #curve()} and all that has an interval come from the regression by default; {@link
 * #fingerprint()} (58 slots), {@link #latent()} (8 numbers by default), {@link #image()} (64×64
 * pixels) and {@link #decodedCurve()} are the steps of the paper's road (arXiv:2308.11151, sections
 * III to V). What is not asked for is not computed.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class PcfPrediction {
  /** Bins of {@link #curve()}: 100 of 0.1 Å from 0 to 10 Å. */
  public static final RadialGrid GRID = RadialGrid.uniform(10, 100);

  /** Bins that place a peak. */
  private static final RadialGrid FINE = RadialGrid.uniform(10, 500);

  /** Atoms of the melt that bands are for, if no other number is given: {@value}. */
  public static final int MELT_ATOMS = 1500;

  private static final double EDGE_TOLERANCE = 1e-9;

  private final PipelineModel model;
  private final GlassComposition composition;
  private final ElementPair pair;
  private final Fingerprint fingerprint;
  private final Optional<PairCorrelationFunction> regressed;
  private final PairCorrelationFunction curve;
  // Computed on first request; threads that race for it compute equal values.
  private volatile float[] latent;
  private volatile PcfImage image;
  private volatile double[] decodedSpread;
  private volatile double novelty = Double.NaN;

  PcfPrediction(PipelineModel model, GlassComposition composition, ElementPair pair) {
    this.model = model;
    this.composition = Objects.requireNonNull(composition, "composition");
    this.pair = Objects.requireNonNull(pair, "pair");
    this.fingerprint = model.schema().encode(composition, pair);
    this.regressed = model.regression().flatMap(r -> r.predict(composition, pair));
    this.curve = curve(GRID);
  }

  PipelineModel model() {
    return model;
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
    return sharedLatent().clone();
  }

  private float[] sharedLatent() {
    float[] known = latent;
    if (known == null) {
      known = PipelineTraining.toFloats(model.forest().predict(fingerprint.values()));
      latent = known;
    }
    return known;
  }

  /**
   * Returns the decoder's image; the first request draws it, a fifth of a millisecond, unless the
   * pipeline {@linkplain GlassPcfPipeline#rememberingImages remembers} it.
   *
   * @return the 64×64 image of the latent vector
   */
  public PcfImage image() {
    PcfImage known = image;
    if (known == null) {
      known = model.image(sharedLatent());
      image = known;
    }
    return known;
  }

  /**
   * Returns which part of the pipeline the curve was taken from.
   *
   * @return the regression; or the decoder, if the pipeline was trained so or the regression knows
   *     fewer than three training glasses with the pair
   */
  public CurveSource curveSource() {
    return regressed.isPresent() ? CurveSource.REGRESSION : CurveSource.DECODER;
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
   * Returns the predicted curve on other bins.
   *
   * @param grid bins inside 0 to 10 Å; below the bins that the model learned from (0.02 Å for the
   *     bundled data; the image's columns, 0.06 Å at the first peaks, for a decoded curve) they
   *     hold nothing new
   * @return partial g(r) on the grid, shell averages
   * @throws IllegalArgumentException if the grid reaches beyond 10 Å
   */
  public PairCorrelationFunction curve(RadialGrid grid) {
    if (grid.rMax() > GRID.rMax() + EDGE_TOLERANCE) {
      throw new IllegalArgumentException(
          "a curve is predicted from 0 to 10 Å, got a grid of " + grid);
    }
    return regressed.map(g -> g.rebin(grid)).orElseGet(() -> decodedCurve(grid));
  }

  /**
   * Returns the curve that the paper's road leads to: forest, decoder, image, g(r).
   *
   * @param grid bins inside 0 to 10 Å
   * @return partial g(r) on the grid, read from {@link #image()}
   * @throws IllegalArgumentException if the grid reaches beyond 10 Å
   */
  public PairCorrelationFunction decodedCurve(RadialGrid grid) {
    return model.codec().decode(image(), grid);
  }

  /**
   * Returns the curve that the paper's road leads to.
   *
   * @return partial g(r) on 100 bins of 0.1 Å, read from {@link #image()}
   */
  public PairCorrelationFunction decodedCurve() {
    return decodedCurve(GRID);
  }

  /**
   * Returns the band for g of one new melt of {@value #MELT_ATOMS} atoms.
   *
   * @param level the nominal coverage, bin by bin
   * @return lower and upper g on the bins of {@link #curve()}; empty if the pipeline or the pair
   *     was not calibrated
   */
  public Optional<CurveBand> band(BandLevel level) {
    return band(level, MELT_ATOMS);
  }

  /**
   * Returns the band for g of one new melt.
   *
   * @param level the nominal coverage, bin by bin
   * @param atoms atoms in the melt (at least 1); fewer atoms make it wider
   * @return lower and upper g on the bins of {@link #curve()}; empty if the pipeline or the pair
   *     was not calibrated
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<CurveBand> band(BandLevel level, int atoms) {
    return calibrated()
        .flatMap(bands -> bands.band(composition, pair, curve, novelty(), atoms, level));
  }

  /**
   * Returns the mean cation–oxygen bond length with its interval for one new melt of {@value
   * #MELT_ATOMS} atoms.
   *
   * @param level the nominal coverage
   * @return mean distance up to the pair's cutoff (Å), see {@link
   *     org.glasspcf.pipeline.evaluation.CationOxygenScores#cutoff}; empty for other pairs or
   *     without calibration
   */
  public Optional<Interval> bondLength(BandLevel level) {
    return bondLength(level, MELT_ATOMS);
  }

  /**
   * Returns the mean cation–oxygen bond length with its interval for one new melt.
   *
   * @param level the nominal coverage
   * @param atoms atoms in the melt (at least 1)
   * @return mean distance up to the pair's cutoff (Å); empty for other pairs or without calibration
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<Interval> bondLength(BandLevel level, int atoms) {
    return calibrated()
        .flatMap(bands -> bands.bondLength(composition, pair, curve, novelty(), atoms, level));
  }

  /**
   * Returns the number of oxygen neighbors of the cation with its interval for one new melt of
   * {@value #MELT_ATOMS} atoms.
   *
   * @param level the nominal coverage
   * @param densities number densities of the glass (Å⁻³), simulated or {@linkplain
   *     org.glasspcf.core.density.MolarVolumeModel estimated}; the interval holds the scatter of
   *     melts' densities, not an error of these
   * @return coordination number up to the pair's cutoff (1); empty for other pairs or without
   *     calibration
   */
  public Optional<Interval> coordinationNumber(BandLevel level, NumberDensities densities) {
    return coordinationNumber(level, densities, MELT_ATOMS);
  }

  /**
   * Returns the number of oxygen neighbors of the cation with its interval for one new melt.
   *
   * @param level the nominal coverage
   * @param densities number densities of the glass (Å⁻³)
   * @param atoms atoms in the melt (at least 1)
   * @return coordination number up to the pair's cutoff (1); empty for other pairs or without
   *     calibration
   * @throws IllegalArgumentException if atoms is less than 1
   */
  public Optional<Interval> coordinationNumber(
      BandLevel level, NumberDensities densities, int atoms) {
    return coordinationNumber(level, densities.of(Element.O), atoms);
  }

  /** With ρ_O, oxygen atoms per volume (Å⁻³), which is all that it needs. */
  Optional<Interval> coordinationNumber(BandLevel level, double oxygenDensity, int atoms) {
    return calibrated()
        .flatMap(
            bands ->
                bands.coordinationNumber(
                    composition, pair, curve, oxygenDensity, novelty(), atoms, level));
  }

  /** Bands were calibrated for curves of the pipeline's own source. */
  private Optional<CurveBands> calibrated() {
    return curveSource() == model.provenance().options().curves()
        ? model.bands()
        : Optional.empty();
  }

  private double novelty() {
    double known = novelty;
    if (Double.isNaN(known)) {
      known = model.novelty(composition, pair);
      novelty = known;
    }
    return known;
  }

  /**
   * Returns whether the glass lies among the training glasses that have the pair.
   *
   * @return the verdict, with the nearest of them
   */
  public DomainVerdict domain() {
    return model.domain().verdict(composition, pair);
  }

  /**
   * Returns where the curve has its first peak: a Gaussian fit on bins of 0.02 Å, by {@link
   * ShellSearch}. Three bins of 0.1 Å place the Si–O peak 0.02 Å too far.
   *
   * @return position (Å); empty for a curve without a clear peak
   */
  public OptionalDouble firstPeakPosition() {
    return ShellSearch.of(curve(FINE)).peak().stream().mapToDouble(ShellPeak::position).findFirst();
  }

  /**
   * Returns the curve's first peak on bins of 0.1 Å: a height to compare with other curves on such
   * bins; {@link #firstPeakPosition()} places it better.
   *
   * @return position (Å) of a parabola through three bins, and height (1); empty for a curve of
   *     zeros
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
   * Returns how far the forest's trees lie apart in the decoded g(r). The first request decodes
   * every tree's latent vector, a fifth of a millisecond a tree. This is the spread of the forest,
   * not a calibrated error; see {@link #band(BandLevel)} for that.
   *
   * @return standard deviation over the trees of g in each bin of {@link #decodedCurve()} (1)
   */
  public double[] decodedSpread() {
    double[] known = decodedSpread;
    if (known == null) {
      double[][] trees = model.forest().treePredictions(fingerprint.values());
      double[][] curves = new double[trees.length][];
      for (int t = 0; t < trees.length; t++) {
        PcfImage drawn = model.autoencoder().decode(PipelineTraining.toFloats(trees[t]));
        curves[t] = model.codec().decode(drawn, GRID).values();
      }
      known = spread(curves);
      decodedSpread = known;
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
