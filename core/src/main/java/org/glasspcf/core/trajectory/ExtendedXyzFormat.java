package org.glasspcf.core.trajectory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.trajectory.AtomRows.Column;

/**
 * Extended XYZ: the number of atoms, a line of {@code key=value} pairs, and a line for each atom.
 *
 * <p>After the specification of libAtoms/extxyz: {@code Lattice} is nine numbers, the cell vectors
 * one after the other; {@code Properties} names the columns, {@code species:S:1:pos:R:3} if it is
 * not there; {@code pbc} is three truth values, all true if it is not there. {@code Origin}, which
 * OVITO writes, is where the cell vectors start, and {@code Timestep}, which it and LAMMPS write,
 * the step. The last line may do without a line break, as the specification says.
 */
final class ExtendedXyzFormat implements FrameFormat {
  private static final String DEFAULT_PROPERTIES = "species:S:1:pos:R:3";
  private static final int MOST_COLUMNS = 10_000;

  private final LineReader lines;
  private final AtomRows rows;

  ExtendedXyzFormat(LineReader lines, TrajectoryOptions options) {
    this.lines = lines;
    this.rows = new AtomRows(lines, new ElementLabels(options));
  }

  @Override
  public Optional<Frame> read() {
    if (!lines.advancePastBlank()) {
      return Optional.empty();
    }
    int atoms = rows.count();
    lines.require("the comment line of a frame, Lattice=\"…\" Properties=…");
    long line = lines.number();
    CommentLine comment = CommentLine.of(lines);
    SimulationCell cell = cell(comment);
    OptionalLong timestep = timestep(comment);
    Optional<String> properties = comment.get("Properties");
    Column[] columns = columns(properties.orElse(DEFAULT_PROPERTIES));
    rows.read(atoms, columns, properties.isEmpty());
    try {
      return Optional.of(Frame.owning(timestep, cell, rows.elements(), rows.positions()));
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(lines.source(), line, e.getMessage(), e);
    }
  }

  private SimulationCell cell(CommentLine comment) {
    String lattice =
        comment
            .get("Lattice")
            .orElseThrow(
                () ->
                    lines.malformed(
                        "a frame must have a cell, Lattice=\"ax ay az bx by bz cx cy cz\" (Å),"
                            + " found none in "
                            + LineReader.quoted(lines.text())));
    double[] numbers = numbers(lattice, 9, "Lattice");
    double[] origin = numbers(comment.get("Origin").orElse("0 0 0"), 3, "Origin");
    boolean[] periodic = periodic(comment.get("pbc").orElse("T T T"));
    double[][] vectors = new double[3][];
    for (int axis = 0; axis < 3; axis++) {
      vectors[axis] = Arrays.copyOfRange(numbers, 3 * axis, 3 * axis + 3);
    }
    if (SimulationCell.isLeftHanded(vectors)) {
      swapLastTwo(vectors, periodic);
    }
    try {
      return SimulationCell.of(origin, vectors, periodic);
    } catch (IllegalArgumentException e) {
      throw lines.malformed("Lattice: " + e.getMessage());
    }
  }

  /** The same box, its vectors in the other order. */
  private static void swapLastTwo(double[][] vectors, boolean[] periodic) {
    double[] vector = vectors[1];
    vectors[1] = vectors[2];
    vectors[2] = vector;
    boolean repeats = periodic[1];
    periodic[1] = periodic[2];
    periodic[2] = repeats;
  }

  private double[] numbers(String value, int count, String key) {
    String[] items = CommentLine.items(value);
    double[] numbers = new double[count];
    boolean good = items.length == count;
    for (int i = 0; good && i < count; i++) {
      byte[] text = items[i].getBytes(StandardCharsets.UTF_8);
      numbers[i] = Numbers.decimal(text, 0, text.length);
      good = !Double.isNaN(numbers[i]);
    }
    if (!good) {
      throw lines.malformed(
          key + " must be " + count + " numbers (Å), found " + LineReader.quoted(value));
    }
    return numbers;
  }

  private boolean[] periodic(String value) {
    String[] items = CommentLine.items(value);
    boolean[] periodic = new boolean[3];
    boolean good = items.length == 3;
    for (int axis = 0; good && axis < 3; axis++) {
      switch (items[axis]) {
        case "T", "True", "true", "TRUE", "1" -> periodic[axis] = true;
        case "F", "False", "false", "FALSE", "0" -> periodic[axis] = false;
        default -> good = false;
      }
    }
    if (!good) {
      throw lines.malformed("pbc must be three of T and F, found " + LineReader.quoted(value));
    }
    return periodic;
  }

  private OptionalLong timestep(CommentLine comment) {
    Optional<String> value = comment.get("Timestep");
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    byte[] text = value.get().getBytes(StandardCharsets.UTF_8);
    long timestep = Numbers.whole(text, 0, text.length);
    if (timestep == Numbers.NOT_WHOLE) {
      throw lines.malformed(
          "Timestep must be a whole number, found " + LineReader.quoted(value.get()));
    }
    return OptionalLong.of(timestep);
  }

  private Column[] columns(String properties) {
    String[] parts = properties.split(":", -1);
    if (parts.length % 3 != 0) {
      throw malformedProperties("triplets name:type:columns", properties);
    }
    Column[] columns = {};
    for (int i = 0; i < parts.length; i += 3) {
      byte[] number = parts[i + 2].getBytes(StandardCharsets.UTF_8);
      long width = Numbers.whole(number, 0, number.length);
      if (!("SIRL".contains(parts[i + 1]) && parts[i + 1].length() == 1)) {
        throw malformedProperties("types S, I, R or L", properties);
      }
      if (!(width >= 1 && columns.length + width <= MOST_COLUMNS)) {
        throw malformedProperties("from 1 to " + MOST_COLUMNS + " columns", properties);
      }
      int first = columns.length;
      columns = Arrays.copyOf(columns, first + (int) width);
      Arrays.fill(columns, first, columns.length, Column.IGNORED);
      switch (parts[i]) {
        case "species" -> claim(columns, first, "S", 1, parts, i, Column.LABEL);
        case "id" -> claim(columns, first, "I", 1, parts, i, Column.ID);
        case "pos" -> claim(columns, first, "R", 3, parts, i, Column.X, Column.Y, Column.Z);
        default -> {
          continue;
        }
      }
    }
    for (Column needed : new Column[] {Column.LABEL, Column.X}) {
      if (!Arrays.asList(columns).contains(needed)) {
        throw malformedProperties("species:S:1 and pos:R:3", properties);
      }
    }
    return columns;
  }

  private void claim(
      Column[] columns, int first, String type, int width, String[] parts, int i, Column... kinds) {
    if (!parts[i + 1].equals(type) || columns.length - first != width) {
      throw malformedProperties(parts[i] + ":" + type + ":" + width, String.join(":", parts));
    }
    if (Arrays.asList(columns).contains(kinds[0])) {
      throw malformedProperties(parts[i] + " once", String.join(":", parts));
    }
    System.arraycopy(kinds, 0, columns, first, width);
  }

  private RuntimeException malformedProperties(String expected, String properties) {
    return lines.malformed(
        "Properties must hold " + expected + ", found " + LineReader.quoted(properties));
  }
}
