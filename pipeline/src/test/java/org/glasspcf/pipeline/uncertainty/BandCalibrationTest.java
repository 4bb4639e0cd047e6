package org.glasspcf.pipeline.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BandCalibrationTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final double NOVELTY = 0.01;
  private static final double MODEL_ERROR = 0.2;
  private static final double MELT_NOISE = 0.5;

  /**
   * Melts around 5, off the prediction by an error that all melts of a glass share in a bin, and by
   * noise of their own.
   */
  private static List<OutOfFoldCurve> curves(int glasses, Random random) {
    List<OutOfFoldCurve> out = new ArrayList<>();
    for (int i = 0; i < glasses; i++) {
      double[][] melts = new double[4][CurveEvaluator.GRID.bins()];
      for (int bin = 0; bin < melts[0].length; bin++) {
        double shared = MODEL_ERROR * random.nextGaussian();
        for (double[] melt : melts) {
          melt[bin] = 5 + shared + MELT_NOISE * random.nextGaussian();
        }
      }
      // 500 Si and 1,000 O atoms
      GlassSample sample =
          GlassSample.of(
              SILICA, SI_O, 500_000, Arrays.stream(melts).map(BandCalibrationTest::curve).toList());
      out.add(new OutOfFoldCurve(sample, flat(5), NOVELTY, Collections.nCopies(4, 0.044)));
    }
    return out;
  }

  private static PairCorrelationFunction curve(double[] values) {
    return PairCorrelationFunction.of(CurveEvaluator.GRID, values);
  }

  private static PairCorrelationFunction flat(double g) {
    double[] values = new double[CurveEvaluator.GRID.bins()];
    Arrays.fill(values, g);
    return curve(values);
  }

  @ParameterizedTest
  @EnumSource(BandLevel.class)
  void newMelts_lieInTheBandAsOftenAsItSays(BandLevel level) {
    CurveBands bands = BandCalibration.fit(curves(60, new Random(1)));
    BandEvaluation evaluation =
        BandEvaluation.of(
                curves(200, new Random(2)).stream().map(OutOfFoldCurve::sample).toList(),
                (sample, wanted) -> bands.band(SILICA, SI_O, flat(5), NOVELTY, 1500, wanted),
                level)
            .orElseThrow();
    assertEquals(80_000, evaluation.all().values());
    assertEquals(level.coverage(), evaluation.all().coverage(), 0.015);
    double deviation = Math.hypot(MODEL_ERROR, MELT_NOISE);
    double ends = level == BandLevel.NINETY_PERCENT ? 1.645 : 0.674; // of a normal distribution
    assertEquals(2 * ends * deviation, evaluation.all().width(), 0.03);
    assertEquals(0, evaluation.without());
  }

  @Test
  void variances_areThoseOfModelAndMelts() {
    BandTables tables = BandCalibration.fit(curves(400, new Random(3))).tables();
    assertEquals(List.of(SI_O), tables.pairs());
    double model = Arrays.stream(tables.modelVariance()).average().orElseThrow();
    double melt = Arrays.stream(tables.meltVariance()).average().orElseThrow();
    assertEquals(MODEL_ERROR * MODEL_ERROR, model * NOVELTY, 0.004);
    double unit = CurveBands.noiseUnit(SILICA, SI_O, 1500);
    assertEquals(1 / (1500 * 1 / 3.0 * 2 / 3.0), unit, 1e-15);
    assertEquals(MELT_NOISE * MELT_NOISE, melt * unit, 0.004);
  }

  @Test
  void fewerAtoms_andNewerGlasses_widenTheBand() {
    CurveBands bands = BandCalibration.fit(curves(20, new Random(4)));
    double usual = width(bands, NOVELTY, 1500);
    assertTrue(width(bands, NOVELTY, 150) > 2 * usual);
    assertTrue(width(bands, 1, 1500) > 2 * usual);
    assertTrue(width(bands, 0, 1_000_000_000) < 0.01 * usual);
    var refused = assertThrows(IllegalArgumentException.class, () -> width(bands, NOVELTY, 0));
    assertTrue(refused.getMessage().contains("at least 1 atom, got 0"), refused.getMessage());
  }

  private static double width(CurveBands bands, double novelty, int atoms) {
    CurveBand band =
        bands.band(SILICA, SI_O, flat(5), novelty, atoms, BandLevel.FIFTY_PERCENT).orElseThrow();
    return Arrays.stream(band.upper().values()).sum() - Arrays.stream(band.lower().values()).sum();
  }

  @Test
  void shells_haveIntervalsInTheirUnits() {
    CurveBands bands = BandCalibration.fit(curves(40, new Random(5)));
    Interval bond =
        bands
            .bondLength(SILICA, SI_O, flat(5), NOVELTY, 1500, BandLevel.NINETY_PERCENT)
            .orElseThrow();
    assertEquals(2.1 * 3 / 4, bond.value(), 1e-9, "∫r³dr/∫r²dr of a constant g up to 2.1 Å");
    assertTrue(bond.lower() < bond.value() && bond.value() < bond.upper());
    NumberDensities densities = NumberDensities.of(SILICA, 2.2);
    Interval neighbors =
        bands
            .coordinationNumber(
                SILICA,
                SI_O,
                flat(5),
                densities.of(Element.O),
                NOVELTY,
                1500,
                BandLevel.NINETY_PERCENT)
            .orElseThrow();
    assertEquals(
        5 * densities.of(Element.O) * 4 * Math.PI * Math.pow(2.1, 3) / 3, neighbors.value(), 1e-9);
    assertTrue(
        bands
            .bondLength(
                SILICA, ElementPair.of("O", "O"), flat(5), 0, 1500, BandLevel.NINETY_PERCENT)
            .isEmpty());
  }

  @Test
  void glassesOfOneMelt_calibrateNothing() {
    GlassSample single = GlassSample.of(SILICA, SI_O, 500_000, List.of(flat(5)));
    CurveBands bands =
        BandCalibration.fit(List.of(new OutOfFoldCurve(single, flat(5), NOVELTY, List.of())));
    assertTrue(bands.tables().pairs().isEmpty());
    assertTrue(bands.band(SILICA, SI_O, flat(5), 0, 1500, BandLevel.FIFTY_PERCENT).isEmpty());
  }

  @Test
  void withoutVolumes_thereAreBondLengthsOnly() {
    List<OutOfFoldCurve> curves =
        curves(5, new Random(6)).stream()
            .map(c -> new OutOfFoldCurve(c.sample(), c.predicted(), c.novelty(), List.of()))
            .toList();
    CurveBands bands = BandCalibration.fit(curves);
    assertTrue(
        bands.bondLength(SILICA, SI_O, flat(5), 0, 1500, BandLevel.FIFTY_PERCENT).isPresent());
    assertTrue(
        bands
            .coordinationNumber(SILICA, SI_O, flat(5), 0.044, 0, 1500, BandLevel.FIFTY_PERCENT)
            .isEmpty());
    assertEquals(bands, CurveBands.of(bands.tables()));
  }

  /** One of four melts has no oxygen near: it has a coordination number of 0 and no bond length. */
  @Test
  void meltWithoutBond_leavesTheBondLengthsOfTheOthers() {
    List<OutOfFoldCurve> curves = new ArrayList<>(curves(6, new Random(8)));
    OutOfFoldCurve first = curves.get(0);
    List<PairCorrelationFunction> melts =
        new ArrayList<>(first.sample().simulationCurves().subList(0, 3));
    melts.add(flat(0));
    curves.set(
        0,
        new OutOfFoldCurve(
            GlassSample.of(SILICA, SI_O, 500_000, melts),
            first.predicted(),
            NOVELTY,
            first.oxygenDensities()));
    CurveBands bands = BandCalibration.fit(curves);
    Interval bond =
        bands
            .bondLength(SILICA, SI_O, flat(5), NOVELTY, 1500, BandLevel.NINETY_PERCENT)
            .orElseThrow();
    assertTrue(bond.upper() - bond.lower() < 0.5, bond.toString());
  }

  @Test
  void atoms_areThoseOfTheMelts() {
    assertEquals(1500, CurveBands.atomsOf(GlassSample.of(SILICA, SI_O, 500_000, List.of(flat(1)))));
    assertEquals(
        300,
        CurveBands.atomsOf(
            GlassSample.of(SILICA, ElementPair.of("O", "O"), 200 * 200, List.of(flat(1)))));
  }

  @Test
  void score_ofIntervals_countsMissesByTheirSize() {
    Interval interval = new Interval(2, 1, 3, BandLevel.NINETY_PERCENT);
    BandScore score = BandScore.of(List.of(interval, interval), List.of(2.5, 3.5));
    assertEquals(0.5, score.coverage());
    assertEquals(2, score.width());
    assertEquals(2 + 0.5 * 2 / 0.1 * 0.5, score.intervalScore(), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> BandScore.of(List.of(), List.of()));
  }

  @Test
  void partsThatDoNotFit_areRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Interval(0, 1, 2, BandLevel.FIFTY_PERCENT));
    GlassSample sample = GlassSample.of(SILICA, SI_O, 500_000, List.of(flat(5), flat(6)));
    var novelty =
        assertThrows(
            IllegalArgumentException.class,
            () -> new OutOfFoldCurve(sample, flat(5), 1.5, List.of()));
    assertTrue(novelty.getMessage().contains("got 1.5"), novelty.getMessage());
    var densities =
        assertThrows(
            IllegalArgumentException.class,
            () -> new OutOfFoldCurve(sample, flat(5), 0.5, List.of(0.04)));
    assertTrue(densities.getMessage().contains("2 melts, got 1"), densities.getMessage());
    BandTables t = BandCalibration.fit(curves(3, new Random(7))).tables();
    double[] negative = t.meltVariance();
    negative[2] = -0.5;
    var variance =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new BandTables(
                    t.pairs(),
                    t.modelVariance(),
                    negative,
                    t.curveFactors(),
                    t.shellVariance(),
                    t.shellFactors()));
    assertTrue(variance.getMessage().contains("got -0.5"), variance.getMessage());
    double[] half = t.shellVariance();
    half[1] = BandTables.NONE;
    assertShellsRefused(t, t.pairs(), half);
    assertShellsRefused(t, List.of(ElementPair.of("Si", "Si")), t.shellVariance());
  }

  private static void assertShellsRefused(
      BandTables t, List<ElementPair> pairs, double[] shellVariance) {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new BandTables(
                    pairs,
                    t.modelVariance(),
                    t.meltVariance(),
                    t.curveFactors(),
                    shellVariance,
                    t.shellFactors()));
    assertTrue(refused.getMessage().contains("pair with a cutoff"), refused.getMessage());
  }
}
