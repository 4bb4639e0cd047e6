package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The potentials against the tables that the bundled data set was simulated with. */
class PotentialTableTest {
  /**
   * Every 40th row of each section of the data set's {@code raw/<id>/pot.table.gz}, and the last.
   */
  private static Map<String, List<double[]>> shared(String id) throws IOException {
    Map<String, List<double[]>> sections = new LinkedHashMap<>();
    List<double[]> rows = List.of();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    PotentialTableTest.class.getResourceAsStream(id + ".pot.table.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ");
        if (words.length == 1) {
          rows = new ArrayList<>();
          sections.put(line, rows);
        } else {
          rows.add(
              new double[] {
                Double.parseDouble(words[0]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3])
              });
        }
      }
    }
    return sections;
  }

  private static Map<String, List<double[]>> ours(String glass) {
    Map<String, List<double[]>> sections = new LinkedHashMap<>();
    List<double[]> rows = List.of();
    for (String line :
        PotentialTable.of(ForceField.of(GlassComposition.parse(glass))).lines().toList()) {
      String[] words = line.split(" ");
      if (words.length == 4) {
        rows.add(
            new double[] {
              Double.parseDouble(words[0]),
              Double.parseDouble(words[2]),
              Double.parseDouble(words[3])
            });
      } else if (words.length == 1 && !line.isEmpty()) {
        rows = new ArrayList<>();
        sections.put(line, rows);
      }
    }
    return sections;
  }

  @ParameterizedTest
  @CsvSource({
    "nbs-60-20-20-zno-8-s1, 55.2SiO2-18.4B2O3-18.4Na2O-8ZnO",
    "nbs-45-30-25-tio2-20-s1, 36SiO2-24B2O3-20Na2O-20TiO2",
    "sio2-bao-10-s1, 90SiO2-10BaO"
  })
  void table_equalsTheSharedOne(String id, String glass) throws IOException {
    Map<String, List<double[]>> expected = shared(id);
    Map<String, List<double[]>> actual = ours(glass);
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    expected.forEach(
        (section, rows) -> {
          assertEquals(101, rows.size(), section);
          assertEquals(PotentialTable.ROWS, actual.get(section).size(), section);
          for (double[] row : rows) {
            double[] own = actual.get(section).get((int) row[0] - 1);
            for (int column = 1; column <= 2; column++) {
              // Relative, and absolute below 0.001 eV or eV/Å, where a potential changes its sign.
              double scale = Math.max(1e-3, Math.abs(row[column]));
              assertEquals(row[column], own[column], 1e-6 * scale, section + " row " + row[0]);
            }
          }
        });
  }

  @Test
  void force_isTheSlopeOfTheEnergy() {
    ForceField field =
        ForceField.of(GlassComposition.parse("40SiO2-20B2O3-20Na2O-5BaO-5TiO2-10ZnO"));
    assertEquals(7, field.types().size());
    for (Element one : field.types()) {
      for (Element other : field.types()) {
        PairPotential potential = field.between(one, other);
        assertEquals(0, potential.energy(ForceField.CUTOFF), 1e-12, one + "-" + other);
        for (double r = 0.6; r < 8; r += 0.0137) {
          double h = 1e-5;
          double slope = (potential.energy(r + h) - potential.energy(r - h)) / (2 * h);
          double force = potential.force(r);
          assertEquals(-slope, force, 1e-4 * Math.max(1, Math.abs(force)), one + "-" + other);
        }
      }
    }
  }

  /** A as written in the paper's formulas, worked out by hand: K = 3, R = 1, R* = N4 = 0.6875. */
  @Test
  void boronOxygen_strength_followsTheComposition() {
    assertEquals(
        12525 + ((11900 + 85 * 9 - 12525) / 0.6875 + 4350) * 0.6875 * 0.6875,
        BoronOxygen.strength(GlassComposition.parse("60SiO2-20B2O3-20Na2O")),
        1e-8);
    assertEquals(11900, BoronOxygen.strength(GlassComposition.parse("B2O3")), 1e-8);
    assertEquals(
        25000, BoronOxygen.strength(GlassComposition.parse("93SiO2-6B2O3-1Na2O")), 1e-8, "capped");
  }

  /** Joint (Å), B, D and n by scipy 1.10: brentq on the third derivative, then linear equations. */
  @Test
  void boronOxygen_core_equalsReference() {
    PairPotential.Buckingham outer =
        BoronOxygen.outer(GlassComposition.parse("60SiO2-20B2O3-20Na2O"));
    double joint = BoronOxygen.joint(outer);
    assertEquals(1.0395366390747096, joint, 1e-12);
    PairPotential.Core core = BoronOxygen.core(outer, joint);
    assertEquals(18.15061707667706, core.b(), 1e-9);
    assertEquals(-3.8806320782849553, core.d(), 1e-9);
    assertEquals(3.9938802526286925, core.n(), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B2O3", "60SiO2-20B2O3-20Na2O", "93SiO2-6B2O3-1Na2O", "20B2O3-80Na2O"})
  void boronOxygen_core_meetsTheOuterPartSmoothly(String glass) {
    PairPotential.Buckingham outer = BoronOxygen.outer(GlassComposition.parse(glass));
    double r = BoronOxygen.joint(outer);
    PairPotential.Core core = BoronOxygen.core(outer, r);
    double h = 1e-5;
    double slope = (core.force(r - h) - core.force(r + h)) / (2 * h);
    assertEquals(outer.energy(r), core.energy(r), 1e-9);
    assertEquals(outer.force(r), core.force(r), 1e-9);
    assertEquals(outer.curvature(r), slope, 1e-5 * outer.curvature(r));
  }

  /** scipy.special.erfc (scipy 1.10). */
  @ParameterizedTest
  @CsvSource({
    "0.125, 0.8596837951986662",
    "0.5, 0.4795001221869535",
    "1.0, 0.15729920705028516",
    "2.0, 0.004677734981047266"
  })
  void erfc_equalsReference(double x, double expected) {
    assertEquals(
        expected, PairPotential.DampedShiftedCoulomb.erfc(x), 1e-13 * expected, "erfc " + x);
  }

  @Test
  void of_elementWithoutPotentials_isRefused() {
    GlassComposition glass = GlassComposition.parse("80SiO2-20K2O");
    String message =
        assertThrows(IllegalArgumentException.class, () -> ForceField.of(glass)).getMessage();
    assertTrue(message.contains("holds K"), message);
  }
}
