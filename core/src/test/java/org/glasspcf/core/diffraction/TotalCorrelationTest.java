package org.glasspcf.core.diffraction;

import static org.glasspcf.core.diffraction.References.GRID;
import static org.glasspcf.core.diffraction.References.curve;
import static org.glasspcf.core.diffraction.References.melt;
import static org.glasspcf.core.diffraction.References.silica;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glasspcf.core.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalCorrelationTest {
  private static final NeutronScatteringLengths NATURAL = NeutronScatteringLengths.natural();
  private static final TotalCorrelation SILICA = melt("sio2-s1").totalCorrelation(NATURAL);

  @Test
  void functions_equalTheNumpyOnes() {
    double[] d = SILICA.differential();
    double[] t = SILICA.total();
    double[] none = SILICA.broadened(20, WindowFunction.NONE).total();
    double[] lorch = SILICA.broadened(20, WindowFunction.LORCH).total();
    int bin = 0;
    for (String[] row : References.rows("reference-correlation.csv")) {
      assertEquals(Double.parseDouble(row[0]), SILICA.grid().center(bin), 1e-12);
      assertEquals(Double.parseDouble(row[1]), d[bin], 1e-9, row[0]);
      assertEquals(Double.parseDouble(row[2]), t[bin], 1e-9, row[0]);
      assertEquals(Double.parseDouble(row[3]), none[bin], 1e-5, row[0]);
      assertEquals(Double.parseDouble(row[4]), lorch[bin], 1e-6, row[0]);
      bin += 7;
    }
  }

  /** ⟨b⟩ = 5.25357 fm, so that ⟨b⟩² = 0.276000 barn. */
  @Test
  void limits_areKeens() {
    double rho = SILICA.density();
    assertEquals(1500 / 21798.2650, rho, 1e-12);
    assertEquals(0.276000, SILICA.meanSquaredLength(), 1e-6);
    double[] g = SILICA.radialDistribution();
    double[] d = SILICA.differential();
    double[] t = SILICA.total();
    for (int bin = 0; bin < 60; bin++) {
      double r = SILICA.grid().center(bin);
      assertEquals(-SILICA.meanSquaredLength(), g[bin], 1e-12);
      assertEquals(-4 * Math.PI * r * rho * SILICA.meanSquaredLength(), d[bin], 1e-12);
      assertEquals(0, t[bin]);
    }
    assertEquals(0, g[499], 0.02);
    assertEquals(4 * Math.PI * 9.99 * rho * SILICA.meanSquaredLength(), t[499], 0.2);
  }

  @Test
  void idealGas_hasTheLineOnly() {
    TotalCorrelation gas = silica(curve(GRID, r -> 1)).totalCorrelation(NATURAL);
    double[] t = gas.total();
    double[] wide = gas.broadened(15, WindowFunction.LORCH).total();
    for (int bin = 0; bin < 500; bin++) {
      double line = 4 * Math.PI * GRID.center(bin) * gas.density() * gas.meanSquaredLength();
      assertEquals(line, t[bin], 1e-12);
      assertEquals(line, wide[bin], 1e-12);
    }
  }

  /** Each of the c(Si) silicon atoms has four oxygen atoms: 2 c(Si) b(Si) b(O) · 4. */
  @Test
  void firstPeak_ofRTimesT_countsTheNeighbors() {
    double[] t = SILICA.total();
    double area = 0;
    for (int bin = 0; bin < 110; bin++) {
      area += SILICA.grid().center(bin) * t[bin] * 0.02;
    }
    double product = NATURAL.length(Element.Si) * NATURAL.length(Element.O) / 100;
    assertEquals(4.0, area / (2 * product / 3), 0.02);
  }

  @Test
  void broadened_lowersTheFirstPeakAndKeepsItsPlace() {
    double sharp = SILICA.total()[position(SILICA.total())];
    double[] wide = SILICA.broadened(25, WindowFunction.LORCH).total();
    assertEquals(position(SILICA.total()), position(wide), 2);
    assertEquals(true, wide[position(wide)] < 0.9 * sharp);
  }

  private static int position(double[] values) {
    int best = 0;
    for (int bin = 0; bin < 110; bin++) {
      best = values[bin] > values[best] ? bin : best;
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 101, Double.NaN})
  void broadened_badEnd_isRefused(double qMax) {
    assertEquals(
        "the end of the range of Q must be above 0 and at most 100 (Å⁻¹), got " + qMax,
        assertThrows(
                IllegalArgumentException.class, () -> SILICA.broadened(qMax, WindowFunction.NONE))
            .getMessage());
  }

  @Test
  void lengthsThatCancel_haveACorrelationFunctionAllTheSame() {
    NeutronScatteringLengths cancel = NATURAL.with(Element.Si, 2).with(Element.O, -1);
    TotalCorrelation functions = melt("sio2-s1").totalCorrelation(cancel);
    assertEquals(0, functions.meanSquaredLength(), 1e-20);
    assertEquals(
        "G(r), D(r), T(r) on 500 bins from 0 to 10 Å, <b>² = 0 barn, ρ₀ = 0.0688 Å⁻³",
        functions.toString());
  }
}
