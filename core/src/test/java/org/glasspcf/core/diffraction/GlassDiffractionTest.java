package org.glasspcf.core.diffraction;

import static org.glasspcf.core.diffraction.References.GRID;
import static org.glasspcf.core.diffraction.References.curve;
import static org.glasspcf.core.diffraction.References.curves;
import static org.glasspcf.core.diffraction.References.melt;
import static org.glasspcf.core.diffraction.References.silica;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlassDiffractionTest {
  private static final NeutronScatteringLengths NATURAL = NeutronScatteringLengths.natural();
  private static final XrayFormFactors NEUTRAL = XrayFormFactors.neutral();
  private static final QGrid Q = QGrid.uniform(0.05, 25, 250);
  private static final ElementPair SI_O = ElementPair.of("Si", "O");

  @Nested
  class Transform {

    @ParameterizedTest
    @CsvSource({"sio2-s1, sio2", "nbs-45-30-25-tio2-20-s1, nbs-tio2"})
    void structureFactors_equalTheNumpyTransform(String id, String file) {
      List<String[]> lines = References.lines("reference-" + file + ".csv");
      GlassDiffraction plain = melt(id);
      for (WindowFunction window : WindowFunction.values()) {
        List<String[]> rows = lines.stream().filter(line -> line[0].equals(window.name())).toList();
        QGrid q = QGrid.of(rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray());
        GlassDiffraction glass = plain.withWindow(window);
        List<StructureFactor> ours = new ArrayList<>();
        for (int column = 2; column < 5; column++) {
          ours.add(glass.partial(ElementPair.parse(lines.get(0)[column]), q));
        }
        ours.add(glass.neutron(NATURAL, q));
        ours.add(glass.neutron(NATURAL.withIsotope("11B"), q));
        ours.add(glass.xray(NEUTRAL, q));
        for (int i = 0; i < rows.size(); i++) {
          for (int column = 0; column < ours.size(); column++) {
            double expected = Double.parseDouble(rows.get(i)[column + 2]);
            String what = lines.get(0)[column + 2] + " at " + q.value(i) + ", " + window;
            assertEquals(expected, ours.get(column).value(i), 1e-9, what);
          }
        }
      }
    }

    @ParameterizedTest
    @EnumSource
    void idealGas_isExactlyOne(WindowFunction window) {
      GlassDiffraction gas = silica(curve(GRID, r -> 1)).withWindow(window);
      for (StructureFactor s :
          List.of(gas.partial(SI_O, Q), gas.neutron(NATURAL, Q), gas.xray(NEUTRAL, Q))) {
        for (double value : s.values()) {
          assertEquals(1, value, 0);
        }
      }
    }

    /**
     * r (g − 1) = A [exp(−(r − r₀)²/2σ²) − exp(−(r + r₀)²/2σ²)] has the sine transform A σ√(2π)
     * exp(−Q²σ²/2) sin(Qr₀).
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gaussianShell_equalsItsAnalyticTransform(long seed) {
      Random random = new Random(seed);
      double r0 = 1.5 + 5 * random.nextDouble();
      double sigma = 0.05 + 0.4 * random.nextDouble();
      double height = 20 * random.nextDouble();
      GlassDiffraction glass = silica(shell(RadialGrid.uniform(10, 5_000), r0, sigma, height));
      double rho = glass.densities().total();
      StructureFactor s = glass.partial(SI_O, Q);
      for (int i = 0; i < Q.size(); i++) {
        double q = Q.value(i);
        double transform =
            height
                * sigma
                * Math.sqrt(2 * Math.PI)
                * Math.exp(-q * q * sigma * sigma / 2)
                * Math.sin(q * r0);
        double excess = 4 * Math.PI * rho * transform / q;
        assertEquals(1 + excess, s.value(i), 1e-4, "Q = " + q);
      }
    }

    /** g(r) = 1 + ∫ Q [S(Q) − 1] sin(Qr) dQ / (2π²ρ₀r). */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void transformBack_givesTheCurve(long seed) {
      Random random = new Random(seed);
      double sigma = 0.15 + 0.2 * random.nextDouble();
      PairCorrelationFunction curve =
          shell(RadialGrid.uniform(10, 2_000), 2 + 4 * random.nextDouble(), sigma, 5);
      GlassDiffraction glass = silica(curve);
      QGrid fine = QGrid.uniform(0.02, 60, 3_000);
      StructureFactor s = glass.partial(SI_O, fine);
      for (int bin = 200; bin < 1_800; bin += 100) {
        double r = curve.grid().center(bin);
        double sum = 0;
        for (int i = 0; i < fine.size(); i++) {
          sum += fine.value(i) * (s.value(i) - 1) * Math.sin(fine.value(i) * r) * 0.02;
        }
        double g = 1 + sum / (2 * Math.PI * Math.PI * glass.densities().total() * r);
        assertEquals(curve.value(bin), g, 1e-3, "r = " + r);
      }
    }

    private PairCorrelationFunction shell(RadialGrid grid, double r0, double sigma, double height) {
      return curve(
          grid,
          r ->
              1
                  + height
                      / r
                      * (Math.exp(-Math.pow((r - r0) / sigma, 2) / 2)
                          - Math.exp(-Math.pow((r + r0) / sigma, 2) / 2)));
    }

    @Test
    void largeQ_goesToOne() {
      GlassDiffraction glass = melt("nbs-45-30-25-tio2-20-s1").withWindow(WindowFunction.LORCH);
      QGrid far = QGrid.uniform(60, 75, 100);
      for (double value : glass.neutron(NATURAL, far).values()) {
        assertEquals(1, value, 0.02);
      }
      for (double value : glass.xray(NEUTRAL, far).values()) {
        assertEquals(1, value, 0.02);
      }
    }

    /** sin(qR) = 0 at multiples of π/R: the window's own pole, where its integral has a limit. */
    @Test
    void lorch_atItsPole_isContinuous() {
      GlassDiffraction glass = melt("sio2-s1").withWindow(WindowFunction.LORCH);
      double pole = Math.PI / 10;
      StructureFactor s = glass.partial(SI_O, QGrid.of(pole - 1e-7, pole, pole + 1e-7));
      assertEquals(s.value(0), s.value(1), 1e-5);
      assertEquals(s.value(2), s.value(1), 1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void smallestQ_isTheVolumeIntegral(WindowFunction window) {
      GlassDiffraction glass = melt("sio2-s1").withWindow(window);
      double sum = 0;
      PairCorrelationFunction curve = glass.curves().get(SI_O);
      for (int bin = 0; bin < 500; bin++) {
        sum += (curve.value(bin) - 1) * GRID.shellMoment(bin) * window.value(GRID.center(bin), 10);
      }
      double limit = 1 + 4 * Math.PI * glass.densities().total() * sum;
      assertEquals(limit, glass.partial(SI_O, QGrid.of(QGrid.SMALLEST)).value(0), 1e-3);
    }

    @Test
    void unevenBins_areTransformedToo() {
      RadialGrid uneven = RadialGrid.ofEdges(0, 1.5, 1.6, 2, 5, 10);
      RadialGrid even = RadialGrid.uniform(10, 100);
      double[] steps = {0, 30, 2, 0.5, 1.1};
      PairCorrelationFunction same =
          curve(even, r -> steps[r < 1.5 ? 0 : r < 1.6 ? 1 : r < 2 ? 2 : r < 5 ? 3 : 4]);
      double[] expected = silica(same).partial(SI_O, Q).values();
      double[] actual = silica(PairCorrelationFunction.of(uneven, steps)).partial(SI_O, Q).values();
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], actual[i], 1e-9);
      }
    }
  }

  @Nested
  class Weights {

    @Test
    void weights_sumToOneAtEachQ() {
      GlassDiffraction glass = melt("nbs-45-30-25-tio2-20-s1");
      for (NeutronScatteringLengths lengths :
          List.of(NATURAL, NATURAL.withIsotope("11B"), NeutronScatteringLengths.sears1992())) {
        assertEquals(1, sum(glass.neutronWeights(lengths)), 1e-12);
      }
      XrayFormFactors ions = NEUTRAL.with("Si4+").with("O2-").with("Na1+").with("Ti4+");
      for (double q = 0; q <= 75; q += 1.5) {
        assertEquals(1, sum(glass.xrayWeights(NEUTRAL, q)), 1e-12);
        assertEquals(1, sum(glass.xrayWeights(ions, q)), 1e-12);
      }
    }

    private double sum(SortedMap<ElementPair, Double> weights) {
      return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** c = 1/3, 2/3; b = 4.15071, 5.805 fm; ⟨b⟩ = 5.25357 fm. */
    @Test
    void neutronWeights_ofSilica_areThoseByHand() {
      SortedMap<ElementPair, Double> weights = melt("sio2-s1").neutronWeights(NATURAL);
      assertEquals(0.069357, weights.get(ElementPair.of("Si", "Si")), 1e-6);
      assertEquals(0.388001, weights.get(SI_O), 1e-6);
      assertEquals(0.542641, weights.get(ElementPair.of("O", "O")), 1e-6);
    }

    @Test
    void titanium_hasNegativeWeightsForNeutrons() {
      SortedMap<ElementPair, Double> weights =
          melt("nbs-45-30-25-tio2-20-s1").neutronWeights(NATURAL);
      assertTrue(weights.get(ElementPair.of("Ti", "O")) < 0);
      assertTrue(weights.get(ElementPair.of("Ti", "Ti")) > 0);
    }

    @Test
    void boron11_changesTheTotalAndNoPartial() {
      GlassDiffraction glass = melt("nbs-45-30-25-tio2-20-s1");
      SortedMap<ElementPair, StructureFactor> before = glass.partials(Q);
      StructureFactor natural = glass.neutron(NATURAL, Q);
      assertNotEquals(natural, glass.neutron(NATURAL.withIsotope("11B"), Q));
      assertEquals(before, glass.partials(Q));
      GlassDiffraction silica = melt("sio2-s1");
      assertEquals(silica.neutron(NATURAL, Q), silica.neutron(NATURAL.withIsotope("11B"), Q));
    }

    @Test
    void total_ofEqualPartials_isThePartial() {
      PairCorrelationFunction same = curve(GRID, r -> r < 1.5 ? 0 : 1 + Math.exp(1.5 - r));
      GlassDiffraction glass = silica(same);
      double[] partial = glass.partial(SI_O, Q).values();
      double[] neutron = glass.neutron(NATURAL, Q).values();
      double[] xray = glass.xray(NEUTRAL, Q).values();
      for (int i = 0; i < partial.length; i++) {
        assertEquals(partial[i], neutron[i], 1e-12);
        assertEquals(partial[i], xray[i], 1e-12);
      }
    }

    @Test
    void lengthsThatCancel_areRefused() {
      GlassDiffraction glass = silica(curve(GRID, r -> 1));
      NeutronScatteringLengths cancel = NATURAL.with(Element.Si, 2).with(Element.O, -0.99);
      String message =
          assertThrows(IllegalArgumentException.class, () -> glass.neutron(cancel, Q)).getMessage();
      assertTrue(
          message.startsWith(
              "a total S(Q) is normalized by the square of the mean of the neutron scattering"
                  + " lengths, which must be at least 1 % of the mean of their magnitudes, 1.32"),
          message);
      NeutronScatteringLengths nothing = NATURAL.with(Element.Si, 0).with(Element.O, 0);
      assertThrows(IllegalArgumentException.class, () -> glass.neutronWeights(nothing));
      NeutronScatteringLengths enough = NATURAL.with(Element.Si, 2).with(Element.O, -0.95);
      assertEquals(1, glass.neutron(enough, Q).value(0));
    }

    @Test
    void xray_beyondTheFormFactors_isRefused() {
      GlassDiffraction glass = silica(curve(GRID, r -> 1));
      assertThrows(
          IllegalArgumentException.class, () -> glass.xray(NEUTRAL, QGrid.uniform(1, 76, 10)));
    }
  }

  @Nested
  class Arguments {
    private final PairCorrelationFunction flat = curve(GRID, r -> 1);
    private final NumberDensities densities =
        NumberDensities.ofAtoms(Map.of(Element.Si, 1, Element.O, 2, Element.Na, 1), 100);

    private String refused(Map<ElementPair, PairCorrelationFunction> curves) {
      return assertThrows(
              IllegalArgumentException.class, () -> GlassDiffraction.of(curves, densities))
          .getMessage();
    }

    @Test
    void missingPairs_areNamed() {
      assertEquals(
          "a structure factor needs g(r) of every pair of the glass, but there is none of Si-Na,"
              + " Na-Na",
          refused(curves(flat, "Si-Si", "Si-O", "O-O", "Na-O")));
      assertEquals(
          "a structure factor needs g(r) of every pair of the glass, but there is none of Si-Si,"
              + " Si-O, Si-Na, O-O, Na-O, Na-Na",
          refused(Map.of()));
    }

    @Test
    void curveWithoutADensity_isRefused() {
      assertEquals(
          "every curve must be of elements with a density above 0 Å⁻³, but Ba-O is not of [O, Na,"
              + " Si]",
          refused(curves(flat, "Si-Si", "Si-O", "O-O", "Na-O", "Si-Na", "Na-Na", "Ba-O")));
    }

    @Test
    void twoGrids_areRefused() {
      Map<ElementPair, PairCorrelationFunction> curves =
          new TreeMap<>(curves(flat, "Si-Si", "Si-O", "O-O", "Na-O", "Si-Na"));
      curves.put(ElementPair.of("Na", "Na"), curve(RadialGrid.uniform(8, 10), r -> 1));
      assertEquals(
          "all curves of a glass must lie on one grid, but Na-Na has 10 bins from 0 to 8 Å and"
              + " Si-Si has 500 bins from 0 to 10 Å",
          refused(curves));
    }

    @Test
    void gridThatStartsLater_isRefused() {
      PairCorrelationFunction later = curve(RadialGrid.ofEdges(1, 2, 3), r -> 1);
      assertEquals(
          "curves must start at 0 Å to be transformed, got a grid of 2 bins from 1 to 3 Å",
          refused(curves(later, "Si-Si", "Si-O", "O-O", "Na-O", "Si-Na", "Na-Na")));
    }

    @Test
    void partialOfAnotherPair_isRefused() {
      GlassDiffraction glass = silica(flat);
      assertEquals(
          "the glass must hold both elements of a pair, got Na-O for [O, Si]",
          assertThrows(
                  IllegalArgumentException.class, () -> glass.partial(ElementPair.of("Na", "O"), Q))
              .getMessage());
    }
  }

  @Test
  void resolution_isTwoPiOverTheEnd() {
    GlassDiffraction glass = silica(curve(GRID, r -> 1)).withWindow(WindowFunction.LORCH);
    assertEquals(0.6283, glass.resolution(), 1e-4);
    assertEquals(
        "diffraction of [O, Si] from g(r) on 500 bins from 0 to 10 Å, window LORCH, resolution"
            + " 0.6283 Å⁻¹",
        glass.toString());
  }

  /** The sample of package-info. */
  @Test
  void sample_ofThePackage_runs() {
    GlassDiffraction melt = melt("nbs-45-30-25-tio2-20-s1");
    SortedMap<ElementPair, PairCorrelationFunction> curves = melt.curves();
    NumberDensities densities = melt.densities();

    GlassDiffraction glass =
        GlassDiffraction.of(curves, densities).withWindow(WindowFunction.LORCH);
    QGrid q = QGrid.uniform(0.5, 25, 491);
    StructureFactor neutron =
        glass.neutron(NeutronScatteringLengths.natural().withIsotope("11B"), q);
    assertTrue(neutron.firstSharpPeak().isPresent());
    assertEquals(500, glass.totalCorrelation(NeutronScatteringLengths.natural()).total().length);
  }
}
