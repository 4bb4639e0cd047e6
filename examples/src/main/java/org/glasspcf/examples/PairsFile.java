package org.glasspcf.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.trajectory.DirectedPair;
import org.glasspcf.pipeline.json.JsonValue;

/** The order of the pairs in a file that does not name them. */
final class PairsFile {
  private static final int DEPTH = 5;

  private PairsFile() {}

  /** Reads a list of pairs, centers first. */
  static List<DirectedPair> parse(List<String> pairs) {
    return pairs.stream().map(DirectedPair::parse).toList();
  }

  /**
   * Reads a JSON file: an array of pairs, or an object that has one called {@code pairs}.
   *
   * @param file the file
   * @return the pairs in its order, centers first
   * @throws GlassDataException if it holds anything else
   * @throws UncheckedIOException if it cannot be read
   */
  static List<DirectedPair> read(Path file) {
    try {
      JsonValue json = JsonValue.parse(Files.readString(file), DEPTH);
      if (json instanceof JsonValue.ObjectValue object) {
        json = object.members().getOrDefault("pairs", json);
      }
      if (json instanceof JsonValue.ArrayValue array
          && array.elements().stream().allMatch(JsonValue.TextValue.class::isInstance)) {
        return parse(
            array.elements().stream().map(text -> ((JsonValue.TextValue) text).value()).toList());
      }
      throw GlassDataException.inFile(
          file.toString(), "must hold pairs in their order, as {\"pairs\": [\"Si-Si\", \"Si-O\"]}");
    } catch (IllegalArgumentException e) {
      throw GlassDataException.inFile(file.toString(), e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e, e);
    }
  }
}
