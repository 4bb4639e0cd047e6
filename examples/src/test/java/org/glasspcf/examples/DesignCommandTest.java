package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignConstraint;
import org.glasspcf.pipeline.design.DesignObjective;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.design.DesignTarget;
import org.glasspcf.pipeline.design.InverseDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designing on the command line, with the model that comes with the library. */
@Timeout(120)
class DesignCommandTest {
  private static final List<String> SPACE =
      List.of("--oxide=SiO2=40..80", "--oxide=B2O3=10..40", "--oxide=Na2O=rest");

  @TempDir private Path folder;

  private static ToolRun design(String... arguments) {
    List<String> all = new ArrayList<>(List.of("design"));
    all.addAll(SPACE);
    all.addAll(Arrays.asList(arguments));
    return ToolRun.of(all.toArray(String[]::new));
  }

  @Test
  void table_holdsTheCandidatesOfTheLibrary() {
    ToolRun run =
        design(
                "--target=B-O:coordination=3.6+-0.03",
                "--step=2",
                "--count=3",
                "--distance=4",
                "--sum=SiO2+B2O3=70..90",
                "--ratio=Na2O/B2O3=0.5..1.5",
                "--threads=1")
            .succeeded();
    DesignSpace space =
        DesignSpace.of(
                CompositionGrid.of(
                    2,
                    OxideRange.of(Oxide.SiO2, 40, 80),
                    OxideRange.of(Oxide.B2O3, 10, 40),
                    OxideRange.rest(Oxide.Na2O)))
            .where(DesignConstraint.sum(70, 90, Oxide.SiO2, Oxide.B2O3))
            .where(DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 0.5, 1.5));
    DesignTarget target =
        DesignTarget.near(ElementPair.of("B", "O"), DesignQuantity.COORDINATION_NUMBER, 3.6)
            .withTolerance(0.03);
    List<DesignCandidate> expected =
        InverseDesign.of(GlassPcfPipeline.pretrained())
            .withCount(3)
            .withDistance(4)
            .search(DesignObjective.of(target), space, 0);
    List<String> lines = run.out().lines().toList();
    assertEquals("target: coordination number of B-O near 3.6 ± 0.03 (1)", lines.get(0));
    assertEquals(3, expected.size());
    for (int i = 0; i < 3; i++) {
      String line = lines.get(2 + i);
      assertTrue(line.startsWith(i + 1 + "  " + expected.get(i).composition() + "  "), line);
      assertTrue(line.contains("  inside, ") || line.contains("  edge, "), line);
      assertTrue(line.matches(".* 3\\.[56]\\d \\(3\\.\\d\\d to 3\\.\\d\\d\\)"), line);
    }
    assertEquals("", run.err());
  }

  @Test
  void unreachableTarget_isMarked() {
    ToolRun run = design("--target=B-O:coordination=5", "--step=5", "--count=1").succeeded();
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(2).endsWith(") !"), lines.get(2));
    assertEquals("! misses the target by more than its tolerance", lines.get(4));
  }

  @Test
  void brackets_areExplainedWhereThereAreSome() {
    String domain = "the training domain with the distance of the nearest training glass\n";
    String position =
        design("--target=Si-O:peak-position=1.6", "--step=10", "--count=1").succeeded().out();
    assertTrue(position.contains("\n" + domain), position);
    String length =
        design("--target=Si-O:bond-length=1.6", "--step=10", "--count=1").succeeded().out();
    assertTrue(
        length.contains(
            "\nin brackets where 90 % of melts of 1500 atoms lie, the error of the density aside; "
                + domain),
        length);
  }

  @ParameterizedTest
  @CsvSource({"2.99, true", "3, false", "4, false", "4.01, true"})
  void targetThatBoronCannotReach_isNoted(String wanted, boolean noted) {
    ToolRun run = design("--target=B-O:coordination=" + wanted, "--step=10", "--count=1");
    String note =
        "note: boron in oxide glasses has 3 to 4 oxygens: no glass has B-O:coordination="
            + wanted
            + "\n";
    assertEquals(noted, run.succeeded().err().contains(note), run.err());
  }

  @Test
  void predictionAboveFourOxygensOfBoron_isNoted() {
    ToolRun run = design("--target=B-O:coordination=largest", "--step=10", "--count=1").succeeded();
    assertTrue(run.out().contains("1  80SiO2-10B2O3-10Na2O "), run.out());
    assertTrue(run.out().contains(" 4.30 ("), run.out());
    assertEquals(
        "note: boron in oxide glasses has 3 to 4 oxygens: a prediction above 4 is the model's error"
            + " (4.30 for 80SiO2-10B2O3-10Na2O)\n",
        run.err());
    assertEquals(
        "", design("--target=B-O:bond-length=1.4", "--step=10", "--count=1").succeeded().err());
    assertEquals(
        "", design("--target=Si-O:coordination=4.5", "--step=10", "--count=1").succeeded().err());
  }

  @Test
  void csv_holdsAmountsAndNumbers() throws IOException {
    Path csv = folder.resolve("designed.csv");
    design(
            "--target=B-O:coordination=3.6",
            "--target=Si-O:peak-position=1.6",
            "--step=5",
            "--count=2",
            "--csv=" + csv)
        .succeeded();
    List<String> lines = Files.readAllLines(csv);
    assertEquals(
        "rank,SiO2_molpct,B2O3_molpct,Na2O_molpct,misfit,domain,domain_distance_molpct,"
            + "B-O_coordination,B-O_coordination_lower90,B-O_coordination_upper90,"
            + "B-O_coordination_met,Si-O_peak_position_A,Si-O_peak_position_A_lower90,"
            + "Si-O_peak_position_A_upper90,Si-O_peak_position_A_met",
        lines.get(0));
    assertEquals(3, lines.size());
    for (String line : lines.subList(1, 3)) {
      String[] cells = line.split(",");
      assertEquals(15, cells.length, line);
      double sum = 0;
      for (int i = 1; i <= 3; i++) {
        sum += Double.parseDouble(cells[i]);
      }
      assertEquals(100, sum);
      assertTrue(Double.parseDouble(cells[8]) < Double.parseDouble(cells[7]), line);
      assertEquals("", cells[12], "a position has no interval");
    }
  }

  @Test
  void badOptions_areRefused() {
    String target = "--target=B-O:coordination=3.6";
    design("--target=B-O:coordination").assertRefused("--target must be a pair");
    design("--target=Zn-O:coordination=4").assertRefused("a target of Zn-O needs an oxide with Zn");
    design(target, target).assertRefused("one target for a number");
    design(target, "--sum=SiO2=60").assertRefused("--sum must be like SiO2+B2O3=60..80");
    design(target, "--ratio=Na2O=1..2").assertRefused("--ratio must be like Na2O/B2O3=0.5..1.5");
    design(target, "--sum=SiO2+K2O=60..80")
        .assertRefused(
            "--sum must be of oxides that --oxide names, but there is no --oxide for K2O");
    design(target, "--ratio=K2O/B2O3=0..1").assertRefused("there is no --oxide for K2O");
    design(target, "--ratio=Na2O/K2O=0..1").assertRefused("there is no --oxide for K2O");
    design(target, "--count=0").assertRefused("candidates, got 0");
    design(target, "--oxide=Al2O3=0..5").assertRefused("got Al2O3");
    design(target, "--csv=" + folder).assertRefused("--csv must name a file");
  }
}
