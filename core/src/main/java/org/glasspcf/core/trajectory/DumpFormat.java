package org.glasspcf.core.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.trajectory.AtomRows.Column;

/**
 * Text dumps of LAMMPS, styles {@code atom} and {@code custom}.
 *
 * <p>A frame is made of sections, each with a line {@code ITEM: …}; see the dump command in the
 * LAMMPS manual. LAMMPS ends every line with a line break, so a last line without one is cut off.
 */
final class DumpFormat implements FrameFormat {
  private static final String ITEM = "ITEM: ";
  private static final String BOX = "BOX BOUNDS";
  private static final List<List<String>> COORDINATES =
      List.of(
          List.of("x", "y", "z"),
          List.of("xu", "yu", "zu"),
          List.of("xs", "ys", "zs"),
          List.of("xsu", "ysu", "zsu"));
  private static final int FIRST_SCALED = 2;

  private final LineReader lines;
  private final AtomRows rows;
  private final boolean typesFirst;

  private OptionalLong timestep;
  private int atoms;
  private SimulationCell cell;

  DumpFormat(LineReader lines, TrajectoryOptions options) {
    this.lines = lines;
    this.rows = new AtomRows(lines, new ElementLabels(options));
    this.typesFirst = !options.typeElements().isEmpty();
    lines.requireLineBreaks();
  }

  @Override
  public Optional<Frame> read() {
    if (!lines.advancePastBlank()) {
      return Optional.empty();
    }
    lines.back();
    timestep = OptionalLong.empty();
    atoms = 0;
    cell = null;
    while (true) {
      lines.require("a section of a dump, ITEM: …");
      List<String> words = lines.words();
      if (startsWith(words, "ITEM:", "ATOMS")) {
        return Optional.of(atoms(words.subList(2, words.size())));
      }
      if (startsWith(words, "ITEM:", "BOX", "BOUNDS")) {
        refuseRepeated(cell != null, BOX);
        cell = DumpBox.read(lines, words.subList(3, words.size()));
      } else {
        header(String.join(" ", words));
      }
    }
  }

  private static boolean startsWith(List<String> words, String... first) {
    return words.size() >= first.length && words.subList(0, first.length).equals(List.of(first));
  }

  private void header(String section) {
    switch (section) {
      case ITEM + "UNITS" -> {
        lines.require("units");
        String units = lines.text();
        if (!units.equals("metal") && !units.equals("real")) {
          throw lines.malformed(
              "units must be metal or real, whose lengths are in Å, found "
                  + LineReader.quoted(units));
        }
      }
      case ITEM + "TIME" -> {
        lines.require("a time");
        lines.decimals(1, "a time");
      }
      case ITEM + "TIMESTEP" -> {
        refuseRepeated(timestep.isPresent(), "TIMESTEP");
        lines.require("a timestep");
        timestep = OptionalLong.of(lines.onlyWhole("a timestep"));
      }
      case ITEM + "NUMBER OF ATOMS" -> {
        refuseRepeated(atoms > 0, "NUMBER OF ATOMS");
        lines.require("the number of atoms");
        atoms = rows.count();
      }
      default ->
          throw lines.malformed(
              "expected a section of a dump (ITEM: TIMESTEP, NUMBER OF ATOMS, BOX BOUNDS, ATOMS,"
                  + " UNITS or TIME), found "
                  + LineReader.quoted(section));
    }
  }

  private void refuseRepeated(boolean there, String section) {
    if (there) {
      throw lines.malformed("a frame must have one section " + ITEM + section + ", found another");
    }
  }

  private void require(boolean there, String section) {
    if (!there) {
      throw lines.malformed(
          "a frame must have a section " + ITEM + section + " before its atoms, found none");
    }
  }

  private Frame atoms(List<String> names) {
    require(timestep.isPresent(), "TIMESTEP");
    require(atoms > 0, "NUMBER OF ATOMS");
    require(cell != null, BOX);
    if (names.isEmpty()) {
      throw lines.malformed(
          "expected the names of the columns after ITEM: ATOMS, such as id type x y z, found none");
    }
    int coordinates = coordinates(names);
    Column[] columns = new Column[names.size()];
    Arrays.fill(columns, Column.IGNORED);
    String label = labelColumn(names);
    columns[onlyIndexOf(names, label)] = Column.LABEL;
    if (label.equals("type") && names.contains("element")) {
      columns[onlyIndexOf(names, "element")] = Column.SYMBOL;
    }
    if (names.contains("id")) {
      columns[onlyIndexOf(names, "id")] = Column.ID;
    }
    columns[onlyIndexOf(names, COORDINATES.get(coordinates).get(0))] = Column.X;
    columns[onlyIndexOf(names, COORDINATES.get(coordinates).get(1))] = Column.Y;
    columns[onlyIndexOf(names, COORDINATES.get(coordinates).get(2))] = Column.Z;
    long line = lines.number();
    rows.read(atoms, columns, false);
    double[] positions = rows.positions();
    if (coordinates >= FIRST_SCALED) {
      cell.unscale(positions);
    }
    try {
      return Frame.owning(timestep, cell, rows.elements(), positions);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.atLine(lines.source(), line, e.getMessage(), e);
    }
  }

  /** Which of the coordinates to read: plain ones before scaled ones, which are rounded twice. */
  private int coordinates(List<String> names) {
    for (int i = 0; i < COORDINATES.size(); i++) {
      if (names.containsAll(COORDINATES.get(i))) {
        return i;
      }
    }
    throw lines.malformed(
        "expected columns x y z, xu yu zu, xs ys zs or xsu ysu zsu, found "
            + LineReader.quoted(String.join(" ", names)));
  }

  private String labelColumn(List<String> names) {
    boolean hasType = names.contains("type");
    if (hasType && (typesFirst || !names.contains("element"))) {
      return "type";
    }
    if (names.contains("element")) {
      return "element";
    }
    throw lines.malformed(
        "expected a column element or type, found " + LineReader.quoted(String.join(" ", names)));
  }

  private int onlyIndexOf(List<String> names, String name) {
    int index = names.indexOf(name);
    if (names.lastIndexOf(name) != index) {
      throw lines.malformed("a column must be there once, found " + name + " twice");
    }
    return index;
  }
}
