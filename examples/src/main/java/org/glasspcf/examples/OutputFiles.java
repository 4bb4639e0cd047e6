package org.glasspcf.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.GlassPcfException;
import org.glasspcf.pipeline.plot.PictureFormat;

/**
 * Where a command's results go: checked before minutes are spent on them, and written so that one
 * that fails takes no other with it.
 */
final class OutputFiles {
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Map<String, Path> inputs = new LinkedHashMap<>();

  /**
   * Adds a file that the command reads, and that must not be written over.
   *
   * @param what what it is, for errors: the option that names it
   * @param file the file
   * @return this
   */
  OutputFiles keep(String what, Path file) {
    inputs.put(what, file);
    return this;
  }

  /**
   * Adds a file that an option names.
   *
   * @param option the option, for errors
   * @param file the file; empty if the option was not given
   * @return this
   * @throws IllegalArgumentException if it is a folder, lies in a folder that does not exist, or is
   *     the file of an option that was added before
   */
  OutputFiles add(String option, Optional<Path> file) {
    file.ifPresent(
        path -> {
          requireFile(option, path);
          requireOther(inputs, option, path);
          requireOther(files, option, path);
          files.put(option, path);
        });
    return this;
  }

  /**
   * Adds a picture that an option names.
   *
   * @param option the option, for errors
   * @param file the file; empty if the option was not given
   * @return this
   * @throws IllegalArgumentException as {@link #add}, and if it ends neither in .png nor in .svg
   */
  OutputFiles addPicture(String option, Optional<Path> file) {
    add(option, file);
    file.ifPresent(
        path -> {
          try {
            PictureFormat.of(path);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
          }
        });
    return this;
  }

  private static void requireOther(Map<String, Path> others, String option, Path path) {
    others.forEach(
        (earlier, other) -> {
          if (isSame(path, other)) {
            throw new IllegalArgumentException(
                earlier + " and " + option + " must be different files, not both " + path);
          }
        });
  }

  /**
   * Writes all files, each by the writer of its option. When some fail, the others are written all
   * the same, and then the failures are thrown as one.
   *
   * @param writers a writer for each option
   */
  void write(Map<String, Consumer<Path>> writers) {
    List<RuntimeException> failures = new ArrayList<>();
    files.forEach(
        (option, file) -> {
          try {
            writers.get(option).accept(file);
          } catch (GlassPcfException | IllegalArgumentException | UncheckedIOException e) {
            if (Thread.currentThread().isInterrupted()) {
              throw e;
            }
            failures.add(e);
          }
        });
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw GlassDataException.of(
          failures.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")));
    }
  }

  private static boolean isSame(Path one, Path other) {
    Path folder = other.toAbsolutePath().getParent();
    if (folder == null || !Files.exists(folder)) {
      return false;
    }
    try {
      return place(one).equals(place(other))
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell whether " + one + " is " + other, e);
    }
  }

  /** The file below its folder's true name, however many links led there. */
  private static Path place(Path file) throws IOException {
    return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
  }

  static void requireFile(String option, Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          option + " must name a file, but this is a folder: " + file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " must name a file in a folder that exists, but there is no folder " + folder);
    }
  }

  static void requireFolder(String option, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " must name a folder, but this is a file: " + folder);
    }
  }
}
