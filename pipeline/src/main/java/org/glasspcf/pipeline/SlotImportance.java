package org.glasspcf.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.regression.GlassFeatures;

/**
 * Permutation importance: how much the RMSE of g over test curves rises when one input is taken
 * from elsewhere, all others being left as they are. Taken over the well-sampled test curves, or
 * over all where none is well sampled, on bins of 0.1 Å. Immutable.
 *
 * <pre>{@code
 * PipelineEvaluation evaluation = pipeline.evaluate(dataset);
 * ImportanceRanking slots = SlotImportance.defaults().withSeed(42).ofDecoder(evaluation);
 * slots.effects().get(0).input(); // the slot that matters most
 * }</pre>
 *
 * <p>An input of the glass (base, dopant, amount and input slots; all coordinates of the
 * regression) is permuted by glass: in each repeat the test glasses stand in one random ring, and
 * all curves of a glass take the value of the next glass. A pair slot is permuted inside each
 * glass: its test curves stand in a random ring, and each takes the slot of the next. All inputs
 * see the same rings in a repeat. An input that never varies has no effect, and costs nothing.
 *
 * <p>Inputs that repeat each other share their effect, because either alone can make up for the
 * other: a dopant's presence bit and its amount, the two mirrored slots of a pair, base fractions
 * and mole fractions, which sum to 1. Permuting one of them also makes glasses that cannot be, with
 * oxides that do not sum to 1. An effect of 0 therefore does not say that a quantity is of no
 * matter to the glass, only that the predictor would do without this one input.
 *
 * <p>Source of the method: L. Breiman, Machine Learning 45, 5 (2001), section 10, there on
 * out-of-bag data.
 */
public final class SlotImportance {
  private static final SlotImportance DEFAULTS = new SlotImportance(10, 0);

  private final int repeats;
  private final long seed;

  private SlotImportance(int repeats, long seed) {
    this.repeats = repeats;
    this.seed = seed;
  }

  /**
   * Ten repeats, seed 0.
   *
   * @return the default settings
   */
  public static SlotImportance defaults() {
    return DEFAULTS;
  }

  /**
   * Sets how often each input is permuted.
   *
   * @param value at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public SlotImportance withRepeats(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, got " + value);
    }
    return new SlotImportance(value, seed);
  }

  /**
   * Sets the seed of the permutations.
   *
   * @param value any number
   * @return a changed copy
   */
  public SlotImportance withSeed(long value) {
    return new SlotImportance(repeats, value);
  }

  /**
   * Ranks the slots of the fingerprint on the paper's road: forest, decoder, image, g(r). Takes
   * seconds; the calling thread can be interrupted.
   *
   * @param evaluation test curves beside their predictions, at least one
   * @return all slots
   * @throws IllegalArgumentException if the evaluation holds no curve
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   */
  public ImportanceRanking ofDecoder(PipelineEvaluation evaluation) {
    List<EvaluatedCurve> curves = shown(evaluation);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("importance needs at least one test curve, got 0");
    }
    PipelineModel model = curves.get(0).prediction().model();
    FingerprintSchema schema = model.schema();
    double[][] inputs =
        curves.stream().map(c -> c.prediction().fingerprint().values()).toArray(double[][]::new);
    List<PcfPrediction> known = curves.stream().map(EvaluatedCurve::prediction).toList();
    IntPredicate byGlass = slot -> !schema.slotNames().get(slot).startsWith("pair.");
    return new InputPermutation(samples(curves), schema.slotNames(), byGlass, inputs)
        .rank(
            (curve, changed) -> {
              float[] latent = PipelineTraining.toFloats(model.forest().predict(changed));
              return Arrays.equals(latent, known.get(curve).latent())
                  ? known.get(curve).decodedCurve()
                  : model.codec().decode(model.autoencoder().decode(latent), PcfPrediction.GRID);
            },
            repeats,
            seed);
  }

  /**
   * Ranks the coordinates of the regression ({@link GlassFeatures}), over the test curves of pairs
   * that it knows. Takes about a second; the calling thread can be interrupted.
   *
   * @param evaluation test curves beside their predictions
   * @return all coordinates; empty if no curve comes from the regression
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; its
   *     interrupt flag stays set
   */
  public Optional<ImportanceRanking> ofRegression(PipelineEvaluation evaluation) {
    List<EvaluatedCurve> curves =
        shown(evaluation).stream()
            .filter(c -> c.prediction().curveSource() == CurveSource.REGRESSION)
            .toList();
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    CurveRegression regression = curves.get(0).prediction().model().regression().orElseThrow();
    double[][] inputs =
        curves.stream()
            .map(c -> regression.features().point(c.sample().composition()))
            .toArray(double[][]::new);
    return Optional.of(
        new InputPermutation(samples(curves), regression.features().names(), input -> true, inputs)
            .rank(
                (curve, changed) ->
                    regression
                        .predict(changed, curves.get(curve).sample().pair())
                        .orElseThrow()
                        .rebin(PcfPrediction.GRID),
                repeats,
                seed));
  }

  private static List<EvaluatedCurve> shown(PipelineEvaluation evaluation) {
    List<EvaluatedCurve> wellSampled =
        evaluation.results().stream().filter(c -> c.sample().wellSampled()).toList();
    return wellSampled.isEmpty() ? evaluation.results() : wellSampled;
  }

  private static List<GlassSample> samples(List<EvaluatedCurve> curves) {
    return curves.stream().map(c -> c.sample().rebin(PcfPrediction.GRID)).toList();
  }
}
