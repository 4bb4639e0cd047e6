package org.glasspcf.core.correlation;

import static org.glasspcf.core.correlation.MadeCurves.FINE;
import static org.glasspcf.core.correlation.MadeCurves.beyond;
import static org.glasspcf.core.correlation.MadeCurves.curve;
import static org.glasspcf.core.correlation.MadeCurves.gaussian;
import static org.glasspcf.core.correlation.MadeCurves.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlassStructureTest {
  private static final GlassComposition GLASS = GlassComposition.parse("75B2O3-25Na2O");
  private static final NumberDensities DENSITIES = NumberDensities.of(GLASS, 2.3);
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final ElementPair NA_NA = ElementPair.of("Na", "Na");

  /** A shell of N neighbors with a mean distance of about r. */
  private static PairCorrelationFunction shell(double n, double r, Element neighbor) {
    PairCorrelationFunction unit = curve(FINE, gaussian(1, r, 0.05));
    double height = n / (4 * Math.PI * DENSITIES.of(neighbor) * unit.shellIntegral(10));
    return curve(FINE, sum(gaussian(height, r, 0.05), beyond(r + 1.6)));
  }

  @Test
  void rows_goBothWays() {
    GlassStructure structure =
        GlassStructure.of(
            Map.of(NA_NA, curve(FINE, x -> 1), B_O, shell(3.4, 1.45, Element.O)), DENSITIES);
    assertEquals(3, structure.rows().size());
    GlassStructure.Row boron = structure.rows().get(0);
    assertEquals(Element.B, boron.center());
    assertEquals(Element.O, boron.neighbor());
    assertEquals(3.4, boron.coordinationNumber().orElseThrow(), 2e-3);
    assertEquals(0.4, boron.boron().orElseThrow().fourfold(), 2e-3);
    assertEquals(0.6, boron.boron().orElseThrow().threefold(), 2e-3);
    assertEquals(1.45, boron.shell().orElseThrow().position(), 1e-3);
    GlassStructure.Row oxygen = structure.rows().get(1);
    assertEquals(Optional.of(oxygen), structure.row(Element.O, Element.B));
    assertEquals(Optional.empty(), oxygen.boron());
    GlassStructure.Row sodium = structure.rows().get(2);
    assertEquals(ShellVerdict.NO_PEAK, sodium.search().verdict());
    assertEquals(OptionalDouble.empty(), sodium.coordinationNumber());
    assertEquals(Optional.empty(), sodium.shell());
    assertEquals(Optional.empty(), structure.row(Element.Na, Element.O));
    assertThrows(UnsupportedOperationException.class, () -> structure.rows().clear());
  }

  @Test
  void javadocSample_runs() {
    Map<ElementPair, PairCorrelationFunction> curves = Map.of(B_O, shell(3.4, 1.45, Element.O));
    GlassComposition glass = GLASS;
    StringBuilder out = new StringBuilder();
    GlassStructure structure =
        GlassStructure.of(curves, MolarVolumeModel.bundled().densities(glass));
    for (GlassStructure.Row row : structure.rows()) {
      out.append(row.center() + "→" + row.neighbor() + " " + row.coordinationNumber() + "\n");
    }
    assertTrue(
        out.toString().matches("B→O OptionalDouble\\[3\\.\\d+]\nO→B OptionalDouble\\[.+]\n"),
        out::toString);
  }

  @Test
  void coordinationNumbers_balance() {
    GlassStructure structure =
        GlassStructure.of(Map.of(B_O, shell(3.4, 1.45, Element.O)), DENSITIES);
    double forth =
        structure.row(Element.B, Element.O).orElseThrow().coordinationNumber().orElseThrow();
    double back =
        structure.row(Element.O, Element.B).orElseThrow().coordinationNumber().orElseThrow();
    assertEquals(
        forth * DENSITIES.fraction(Element.B), back * DENSITIES.fraction(Element.O), 1e-14);
  }

  @Test
  void coordinationNumber_inABox_leavesTheCenterOut() {
    PairCorrelationFunction gas = curve(FINE, r -> 1);
    NumberDensities box = NumberDensities.ofAtoms(Map.of(Element.Na, 11, Element.O, 20), 1000);
    double sphere = 4 * Math.PI / 3 * 27;
    assertEquals(
        0.010 * sphere,
        CoordinationShell.coordinationNumber(gas, 3, box, Element.Na, Element.Na),
        1e-9);
    assertEquals(
        0.011 * sphere,
        CoordinationShell.coordinationNumber(gas, 3, box, Element.O, Element.Na),
        1e-9);
  }

  @Test
  void elementWithoutDensity_isNamed() {
    Map<ElementPair, PairCorrelationFunction> curves =
        Map.of(ElementPair.of("Si", "O"), shell(4, 1.61, Element.O));
    var error =
        assertThrows(IllegalArgumentException.class, () -> GlassStructure.of(curves, DENSITIES));
    assertEquals("the structure of Si-O needs a density of Si", error.getMessage());
    CoordinationShell shell = CoordinationShell.of(curves.values().iterator().next()).orElseThrow();
    var one =
        assertThrows(
            IllegalArgumentException.class,
            () -> shell.coordinationNumber(DENSITIES, Element.Si, Element.O));
    assertTrue(
        one.getMessage()
            .startsWith(
                "a coordination number needs both elements in the glass, but Si has no density"),
        one.getMessage());
  }

  @Test
  void boronShares_outsideTheirRange_areShownAndTold() {
    BoronCoordination low = new BoronCoordination(2.9);
    assertEquals(-0.1, low.fourfold(), 1e-12);
    assertEquals(1.1, low.threefold(), 1e-12);
    assertFalse(low.possible());
    assertTrue(new BoronCoordination(3).possible());
    assertTrue(new BoronCoordination(4).possible());
    assertFalse(new BoronCoordination(4.001).possible());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void boronCoordination_notANumberFromZero_isRefused(double n) {
    var error = assertThrows(IllegalArgumentException.class, () -> new BoronCoordination(n));
    assertEquals(
        "the coordination number of boron must be a finite number not below 0 (1), got " + n,
        error.getMessage());
  }
}
