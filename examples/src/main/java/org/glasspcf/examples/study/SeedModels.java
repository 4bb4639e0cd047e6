package org.glasspcf.examples.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.CurveSource;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.PipelineProvenance;
import org.glasspcf.pipeline.archive.ModelFileException;
import org.glasspcf.pipeline.regression.CurveRegression;

/**
 * One trained pipeline a seed, kept in a folder. A file counts as a seed's model if its own
 * provenance says so, the same options, seeds and training data to the hash, and if its curves are
 * those of a regression fitted now, so that no older code's figures are taken for today's. Whatever
 * else stands there is trained again.
 */
final class SeedModels {
  private final Path folder;
  private final GlassDataset dataset;
  private final Consumer<String> progress;
  private final CurveRegression today;
  private int trained;

  SeedModels(Path folder, GlassDataset dataset, Consumer<String> progress) {
    this.folder = folder;
    this.dataset = dataset;
    this.progress = progress;
    this.today = CurveRegression.fit(dataset.trainingPart());
  }

  /** The pipelines of seeds 0 to count − 1, trained or found. */
  List<GlassPcfPipeline> of(PipelineBuilder builder, int count) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made: " + e, e);
    }
    List<GlassPcfPipeline> models = new ArrayList<>();
    for (int seed = 0; seed < count; seed++) {
      models.add(one(builder.seed(seed), folder.resolve("seed-" + seed + ".glasspcf"), seed));
    }
    return models;
  }

  private GlassPcfPipeline one(PipelineBuilder builder, Path file, int seed) {
    if (Files.exists(file)) {
      try {
        GlassPcfPipeline found = GlassPcfPipeline.load(file);
        PipelineProvenance provenance = found.provenance();
        if (provenance.options().equals(builder.options())
            && provenance.trainingSha256().equals(dataset.trainingPart().sha256())
            && predictsAsOfToday(found)) {
          progress.accept("seed " + seed + ": found in " + file);
          return found;
        }
        progress.accept("seed " + seed + ": " + file + " is of other options, data or code");
      } catch (ModelFileException e) {
        progress.accept("seed " + seed + ": " + e.getMessage());
      }
    }
    progress.accept("seed " + seed + ": training");
    GlassPcfPipeline model = builder.train(dataset);
    model.save(file);
    trained++;
    return model;
  }

  private boolean predictsAsOfToday(GlassPcfPipeline model) {
    GlassComposition glass = dataset.testPart().compositions().get(0);
    return model.predictAll(glass).stream()
        .allMatch(
            p ->
                today
                    .predict(glass, p.pair())
                    .map(g -> g.rebin(PcfPrediction.GRID).equals(p.curve()))
                    .orElse(p.curveSource() == CurveSource.DECODER));
  }

  /** How many were trained, not found. */
  int trained() {
    return trained;
  }
}
