package org.glasspcf.examples.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.PipelineProvenance;
import org.glasspcf.pipeline.archive.ModelFileException;

/**
 * One trained pipeline a seed, kept in a folder. A file counts as a seed's model if its own
 * provenance says so: the same options, seeds and training data, to the hash. Whatever else stands
 * there is trained again.
 */
final class SeedModels {
  private final Path folder;
  private final GlassDataset dataset;
  private final Consumer<String> progress;
  private int trained;

  SeedModels(Path folder, GlassDataset dataset, Consumer<String> progress) {
    this.folder = folder;
    this.dataset = dataset;
    this.progress = progress;
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
            && provenance.trainingSha256().equals(dataset.trainingPart().sha256())) {
          progress.accept("seed " + seed + ": found in " + file);
          return found;
        }
        progress.accept("seed " + seed + ": " + file + " is of other options or data");
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

  /** How many were trained, not found. */
  int trained() {
    return trained;
  }
}
