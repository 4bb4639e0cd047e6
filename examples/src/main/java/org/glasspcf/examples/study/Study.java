package org.glasspcf.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveError;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.CurvePredictor;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/** Everything that the study measures, but for the training of its models. */
final class Study {
  static final String DEFAULT = "default";
  static final String DECODED = "forestDecoder";

  private final GlassDataset dataset;
  private final List<GlassPcfPipeline> models;
  private final CurveEvaluator evaluator;
  private final Consumer<String> progress;

  Study(GlassDataset dataset, List<GlassPcfPipeline> models, Consumer<String> progress) {
    this.dataset = dataset;
    this.models = models;
    this.evaluator = CurveEvaluator.of(dataset.testPart());
    this.progress = progress;
  }

  StudyResult run(int bootstrapDraws, int subsets) {
    List<PipelineEvaluation> evaluations = new ArrayList<>();
    for (GlassPcfPipeline model : models) {
      progress.accept("evaluating model " + (evaluations.size() + 1) + " of " + models.size());
      evaluations.add(model.evaluate(dataset));
    }
    Map<String, Method> methods = new LinkedHashMap<>();
    add(methods, ofModels(DEFAULT, "default pipeline", p -> p.curve()));
    add(
        methods,
        ofModels(
            DECODED, "forest + decoder (the paper's road, our recipe)", p -> p.decodedCurve()));
    for (Baseline baseline : Baseline.values()) {
      progress.accept("fitting " + baseline.key());
      add(methods, ofBaseline(baseline));
    }
    progress.accept("learning curves");
    LearningCurve learning = LearningCurve.measure(dataset, subsets);
    progress.accept("bands and domain");
    return new StudyResult(
        methods,
        new PairedBootstrap(bootstrapDraws, 0),
        bootstrapDraws,
        evaluations,
        BandComparison.fit(dataset),
        learning,
        farGlasses());
  }

  private static void add(Map<String, Method> methods, Method method) {
    methods.put(method.key(), method);
  }

  private Method ofModels(
      String key, String title, Function<PcfPrediction, PairCorrelationFunction> curve) {
    return new Method(
        key,
        title,
        models.stream()
            .map(
                model ->
                    evaluator.errors(
                        evaluator.samples().stream()
                            .map(s -> curve.apply(model.predict(s.composition(), s.pair())))
                            .toList()))
            .toList());
  }

  private Method ofBaseline(Baseline baseline) {
    boolean drawn = baseline == Baseline.DIRECT_FOREST || baseline == Baseline.PCA_FOREST;
    List<List<CurveError>> errors =
        IntStream.range(0, drawn ? models.size() : 1)
            .mapToObj(
                seed -> {
                  CurvePredictor fitted = baseline.fit(dataset.trainingPart(), seed);
                  return evaluator.errors(
                      evaluator.samples().stream()
                          .map(s -> fitted.predict(s.composition(), s.pair()))
                          .toList());
                })
            .toList();
    return new Method(baseline.key(), baseline.key(), errors);
  }

  /** Glasses far from the training glasses, which must be flagged. */
  private Map<GlassComposition, DomainVerdict> farGlasses() {
    Map<GlassComposition, DomainVerdict> out = new LinkedHashMap<>();
    for (String text :
        List.of(
            "70B2O3-30SiO2",
            "70B2O3-15SiO2-15Na2O",
            "70B2O3-20Na2O-10SiO2",
            "60SiO2-40BaO",
            "60SiO2-40TiO2",
            "60SiO2-40ZnO",
            "36SiO2-12B2O3-12Na2O-40BaO",
            "36SiO2-12B2O3-12Na2O-40TiO2",
            "36SiO2-12B2O3-12Na2O-40ZnO")) {
      GlassComposition glass = GlassComposition.parse(text);
      out.put(glass, models.get(0).domain(glass));
    }
    return out;
  }
}
