package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JavaKernelTest {
  private static JavaKernel kernel;

  @BeforeAll
  static void start() {
    kernel = new JavaKernel(() -> {});
    kernel.onStartup();
  }

  @AfterAll
  static void end() {
    kernel.onShutdown(false);
  }

  private static String text(DisplayData data) {
    return data.getData(MIMEType.TEXT_PLAIN).toString();
  }

  @Test
  void cell_seesTheUsualImportsAndTheLibrary() {
    DisplayData shown =
        kernel.eval(
            "List.of(org.glasspcf.core.GlassComposition.parse(\"SiO2\")).stream()"
                + ".map(Object::toString).collect(Collectors.joining())");
    assertEquals("SiO2", text(shown));
  }

  @Test
  void cell_withoutValueShowsNothing() {
    assertNull(kernel.eval("int nothing = 1;"));
  }

  @Test
  void array_isShownByItsContent() {
    assertEquals("double[2] { 1.0, 2.5 }", text(kernel.eval("new double[] {1, 2.5}")));
  }

  @Test
  void figure_isShownAsPng() {
    DisplayData shown =
        kernel.eval(
            """
            import org.glasspcf.core.*;
            import org.glasspcf.pipeline.plot.*;
            var curve = PairCorrelationFunction.of(RadialGrid.uniform(10, 100), new double[100]);
            org.glasspcf.examples.notebook.Show.figure(
                CurvePanels.of("", List.of(CurvePanel.of("zero", curve))))
            """);
    assertTrue(shown.hasDataForType(MIMEType.parse("image/png")));
  }

  @Test
  void figure_isDrawnWithoutShow() {
    DisplayData shown =
        kernel.eval(
            """
            import org.glasspcf.core.*;
            import org.glasspcf.pipeline.plot.*;
            CurvePanels.of("", List.of(CurvePanel.of("zero",
                PairCorrelationFunction.of(RadialGrid.uniform(10, 100), new double[100]))))
            """);
    assertTrue(shown.hasDataForType(MIMEType.IMAGE_PNG));
    assertTrue(text(shown).startsWith("figure of "), text(shown));
  }

  @Test
  void prediction_isDrawnAsATable() {
    DisplayData shown =
        kernel.eval(
            """
            import org.glasspcf.core.*;
            import org.glasspcf.pipeline.*;
            GlassPcfPipeline.pretrained()
                .predict(GlassComposition.parse("SiO2"), ElementPair.of("Si", "O"))
            """);
    assertTrue(text(shown).startsWith("glass  pair  first peak (Å)"), text(shown));
    assertTrue(shown.getData(MIMEType.TEXT_HTML).toString().startsWith("<table>"));
  }

  @Test
  void failure_isRemembered() {
    kernel.eval("1 + 1");
    assertEquals(false, kernel.lastCellFailed());
    assertThrows(CellException.class, () -> kernel.eval("1 / 0"));
    assertEquals(true, kernel.lastCellFailed());
    kernel.eval("int fine = 1;");
    assertEquals(false, kernel.lastCellFailed());
  }

  @Test
  void error_isFormattedForTheReader() {
    CellException failure =
        new CellException("what", List.of("line 1: what", "    where", "    ^"));
    assertEquals(failure.lines(), kernel.formatError(failure));
  }

  @Test
  void completeness_isSaidInJupytersWords() {
    assertEquals(BaseKernel.IS_COMPLETE_YES, kernel.isComplete("int x = 5;"));
    assertEquals(BaseKernel.IS_COMPLETE_YES, kernel.isComplete(""));
    assertEquals(BaseKernel.IS_COMPLETE_BAD, kernel.isComplete("int x = ;"));
    assertEquals("  ", kernel.isComplete("for (int i = 0; i < 3; i++) {"));
  }

  @Test
  void completion_replacesWhatWasTyped() {
    String cell = "import java.util.List;\n// a comment\nint k = 1;\nMath.flo";
    ReplacementOptions options = kernel.complete(cell, cell.length());
    assertEquals("Math.".length() + cell.indexOf("Math."), options.getSourceStart());
    assertEquals(cell.length(), options.getSourceEnd());
    assertTrue(options.getReplacements().contains("floor("), "" + options.getReplacements());
  }

  @Test
  void positions_areCountedInCodePoints() {
    // The face is one code point and two of Java's characters.
    String cell = "String face = \"\uD83D\uDE00\"; Math.flo";
    int end = cell.length() - 1;
    ReplacementOptions options = kernel.complete(cell, end);
    assertTrue(options.getReplacements().contains("floor("), "" + options.getReplacements());
    assertEquals(end - "flo".length(), options.getSourceStart());
    assertEquals(end, options.getSourceEnd());
    String call = "\"\uD83D\uDE00\"; Math.floorMod(";
    DisplayData shown = kernel.inspect(call, call.length() - 1, false);
    assertTrue(text(shown).contains("int Math.floorMod(int x, int y)"), text(shown));
  }

  @Test
  void inspection_tellsSignatures() {
    DisplayData shown = kernel.inspect("Math.floorMod(", 14, false);
    assertTrue(text(shown).contains("int Math.floorMod(int x, int y)"), text(shown));
    assertNull(kernel.inspect("nonsense(", 9, false));
  }
}
