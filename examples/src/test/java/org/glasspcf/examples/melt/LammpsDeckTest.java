package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.glasspcf.core.GlassComposition;
import org.junit.jupiter.api.Test;

class LammpsDeckTest {
  private static final ForceField FIELD =
      ForceField.of(GlassComposition.parse("36SiO2-24B2O3-20Na2O-20TiO2"));
  private static final LammpsDeck DECK =
      LammpsDeck.of(MeltQuenchProtocol.defaults(), FIELD.types(), 8919);

  /** The deck of the bundled data set, raw/nbs-45-30-25-tio2-20-s1/in.lmp.gz, uncompressed. */
  private static List<String> shared() throws IOException {
    try (InputStream in =
        LammpsDeckTest.class.getResourceAsStream("nbs-45-30-25-tio2-20-s1.in.lmp")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> without(List<String> lines, Predicate<String> unwanted) {
    return lines.stream().filter(unwanted.negate()).toList();
  }

  @Test
  void whole_isTheSharedDeck() throws IOException {
    // What is printed on the way differs: a progress display needs it more often.
    Predicate<String> printing = line -> line.startsWith("thermo");
    assertEquals(without(shared(), printing), without(DECK.whole().lines().toList(), printing));
  }

  @Test
  void whole_isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = DECK.whole();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, DECK.whole());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void stages_togetherAreTheWholeDeck() {
    List<String> stages = new ArrayList<>();
    for (MeltStage stage : MeltStage.values()) {
      if (stage != MeltStage.PACK) {
        stages.addAll(DECK.of(stage).lines().toList());
      }
    }
    List<String> header = DECK.whole().lines().takeWhile(line -> !line.startsWith("min_")).toList();
    Predicate<String> glue =
        line ->
            header.contains(line)
                || line.startsWith("read_restart")
                || line.startsWith("write_restart")
                || line.startsWith("timestep");
    assertEquals(without(DECK.whole().lines().toList(), glue), without(stages, glue));
  }

  @Test
  void stage_beginsWithTheStateOfTheLast() {
    assertTrue(DECK.of(MeltStage.MELT).contains("\nread_data start.data\n"));
    assertTrue(DECK.of(MeltStage.MELT).endsWith("unfix 1\nwrite_restart melt.restart.part\n"));
    String quench = DECK.of(MeltStage.QUENCH);
    assertTrue(quench.contains("\nread_restart melt.restart\n"), quench);
    assertTrue(quench.contains("\ntimestep 0.002\nfix 1 all nvt temp 4000.0 300 0.1\n"), quench);
    assertTrue(DECK.of(MeltStage.RELAX).contains("\nread_restart quench.restart\n"));
    String production = DECK.of(MeltStage.PRODUCTION);
    assertTrue(production.contains("\nread_restart relax.restart\n"), production);
    assertFalse(production.contains("write_restart"), production);
  }

  @Test
  void steps_followTheProtocol() {
    assertEquals(12000, DECK.steps(MeltStage.MELT));
    assertEquals(46250, DECK.steps(MeltStage.QUENCH));
    assertEquals(8500, DECK.steps(MeltStage.RELAX));
    assertEquals(7000, DECK.steps(MeltStage.PRODUCTION));
    MeltQuenchProtocol quick =
        MeltQuenchProtocol.defaults()
            .withMelt(3000, 2)
            .withQuenchRate(500)
            .withRelaxation(1, 0.5, 0.4)
            .withProductionTime(3);
    LammpsDeck deck = LammpsDeck.of(quick, FIELD.types(), 1);
    assertEquals(4000, deck.steps(MeltStage.MELT));
    assertEquals(2700, deck.steps(MeltStage.QUENCH));
    assertEquals(750, deck.steps(MeltStage.RELAX));
    assertEquals(1700, deck.steps(MeltStage.PRODUCTION));
    String text = deck.whole();
    assertTrue(text.contains("\nfix vav all ave/time 10 25 250 v_v\n"), text);
    assertTrue(text.contains("\nfix g all ave/time 50 30 1500 c_g[*] file rdf.out"), text);
    assertTrue(text.contains("\ndump d all custom 150 traj.dump"), text);
    assertTrue(text.contains("\nfix 1 all nvt temp 3000.0 300 0.1\nrun 2700\n"), text);
  }

  @Test
  void of_packing_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> DECK.of(MeltStage.PACK));
  }
}
