package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesignCheckTableTest {
  private static final String NEAR = "B-O:coordination=3.6+-1";

  /** Near and in the band; near alone; in the band alone. */
  private static final List<DesignCheck> BANDED =
      List.of(
          DesignedMelts.large(NEAR, 3.6),
          DesignedMelts.large(NEAR, 4.5),
          DesignedMelts.large("B-O:coordination=3.3+-0.01", 3.6));

  private static final DesignCheck POSITION = DesignedMelts.large("B-O:peak-position=1.45", 3.6);

  private static List<String> printed(List<DesignCheck> checks) {
    StringWriter text = new StringWriter();
    new DesignCheckTable(new PrintWriter(text)).print(checks);
    return text.toString().lines().toList();
  }

  private static List<String> lastCells(String line, int count) {
    List<String> cells = Arrays.asList(line.strip().split("\\s+"));
    return cells.subList(cells.size() - count, cells.size());
  }

  @Test
  void nearAndInBand_areCountedApart() {
    List<String> lines = printed(BANDED);
    assertEquals(List.of("3.60", "+0.00", "yes", "yes"), lastCells(lines.get(1), 4));
    assertEquals(List.of("4.50", "+0.90", "yes", "no"), lastCells(lines.get(2), 4));
    assertEquals(List.of("3.60", "+0.30", "no", "yes"), lastCells(lines.get(3), 4));
    assertEquals(
        List.of(
            "2 of 3 near their target, within its tolerance",
            "2 of 3 inside the band, in brackets, where 90 % of melts of so many atoms lie"),
        lines.subList(4, lines.size()));
  }

  @Test
  void targetWithoutABand_isNotCountedAsOutside() {
    List<String> lines = printed(List.of(BANDED.get(0), POSITION));
    assertEquals(List.of("yes", "–"), lastCells(lines.get(2), 2));
    assertEquals(
        List.of(
            "2 of 2 near their target, within its tolerance",
            "1 of 1 inside the band, in brackets, where 90 % of melts of so many atoms lie",
            "1 without a band (–): not counted there"),
        lines.subList(3, lines.size()));
  }

  @Test
  void noBandAtAll_isNotCounted() {
    List<String> lines = printed(List.of(POSITION));
    assertEquals(
        List.of(
            "1 of 1 near their target, within its tolerance",
            "1 without a band (–): not counted there"),
        lines.subList(2, lines.size()));
  }

  @Test
  void csv_leavesCellsOfABandThatIsNotThereEmpty() {
    List<String> rows = DesignCheckTable.csv(List.of(BANDED.get(1), POSITION)).lines().toList();
    assertTrue(rows.get(0).endsWith(",off_target,near,in_band"), rows.get(0));
    assertTrue(rows.get(1).endsWith(",true,false"), rows.get(1));
    String[] cells = rows.get(2).split(",", -1);
    assertEquals(13, cells.length);
    assertEquals(
        List.of("", "", "true", ""),
        List.of(cells[7], cells[8], cells[11], cells[12]),
        rows.get(2));
  }
}
