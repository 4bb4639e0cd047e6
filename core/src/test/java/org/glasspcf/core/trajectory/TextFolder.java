package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.function.Executable;

/** Small files to read, and what is read from them. */
final class TextFolder {
  static final String RAW = "/org/glasspcf/core/raw/nbs-60-20-20-s1/";

  private final Path folder;

  TextFolder(Path folder) {
    this.folder = folder;
  }

  Path write(String text) {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("file.txt"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a resource of this package, or one given from the root. */
  Path resource(String name) {
    try (InputStream in = TextFolder.class.getResourceAsStream(name)) {
      return write(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static List<Frame> frames(Path file) {
    return frames(file, TrajectoryOptions.defaults());
  }

  static List<Frame> frames(Path file, TrajectoryOptions options) {
    try (TrajectoryReader reader = TrajectoryReader.open(file, options)) {
      List<Frame> frames = new ArrayList<>();
      reader.forEachRemaining(frames::add);
      return frames;
    }
  }

  Frame onlyFrame(String text) {
    return onlyFrame(text, TrajectoryOptions.defaults());
  }

  Frame onlyFrame(String text, TrajectoryOptions options) {
    List<Frame> frames = frames(write(text), options);
    assertEquals(1, frames.size());
    return frames.get(0);
  }

  void assertRefused(String text, int line, String words) {
    assertRefused(text, TrajectoryOptions.defaults(), line, words);
  }

  void assertRefused(String text, TrajectoryOptions options, int line, String words) {
    Path file = write(text);
    assertRefused(file, line, words, () -> frames(file, options));
  }

  static void assertRefused(Path file, int line, String words, Executable reading) {
    GlassDataException error = assertThrows(GlassDataException.class, reading);
    String message = error.getMessage();
    assertTrue(message.startsWith(file + ":" + line + ": "), message);
    assertTrue(message.contains(words), message);
  }
}
