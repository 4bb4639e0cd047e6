package org.glasspcf.core.trajectory;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;

/** Reads what a fuzzer made, and holds that a reader either gives frames or says what is wrong. */
final class FuzzedFrames {
  private static final TrajectoryOptions OPTIONS =
      TrajectoryOptions.defaults().withElements(Element.Si, Element.O).withElement("X", Element.Na);

  private FuzzedFrames() {}

  static void read(byte[] data) {
    List<Integer> strict = new ArrayList<>();
    boolean whole = read(data, OPTIONS, strict);
    List<Integer> dropping = new ArrayList<>();
    boolean wholeOrDropped = read(data, OPTIONS.withTruncatedLastFrameDropped(), dropping);
    if (!strict.equals(dropping)) {
      throw new AssertionError("frames of " + strict + " atoms, but when dropping " + dropping);
    }
    if (whole && !wholeOrDropped) {
      throw new AssertionError("an error only when dropping");
    }
  }

  private static boolean read(byte[] data, TrajectoryOptions options, List<Integer> atoms) {
    LineReader lines = LineReader.of("fuzzed", new ByteArrayInputStream(data));
    try (TrajectoryReader reader = TrajectoryReader.open(lines, options)) {
      while (reader.hasNext()) {
        Frame frame = reader.next();
        atoms.add(frame.atoms());
        check(frame);
      }
      return reader.droppedFrame().isEmpty();
    } catch (GlassDataException e) {
      if (e.getMessage().isBlank() || !e.source().equals(java.util.Optional.of("fuzzed"))) {
        throw new AssertionError("an error without a place or message", e);
      }
      return false;
    }
  }

  private static void check(Frame frame) {
    int sum = frame.atomCounts().values().stream().mapToInt(Integer::intValue).sum();
    if (sum != frame.atoms() || !(frame.cell().volume() > 0)) {
      throw new AssertionError("a frame of " + frame.atoms() + " atoms in " + frame.cell());
    }
    for (double value : frame.positions()) {
      if (!Double.isFinite(value)) {
        throw new AssertionError("a position of " + value);
      }
    }
  }
}
