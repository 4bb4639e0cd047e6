package org.glasspcf.examples.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.json.JsonValue;
import org.glasspcf.pipeline.plot.Figure;

/** The accuracy study: its models, then its figures. */
public final class AccuracyStudy {
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
   */
  public static AccuracyStudy of(
      GlassDataset dataset,
      PipelineBuilder builder,
      int seeds,
      Path folder,
      Consumer<String> progress) {
    SeedModels models = new SeedModels(folder, dataset, progress);
    List<GlassPcfPipeline> pipelines = models.of(builder, seeds);
    return new AccuracyStudy(dataset, pipelines, models.trained(), progress);
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
