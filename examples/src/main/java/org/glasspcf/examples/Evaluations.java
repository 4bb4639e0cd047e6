package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineEvaluation;
import org.glasspcf.pipeline.SlotImportance;
import org.glasspcf.pipeline.report.BandComparison;
import org.glasspcf.pipeline.report.BaselineComparison;
import org.glasspcf.pipeline.report.EvaluationReport;

/** The evaluation that {@code train} ends with and {@code evaluate} repeats. */
final class Evaluations {
  private final PrintWriter out;
  private final PrintWriter err;

  Evaluations(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  PipelineEvaluation run(
      GlassPcfPipeline pipeline,
      GlassDataset dataset,
      OptionalDouble trainSeconds,
      Optional<Path> folder) {
    long start = System.nanoTime();
    PipelineEvaluation evaluation = pipeline.evaluate(dataset);
    boolean beside = hasTrainingPart(pipeline, dataset);
    Optional<BaselineComparison> baselines =
        beside ? Optional.of(baselines(pipeline, dataset)) : Optional.empty();
    Optional<BandComparison> bands =
        beside ? Optional.of(BandComparison.fit(dataset)) : Optional.empty();
    double seconds = secondsSince(start);
    new ResultTable(out).print(evaluation, baselines, bands);
    trainSeconds.ifPresent(
        train ->
            out.printf(Locale.ROOT, "Trained in %.0f s, evaluated in %.0f s.%n", train, seconds));
    if (folder.isPresent()) {
      EvaluationReport report =
          EvaluationReport.of(pipeline, dataset, evaluation).withSeconds(trainSeconds, seconds);
      report = baselines.map(report::withBaselines).orElse(report);
      report = bands.map(report::withBands).orElse(report);
      SlotImportance importance =
          SlotImportance.defaults().withSeed(pipeline.provenance().options().forest().seed());
      err.println("permuting inputs");
      report =
          report.withImportance(
              importance.ofDecoder(evaluation), importance.ofRegression(evaluation));
      List<Path> files = report.writeTo(folder.get());
      err.println("report: " + files.size() + " files in " + folder.get());
    }
    return evaluation;
  }

  private boolean hasTrainingPart(GlassPcfPipeline pipeline, GlassDataset dataset) {
    if (!dataset.hasHeldOut() || dataset.trainingPart().isEmpty()) {
      err.println("no baselines: the data set has no training part beside the test glasses");
      return false;
    }
    if (!dataset.trainingPart().sha256().equals(pipeline.provenance().trainingSha256())) {
      err.println("note: the baselines learn from this data set, the model learned from another");
    }
    return true;
  }

  private BaselineComparison baselines(GlassPcfPipeline pipeline, GlassDataset dataset) {
    err.println("fitting the baselines");
    long seed = pipeline.provenance().options().forest().seed();
    return BaselineComparison.fit(dataset, seed);
  }

  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
