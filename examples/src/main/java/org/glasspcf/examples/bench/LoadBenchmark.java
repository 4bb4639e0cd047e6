package org.glasspcf.examples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Files → model, files → data set, in a warm JVM and from warm files. */
@State(Scope.Benchmark)
public class LoadBenchmark {
  private Path file;

  /** Creates the benchmark. */
  public LoadBenchmark() {}

  /**
   * Writes the pretrained model to a file.
   *
   * @throws IOException if there is no place for it
   */
  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("benchmark", ".glasspcf");
    GlassPcfPipeline.pretrained().save(file);
  }

  /**
   * Deletes the file.
   *
   * @throws IOException if it cannot be deleted
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /**
   * Reads the model from the jar.
   *
   * @return the model
   */
  @Benchmark
  public GlassPcfPipeline pretrained() {
    return GlassPcfPipeline.pretrained();
  }

  /**
   * Reads the model from a file.
   *
   * @return the model
   */
  @Benchmark
  public GlassPcfPipeline load() {
    return GlassPcfPipeline.load(file);
  }

  /**
   * Reads the bundled data set.
   *
   * @return the data
   */
  @Benchmark
  public GlassDataset dataset() {
    return GlassDataset.bundled();
  }
}
