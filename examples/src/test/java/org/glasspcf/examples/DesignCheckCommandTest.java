package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(600)
class DesignCheckCommandTest {
  @TempDir private Path folder;

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /** By a quench far too fast: that it runs to its end, and that the melt's number is its own. */
  @Test
  void check_comparesTheMeltAndIsNotMadeTwice() throws IOException {
    for (String program : List.of("packmol", "lmp")) {
      assumeTrue(isOnPath(program), program + " is not on the PATH: nothing is simulated");
    }
    Path out = folder.resolve("check");
    String[] arguments = {
      "design-check",
      "--oxide=SiO2=50..70",
      "--oxide=B2O3=10..30",
      "--oxide=Na2O=rest",
      "--step=5",
      "--target=B-O:coordination=3.6",
      "--out=" + out,
      "--atoms=780",
      "--melt-time=1",
      "--quench-rate=1000",
      "--relaxation-time=2",
      "--volume-time=0.5",
      "--settling-time=0.5",
      "--production-time=1"
    };
    ToolRun run = ToolRun.of(arguments).succeeded();
    GlassSimulation melt = GlassDataset.read(out).simulations().get(0);
    double expected =
        CationOxygenScores.coordinationNumber(
                ElementPair.of("B", "O"),
                melt.curve(ElementPair.of("B", "O")).orElseThrow().rebin(PcfPrediction.GRID),
                NumberDensities.of(melt).of(Element.O))
            .orElseThrow();
    List<String> csv = Files.readAllLines(out.resolve("design-check.csv"));
    assertEquals(2, csv.size());
    String[] cells = csv.get(1).split(",");
    assertEquals("B-O:coordination=3.6", cells[0]);
    assertEquals(melt.composition().toString(), cells[1]);
    assertEquals(melt.atomCount(Element.B), Integer.parseInt(cells[5]));
    assertEquals(expected, Double.parseDouble(cells[9]), 1e-9);
    boolean near = Math.abs(expected - 3.6) <= 0.05;
    boolean inBand =
        Double.parseDouble(cells[7]) <= expected && expected <= Double.parseDouble(cells[8]);
    assertEquals(Boolean.toString(near), cells[11], csv.get(1));
    assertEquals(Boolean.toString(inBand), cells[12], csv.get(1));
    List<String> lines = run.out().lines().toList();
    assertEquals(
        (near ? 1 : 0) + " of 1 near their target, within its tolerance",
        lines.get(lines.size() - 2));
    assertEquals(
        (inBand ? 1 : 0)
            + " of 1 inside the band, in brackets, where 90 % of melts of so many atoms lie",
        lines.get(lines.size() - 1));
    ToolRun again = ToolRun.of(arguments).succeeded();
    assertEquals(run.out(), again.out());
    assertTrue(again.err().endsWith("is there already\n"), again.err());
  }

  @Test
  void targetWithoutAValue_isRefused() {
    ToolRun.of(
            "design-check",
            "--oxide=SiO2=50..70",
            "--oxide=Na2O=rest",
            "--target=Si-O:coordination=largest",
            "--out=" + folder)
        .assertRefused("must have a value to compare with, not Si-O:coordination=largest");
  }

  /** Nothing is printed: neither note nor design. */
  @ParameterizedTest
  @CsvSource({
    "--parallel=0, '--parallel must be at least 1, got 0'",
    "--atoms=0, '--atoms: a melt must have from 100 to 1000000 atoms, got 0'",
    "--quench-rate=0, '--quench-rate: the quench rate must be above 0 (K/ps)'"
  })
  void badNumber_isRefusedBeforeTheSearch(String option, String message) {
    ToolRun.of(
            "design-check",
            "--oxide=SiO2=50..70",
            "--oxide=B2O3=rest",
            "--target=B-O:coordination=5",
            "--out=" + folder,
            option)
        .assertRefused(message);
  }
}
