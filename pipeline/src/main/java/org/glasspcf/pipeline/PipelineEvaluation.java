package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.Metrics;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/**
 * How well a pipeline does on glasses that it has not seen. The truth of a composition is the mean
 * over its simulations, on 100 bins of 0.1 Å.
 *
 * @param kind what the test curves are: {@code FIXED} for the data set's own held-out glasses,
 *     {@code BY_GLASS} for other unseen glasses, {@code BY_CONDITION} if the same compositions were
 *     trained on at other conditions, {@code BY_CURVE} if other pairs of the same glasses were
 *     trained on, which is no test on unseen glasses
 * @param glasses the test compositions, in the data set's order
 * @param curves errors of the predicted g(r)
 * @param decoded errors of g(r) on the paper's road: forest, decoder, image
 * @param autoencoderOnly errors of g(r) after the true image went through the autoencoder: what the
 *     forest cannot improve on
 * @param codecOnly errors of g(r) after the curve was drawn and read back: what the autoencoder
 *     cannot improve on
 * @param bands the bands of each level, judged by single melts; empty without calibration
 * @param outside test glasses that the training domain leaves outside
 * @param latentR2 R² of the forest's latents against those of the true images, pooled (1)
 * @param imageMse MSE of the predicted images (pixels in 0–1)
 * @param blackImageMse what an all-black image would score (pixels in 0–1)
 * @param autoencoderMse MSE of the autoencoded true images (pixels in 0–1)
 * @param clippedColumns columns of true curves that overflow the codec's height range
 * @param results every test curve beside its prediction
 */
public record PipelineEvaluation(
    SplitKind kind,
    List<GlassComposition> glasses,
    CurveEvaluation curves,
    CurveEvaluation decoded,
    CurveEvaluation autoencoderOnly,
    CurveEvaluation codecOnly,
    List<BandCoverage> bands,
    List<GlassComposition> outside,
    double latentR2,
    double imageMse,
    double blackImageMse,
    double autoencoderMse,
    int clippedColumns,
    List<EvaluatedCurve> results) {

  /**
   * Copies the lists.
   *
   * @param kind what the test curves are
   * @param glasses the test compositions
   * @param curves errors of the predicted g(r)
   * @param decoded errors of g(r) on the paper's road
   * @param autoencoderOnly errors of g(r) after the true image went through the autoencoder
   * @param codecOnly errors of g(r) after the curve was drawn and read back
   * @param bands the bands of each level, judged by single melts
   * @param outside test glasses outside the training domain
   * @param latentR2 R² of the forest's latents, pooled (1)
   * @param imageMse MSE of the predicted images (pixels in 0–1)
   * @param blackImageMse what an all-black image would score (pixels in 0–1)
   * @param autoencoderMse MSE of the autoencoded true images (pixels in 0–1)
   * @param clippedColumns columns of true curves that overflow the codec's height range
   * @param results every test curve beside its prediction
   */
  public PipelineEvaluation {
    glasses = List.copyOf(glasses);
    bands = List.copyOf(bands);
    outside = List.copyOf(outside);
    results = List.copyOf(results);
  }

  static PipelineEvaluation of(GlassPcfPipeline pipeline, GlassDataset dataset) {
    GlassDataset test = dataset.hasHeldOut() ? dataset.testPart() : dataset;
    if (test.isEmpty()) {
      throw new IllegalArgumentException("an evaluation needs at least one curve, got none");
    }
    SplitKind kind = kindOf(pipeline.provenance(), dataset, test);

    PipelineModel model = pipeline.model();
    List<EvaluatedCurve> results = new ArrayList<>();
    List<PairCorrelationFunction> reconstructed = new ArrayList<>();
    List<PairCorrelationFunction> redrawn = new ArrayList<>();
    List<double[]> latents = new ArrayList<>();
    List<double[]> trueLatents = new ArrayList<>();
    double imageSum = 0;
    double blackSum = 0;
    double autoencoderSum = 0;
    int clipped = 0;
    for (GlassSample sample : test.samples()) {
      TrainingInterruptedException.throwIfInterrupted("the evaluation");
      PcfPrediction prediction = pipeline.predict(sample.composition(), sample.pair());
      PcfImage truth = model.codec().encode(sample.meanCurve());
      float[] trueLatent = model.autoencoder().encode(truth);
      PcfImage drawnAgain = model.autoencoder().decode(trueLatent);
      results.add(new EvaluatedCurve(sample, prediction));
      reconstructed.add(model.codec().decode(drawnAgain, PcfPrediction.GRID));
      redrawn.add(model.codec().decode(truth, PcfPrediction.GRID));
      latents.add(ForestRows.toDoubles(prediction.latent()));
      trueLatents.add(ForestRows.toDoubles(trueLatent));
      imageSum += prediction.image().meanSquaredDifference(truth);
      blackSum += truth.meanSquare();
      autoencoderSum += drawnAgain.meanSquaredDifference(truth);
      clipped += model.codec().clippedColumns(sample.meanCurve());
    }
    int n = results.size();
    CurveEvaluator evaluator = CurveEvaluator.of(test);
    return new PipelineEvaluation(
        kind,
        test.compositions(),
        evaluator.evaluate(results.stream().map(r -> r.prediction().curve()).toList()),
        evaluator.evaluate(results.stream().map(r -> r.prediction().decodedCurve()).toList()),
        evaluator.evaluate(reconstructed),
        evaluator.evaluate(redrawn),
        Arrays.stream(BandLevel.values())
            .flatMap(level -> BandCoverage.of(test, results, level).stream())
            .toList(),
        test.compositions().stream()
            .filter(c -> pipeline.domain(c).place() == DomainVerdict.Place.OUTSIDE)
            .toList(),
        Metrics.latentR2(latents.toArray(double[][]::new), trueLatents.toArray(double[][]::new)),
        imageSum / n,
        blackSum / n,
        autoencoderSum / n,
        clipped,
        results);
  }

  private static SplitKind kindOf(
      PipelineProvenance provenance, GlassDataset dataset, GlassDataset test) {
    for (GlassSample sample : test.samples()) {
      if (provenance.trainedOn(sample.composition(), sample.pair())) {
        throw new IllegalArgumentException(
            "an evaluation takes curves that were not trained on, but this pipeline was trained on "
                + sample.pair()
                + " in "
                + sample.composition());
      }
    }
    Set<GlassComposition> seen = provenance.trainedOn().keySet();
    if (test.compositions().stream().anyMatch(seen::contains)) {
      return SplitKind.BY_CURVE;
    }
    Set<GlassComposition> atAnyCondition =
        seen.stream().map(GlassComposition::withoutConditions).collect(Collectors.toSet());
    if (test.compositionsWithoutConditions().stream().anyMatch(atAnyCondition::contains)) {
      return SplitKind.BY_CONDITION;
    }
    return dataset.hasHeldOut() ? SplitKind.FIXED : SplitKind.BY_GLASS;
  }

  /**
   * Returns the figures that a model file carries.
   *
   * @return name → value, such as {@code wellSampled.rmse}
   */
  public Map<String, Double> figures() {
    Map<String, Double> out = new TreeMap<>();
    out.put("all.rmse", curves.all().rmse());
    out.put("all.r2", curves.all().r2());
    curves
        .wellSampled()
        .ifPresent(
            s -> {
              out.put("wellSampled.rmse", s.rmse());
              out.put("wellSampled.r2", s.r2());
              s.excess().ifPresent(e -> out.put("wellSampled.excess", e));
            });
    curves
        .cationOxygen()
        .ifPresent(
            s -> {
              out.put("bondLengthMae", s.bondLengthMae());
              s.coordinationMae().ifPresent(mae -> out.put("coordinationMae", mae));
            });
    decoded.wellSampled().ifPresent(s -> out.put("decoded.wellSampled.rmse", s.rmse()));
    for (BandCoverage band : bands) {
      out.put(
          String.format(Locale.ROOT, "band%.0f.coverage", 100 * band.level().coverage()),
          band.curves().all().coverage());
    }
    out.put("imageMse", imageMse);
    out.put("autoencoderMse", autoencoderMse);
    out.put("glasses", (double) glasses.size());
    return out;
  }
}
