package org.glasspcf.pipeline.report;

import java.util.Optional;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.CurveScores;

/**
 * What each step of the paper's road adds to the error of g, over the well-sampled test curves, on
 * bins of 0.1 Å.
 *
 * <p>With D² the mean square, over curves and bins, of what comes out less the mean T of the
 * simulations:
 *
 * <ul>
 *   <li><b>codec</b>: D² after T was drawn as an image and read back;
 *   <li><b>autoencoder</b>: what is added when that image also goes through encoder and decoder, D²
 *       of the autoencoded image − D² of the codec;
 *   <li><b>forest</b>: what is added when the latent vector comes from the forest, which sees the
 *       composition, and not from the image, D² of the whole road − D² of the autoencoded image;
 *   <li><b>total</b>: D² of the whole road. The three steps sum to it exactly.
 * </ul>
 *
 * <p>A step can come out negative. Errors of steps are not independent: each step works on what the
 * one before it left, and D² gains twice the mean product of both errors, of either sign. An
 * autoencoder that smooths the codec's error away, or a forest whose mean over many glasses lies
 * nearer to T than the image's own latent vector, has a step below 0.
 *
 * <p><b>noise</b> is no further step: the square of the noise floor ({@link CurveScores}), the D²
 * that a perfect predictor would still show because T is the mean of a few melts. Codec and
 * autoencoder see T itself, noise and all, so that they add noise only where they smooth it; the
 * forest cannot know it. Most of it is therefore a part of the forest's step. It is taken over the
 * curves of two melts or more, all else over all well-sampled curves.
 *
 * @param curves well-sampled test curves, at least 1
 * @param noise square of the noise floor of g; empty if no glass has two melts
 * @param codec the codec's step
 * @param autoencoder the autoencoder's step
 * @param forest the forest's step
 * @param total the whole road
 * @param regression D² of the pipeline's own curves where the regression makes them, to be held
 *     against the total (pairs that the regression does not know come from the decoder there as
 *     well); empty if all come from the decoder
 */
public record ErrorBudget(
    int curves,
    Optional<Part> noise,
    Part codec,
    Part autoencoder,
    Part forest,
    Part total,
    Optional<Part> regression) {

  /**
   * A mean square of errors of g, or a difference of two.
   *
   * @param meanSquare the number (1); below 0 for a step that makes errors smaller
   */
  public record Part(double meanSquare) {

    /**
     * The root, in the unit of g.
     *
     * @return √|x| with the sign of x (1); roots of steps do not sum to the root of the total
     */
    public double root() {
      return Math.copySign(Math.sqrt(Math.abs(meanSquare)), meanSquare);
    }

    private static Part ofRoot(double root) {
      return new Part(root * root);
    }

    private Part minus(Part other) {
      return new Part(meanSquare - other.meanSquare);
    }
  }

  /**
   * Draws up the budget of an evaluation.
   *
   * @param evaluation the errors of every step
   * @return the budget; empty if no test curve is well sampled
   */
  public static Optional<ErrorBudget> of(PipelineEvaluation evaluation) {
    if (evaluation.curves().wellSampled().isEmpty()) {
      return Optional.empty();
    }
    boolean regressed =
        evaluation.results().stream()
            .filter(r -> r.sample().wellSampled())
            .anyMatch(r -> r.prediction().curveSource() == CurveSource.REGRESSION);
    return Optional.of(
        of(
            evaluation.codecOnly().wellSampled().orElseThrow(),
            evaluation.autoencoderOnly().wellSampled().orElseThrow(),
            evaluation.decoded().wellSampled().orElseThrow(),
            regressed ? evaluation.curves().wellSampled() : Optional.empty()));
  }

  /**
   * Draws up the budget of scores over the same curves.
   *
   * @param codec after the codec alone
   * @param autoencoder after codec and autoencoder
   * @param decoded after the whole road
   * @param regression of the regression beside it
   * @return the budget
   * @throws IllegalArgumentException if the numbers of curves differ
   */
  static ErrorBudget of(
      CurveScores codec,
      CurveScores autoencoder,
      CurveScores decoded,
      Optional<CurveScores> regression) {
    int curves = decoded.curves();
    requireSame(curves, codec);
    requireSame(curves, autoencoder);
    regression.ifPresent(scores -> requireSame(curves, scores));
    Part drawn = Part.ofRoot(codec.rmse());
    Part autoencoded = Part.ofRoot(autoencoder.rmse());
    Part total = Part.ofRoot(decoded.rmse());
    return new ErrorBudget(
        curves,
        decoded.noiseFloor().stream().mapToObj(Part::ofRoot).findFirst(),
        drawn,
        autoencoded.minus(drawn),
        total.minus(autoencoded),
        total,
        regression.map(scores -> Part.ofRoot(scores.rmse())));
  }

  private static void requireSame(int curves, CurveScores scores) {
    if (scores.curves() != curves) {
      throw new IllegalArgumentException(
          "the steps of a budget must be scored on the same "
              + curves
              + " curves, got "
              + scores.curves());
    }
  }
}
