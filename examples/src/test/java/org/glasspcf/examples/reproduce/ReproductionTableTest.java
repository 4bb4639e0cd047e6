package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.encoder.AutoencoderOptions;
import org.junit.jupiter.api.Test;

class ReproductionTableTest {
  @Test
  void markdown_columns_lineUp() {
    assertEquals(
        """
        | a   | MSE |
        |-----|-----|
        | 0.1 |     |
        """,
        MarkdownTable.of(List.of(List.of("a", "MSE"), List.of("0.1", ""))));
  }

  @Test
  void markdown_rowsOfUnequalLength_areRefused() {
    List<List<String>> rows = List.of(List.of("a", "b"), List.of("c"));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> MarkdownTable.of(rows));
    assertEquals("all rows of a table must have 2 cells, got [c]", refused.getMessage());
  }

  @Test
  void table_nothingFinished_saysSoAndShowsThePaperAlone() {
    String table = ReproductionTable.markdown(result(ReproductionOptions.paper(), Map.of()));
    assertTrue(table.contains("**Unfinished"), table);
    assertFalse(table.contains("QUICK"), table);
    assertTrue(table.contains("The 17 glasses of the fixed test list never enter"), table);
    assertEquals("about 0.005", cell(table, "autoencoder MSE, training", 1));
    assertEquals("0.92", cell(table, "latent R², all curves", 1));
    assertEquals("below 0.03", cell(table, "– largest of the nine of Figure 9", 1));
    assertEquals("–", cell(table, "latent R², all curves", 2));
    assertEquals("15", cell(table, "best trees (cost of the paper's)", 1));
    assertEquals("20", cell(table, "best maximum depth (cost of the paper's)", 1));
    assertTrue(table.contains("because the paper does so"), table);
    assertTrue(table.contains("800 × 6 = 4,800"), table);
  }

  @Test
  void table_quickRun_saysSoOnTopWithItsEpochs() {
    String table = ReproductionTable.markdown(result(ReproductionOptions.shortened(), Map.of()));
    assertTrue(table.lines().toList().get(2).startsWith("**QUICK RUN: 20 epochs instead of 800"));
  }

  @Test
  void table_latentSizes_areShownWithTheirEpochs() {
    AutoencoderOptions eight = AutoencoderOptions.paper().withEpochs(400);
    List<NetworkCheck> checks =
        List.of(
            new NetworkCheck(eight.withLatentSize(2), 0.5, 0.25, 1, 3),
            new NetworkCheck(eight.withLatentSize(4), 0.125, 0.0625, 0, 3));
    String table =
        ReproductionTable.markdown(
            result(ReproductionOptions.paper(), Map.of(SplitKind.BY_GLASS, checks)));
    assertTrue(table.contains("400 epochs (not the 800 of the paper)"), table);
    assertEquals("0.50000", cell(table, "2", 4));
    assertEquals("0.25000", cell(table, "2", 5));
    assertEquals("1 of 2", cell(table, "2", 6));
    assertEquals("–", cell(table, "2", 1));
    assertEquals("–", cell(table, "8 (paper)", 4));
  }

  private static ReproductionResult result(
      ReproductionOptions options, Map<SplitKind, List<NetworkCheck>> latentSizes) {
    return new ReproductionResult(
        options,
        new ReproductionResult.Source(74, 832, "0f", 17),
        Map.of(),
        Map.of(),
        latentSizes,
        List.of(),
        false);
  }

  private static String cell(String table, String row, int column) {
    String line =
        table.lines().filter(text -> text.startsWith("| " + row + " ")).findFirst().orElseThrow();
    return line.split("\\|")[column + 1].strip();
  }
}
