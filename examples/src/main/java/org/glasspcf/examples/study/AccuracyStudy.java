package org.glasspcf.examples.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.plot.Figure;

/** The accuracy study: its models, then its figures. */
public final class AccuracyStudy {
  /** So that a quarter of them can still be learned from. */
  private static final int FEWEST_GLASSES = 4;

  private final GlassDataset dataset;
  private final List<GlassPcfPipeline> models;
  private final int trained;
  private final Consumer<String> progress;

  private AccuracyStudy(
      GlassDataset dataset, List<GlassPcfPipeline> models, int trained, Consumer<String> progress) {
    this.dataset = dataset;
    this.models = models;
    this.trained = trained;
    this.progress = progress;
  }

  /**
   * The figures of a study.
   *
   * @param markdown as tables
   * @param json all of them
   * @param learningCurves as a picture
   */
  public record Report(String markdown, JsonValue.ObjectValue json, Figure learningCurves) {}

  /**
   * Trains the models, or finds those that an earlier study of the same data and options left.
   *
   * @param dataset with held-out glasses
   * @param builder the options; each model gets a seed of its own
   * @param seeds how many models, at least 1
   * @param folder where the models are kept
   * @param progress hears what is done
   * @return the study
   * @throws IllegalArgumentException if the data cannot tell what a study asks: without glasses on
   *     both sides, two melts of each test glass and of a training glass, or a well-sampled
   *     cation–oxygen test curve
   */
  public static AccuracyStudy of(
      GlassDataset dataset,
      PipelineBuilder builder,
      int seeds,
      Path folder,
      Consumer<String> progress) {
    check(dataset);
    SeedModels models = new SeedModels(folder, dataset, progress);
    List<GlassPcfPipeline> pipelines = models.of(builder, seeds);
    return new AccuracyStudy(dataset, pipelines, models.trained(), progress);
  }

  /** Before anything is trained: what the tables cannot do without. */
  private static void check(GlassDataset dataset) {
    if (!dataset.hasHeldOut() || dataset.trainingPart().compositions().size() < FEWEST_GLASSES) {
      throw new IllegalArgumentException(
          "a study needs "
              + FEWEST_GLASSES
              + " glasses to train on and glasses held out, got "
              + dataset);
    }
    for (GlassSample sample : dataset.testPart().samples()) {
      if (sample.simulations() < 2) {
        throw new IllegalArgumentException(
            "a study needs two simulations of each test glass, for the noise floor, got one of "
                + sample);
      }
    }
    if (dataset.trainingPart().samples().stream().noneMatch(s -> s.simulations() > 1)) {
      throw new IllegalArgumentException(
          "a study needs a training glass with two simulations, to calibrate bands, got none");
    }
    if (dataset.testPart().samples().stream()
        .noneMatch(s -> s.wellSampled() && CationOxygenScores.cutoff(s.pair()).isPresent())) {
      throw new IllegalArgumentException(
          "a study needs a well-sampled cation-oxygen curve of a test glass, got none");
    }
  }

  /**
   * Measures everything.
   *
   * @param draws sets of test glasses that the bootstrap draws, at least 1
   * @param subsets subsets of training glasses a point of the learning curves, at least 1
   * @param quick whether the figures are to be marked as of no worth
   * @return the report
   */
  public Report report(int draws, int subsets, boolean quick) {
    StudyResult result = new Study(dataset, models, progress).run(draws, subsets);
    int epochs = models.get(0).provenance().options().autoencoder().epochs();
    String heading =
        String.format(
            Locale.ROOT,
            "%s%d models of seeds 0 to %d (%d trained, %d found), %d epochs; %d training glasses, %d test glasses"
                + " with %d curves.",
            quick ? "**A quick run, to see that it works: these figures mean nothing.** " : "",
            models.size(),
            models.size() - 1,
            trained,
            models.size() - trained,
            epochs,
            dataset.trainingPart().compositions().size(),
            dataset.testPart().compositions().size(),
            dataset.testPart().curves());
    return new Report(
        StudyTable.of(result, heading),
        StudyJson.of(result, quick),
        LearningPlot.of(result.learning()));
  }
}
