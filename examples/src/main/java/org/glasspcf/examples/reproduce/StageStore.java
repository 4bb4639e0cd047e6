package org.glasspcf.examples.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.GlassPcfException;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.pipeline.archive.TensorArchive;

/**
 * Finished stages as files, so that work that was stopped goes on where it was.
 *
 * <p>A stage's file is a {@link TensorArchive}: written beside its place and moved there in one
 * step, with a hash of its content and the whole {@linkplain StageKey key} in it. A killed process
 * leaves no stage, never half of one. A file that is there and not sound is refused rather than
 * replaced: nobody wants hours of work repeated unasked.
 */
public final class StageStore {
  private static final String KEY = "reproduce.key";
  private static final String SECONDS = "reproduce.seconds";

  private final Path folder;
  private final StageListener listener;
  private final int steps;
  private int step;
  private int made;
  private int reused;

  /**
   * Opens a folder.
   *
   * @param folder where stages are, made with the first of them
   * @param steps how many steps the work has, for the listener; a step has any number of stages
   * @param listener hears of every stage
   */
  StageStore(Path folder, int steps, StageListener listener) {
    this.folder = folder;
    this.steps = steps;
    this.listener = listener;
  }

  /** Begins the next step of the work. */
  void begin() {
    step++;
  }

  /**
   * An outcome, and how long the work took.
   *
   * @param <T> the outcome's type
   */
  record Stage<T>(T outcome, double seconds) {}

  /**
   * Reads a stage, or works and keeps it.
   *
   * @param title what it is, for people
   * @param key decides which file is read
   * @param format how the file holds the outcome
   * @param work makes the outcome
   * @return the outcome
   * @throws GlassDataException if the stage's file is damaged or cannot be written
   */
  <T> Stage<T> get(
      String title, StageKey key, StageFormat<T> format, Function<TrainingListener, T> work) {
    Path file = folder.resolve(key.fileName());
    if (Files.exists(file)) {
      Stage<T> stage = read(file, key, format);
      reused++;
      listener.onEnd(title, step, steps, true, duration(stage.seconds()));
      return stage;
    }
    TrainingListener progress = listener.onStart(title, step, steps);
    long start = System.nanoTime();
    T outcome = work.apply(progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    write(file, key, format, outcome, seconds);
    made++;
    listener.onEnd(title, step, steps, false, duration(seconds));
    return new Stage<>(outcome, seconds);
  }

  /** How many stages were read and not worked on. */
  int reused() {
    return reused;
  }

  /** How many stages were worked on. */
  int made() {
    return made;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private <T> void write(
      Path file, StageKey key, StageFormat<T> format, T outcome, double seconds) {
    Map<String, String> metadata = Map.of(KEY, key.text(), SECONDS, Double.toString(seconds));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be made: " + e, e);
    }
    TensorArchive.of(metadata, format.tensors(outcome)).write(file);
  }

  private static <T> Stage<T> read(Path file, StageKey key, StageFormat<T> format) {
    try {
      TensorArchive archive = TensorArchive.read(file, metadata -> format.specs());
      if (!key.text().equals(archive.metadata().get(KEY))) {
        throw new IllegalArgumentException(
            "it must hold the key of its name, got " + archive.metadata().get(KEY));
      }
      double seconds = Double.parseDouble(archive.metadata().getOrDefault(SECONDS, ""));
      return new Stage<>(format.outcome(archive), seconds);
    } catch (GlassPcfException | IllegalArgumentException e) {
      throw GlassDataException.inFile(
          file.toString(),
          "this finished stage cannot be used; delete the file to work on the stage again ("
              + e.getMessage()
              + ")",
          e);
    }
  }
}
