package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.DATA;
import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.glasspcf.pipeline.uncertainty.OutsideDomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of curves, bands and domain of small pipelines. */
class PipelineUncertaintyTest {
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final GlassComposition KNOWN = DATA.trainingPart().compositions().get(0);
  private static final GlassPcfPipeline DECODING = decoding(Calibration.OUT_OF_FOLD);

  private static GlassPcfPipeline decoding(Calibration calibration) {
    return SmallPipeline.builder()
        .curvesFrom(CurveSource.DECODER)
        .calibration(calibration)
        .train(DATA);
  }

  @Test
  void curves_comeFromTheRegression_orFromTheDecoder() {
    PcfPrediction regressed = TRAINED.predict(KNOWN, SI_O);
    assertEquals(CurveSource.REGRESSION, regressed.curveSource());
    assertEquals(
        CurveRegression.fit(DATA.trainingPart())
            .predict(KNOWN, SI_O)
            .map(g -> g.rebin(PcfPrediction.GRID)),
        Optional.of(regressed.curve()));
    assertNotEquals(regressed.decodedCurve(), regressed.curve());

    PcfPrediction decoded = DECODING.predict(KNOWN, SI_O);
    assertEquals(CurveSource.DECODER, decoded.curveSource());
    assertEquals(decoded.decodedCurve(), decoded.curve());
    assertEquals(regressed.decodedCurve(), decoded.curve(), "the same network and forest");
  }

  @Test
  void pairUnknownToTheRegression_isDecoded_saysSo_andHasNoBand() {
    PcfPrediction prediction = TRAINED.predict(KNOWN, ElementPair.of("Si", "Si"));
    assertEquals(CurveSource.DECODER, prediction.curveSource());
    assertEquals(prediction.decodedCurve(), prediction.curve());
    assertTrue(prediction.band(BandLevel.NINETY_PERCENT).isEmpty());
    assertEquals(DomainVerdict.Place.OUTSIDE, prediction.domain().place());
  }

  @Test
  void bands_holdTheCurve_andNest() {
    for (GlassPcfPipeline pipeline : new GlassPcfPipeline[] {TRAINED, DECODING}) {
      PcfPrediction prediction = pipeline.predict(KNOWN, SI_O);
      CurveBand half = prediction.band(BandLevel.FIFTY_PERCENT).orElseThrow();
      CurveBand most = prediction.band(BandLevel.NINETY_PERCENT).orElseThrow();
      CurveBand small = prediction.band(BandLevel.NINETY_PERCENT, 300).orElseThrow();
      boolean wider = false;
      for (int bin = 0; bin < PcfPrediction.GRID.bins(); bin++) {
        double g = prediction.curve().value(bin);
        assertTrue(half.lower().value(bin) <= g && g <= half.upper().value(bin));
        assertTrue(most.upper().value(bin) >= half.upper().value(bin));
        assertTrue(most.lower().value(bin) <= half.lower().value(bin));
        wider |= small.upper().value(bin) > most.upper().value(bin);
      }
      assertTrue(wider, "fewer atoms, wider band");
    }
  }

  @Test
  void shells_haveIntervals() {
    PcfPrediction prediction = TRAINED.predict(KNOWN, SI_O);
    Interval bond = prediction.bondLength(BandLevel.NINETY_PERCENT).orElseThrow();
    assertEquals(prediction.curve().meanDistance(2.1).orElseThrow(), bond.value());
    NumberDensities densities = NumberDensities.of(DATA.simulations().get(0));
    Interval neighbors =
        prediction.coordinationNumber(BandLevel.NINETY_PERCENT, densities).orElseThrow();
    assertTrue(neighbors.lower() < neighbors.value() && neighbors.value() < neighbors.upper());
    PcfPrediction other = TRAINED.predict(KNOWN, ElementPair.of("O", "O"));
    assertTrue(other.bondLength(BandLevel.NINETY_PERCENT).isEmpty(), "O-O has no cutoff");
  }

  @Test
  void uncalibratedPipeline_hasNoBands() {
    GlassPcfPipeline none = SmallPipeline.builder().calibration(Calibration.NONE).train(DATA);
    assertTrue(none.predict(KNOWN, SI_O).band(BandLevel.FIFTY_PERCENT).isEmpty());
    assertTrue(none.evaluate(DATA).bands().isEmpty());
    assertEquals(TRAINED.predict(KNOWN, SI_O).curve(), none.predict(KNOWN, SI_O).curve());
  }

  @Test
  void crossValidation_ofTheDecoder_trainsTheNetworkAnew() {
    GlassDataset few =
        DATA.withCurves(
            (glass, pair) -> DATA.trainingPart().compositions().indexOf(glass) % 3 == 0);
    PipelineBuilder builder = SmallPipeline.builder().curvesFrom(CurveSource.DECODER);
    GlassPcfPipeline full = builder.calibration(Calibration.CROSS_VALIDATION).train(few);
    GlassPcfPipeline once = builder.calibration(Calibration.OUT_OF_FOLD).train(few);
    assertNotEquals(full.model().bands(), once.model().bands());
    assertEquals(full.model().autoencoder(), once.model().autoencoder());
  }

  @Test
  void evaluation_judgesBandsBySingleMelts() {
    PipelineEvaluation evaluation = TRAINED.evaluate(DATA);
    assertEquals(2, evaluation.bands().size());
    BandCoverage most = evaluation.bands().get(1);
    assertEquals(BandLevel.NINETY_PERCENT, most.level());
    assertEquals(0, most.curves().without());
    long melts = DATA.testPart().samples().stream().mapToLong(s -> s.simulations()).sum();
    assertTrue(most.curves().all().values() > 50 * melts, "bins of all melts");
    assertEquals(
        DATA.testPart().simulations().size(),
        most.bondLengths().orElseThrow().values(),
        "one Si–O bond length a melt");
    assertEquals(
        most.bondLengths().orElseThrow().values(),
        most.coordinationNumbers().orElseThrow().values());
    assertTrue(
        evaluation.codecOnly().all().rmse() < evaluation.autoencoderOnly().all().rmse(),
        "the autoencoder adds to the codec's error");
    assertTrue(evaluation.outside().size() > 10, "eight binary glasses are far from the test list");
  }

  /** Melts of 300 atoms instead of 1,500: the bands that they are judged by are wider. */
  @Test
  void evaluation_takesBandsForMeltsOfTheTestsSize() {
    GlassDataset small =
        GlassDataset.of(
            DATA.testPart().simulations().stream()
                .map(PipelineUncertaintyTest::ofAFifthOfTheAtoms)
                .toList());
    GlassPcfPipeline pretrained = GlassPcfPipeline.pretrained(); // knows glasses near these
    BandCoverage usual = pretrained.evaluate(DATA).bands().get(1);
    BandCoverage wide = pretrained.evaluate(small).bands().get(1);
    assertTrue(wide.curves().all().width() > 1.8 * usual.curves().all().width());
    assertTrue(
        wide.bondLengths().orElseThrow().width() > 1.8 * usual.bondLengths().orElseThrow().width());
  }

  private static GlassSimulation ofAFifthOfTheAtoms(GlassSimulation melt) {
    Map<Element, Integer> atoms = new HashMap<>();
    for (Element element : melt.composition().elements()) {
      atoms.put(element, Math.max(1, melt.atomCount(element) / 5));
    }
    Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
    melt.pairs().forEach(pair -> curves.put(pair, melt.curve(pair).orElseThrow()));
    return GlassSimulation.of(melt.id(), melt.composition(), atoms, curves)
        .withVolume(melt.volume().orElseThrow() / 5);
  }

  @Test
  void glassesOfOneMeltEach_haveNoBands() {
    GlassDataset single =
        GlassDataset.of(
            DATA.trainingPart().simulations().stream()
                .filter(melt -> melt.id().endsWith("-s1"))
                .toList());
    GlassPcfPipeline pipeline = SmallPipeline.builder().train(single);
    assertFalse(pipeline.hasBands());
    assertTrue(TRAINED.hasBands());
    assertTrue(pipeline.predict(KNOWN, SI_O).band(BandLevel.FIFTY_PERCENT).isEmpty());
  }

  @Test
  void curveBeyondTenAngstrom_isRefusedOnBothRoads() {
    RadialGrid far = RadialGrid.uniform(12, 120);
    for (GlassPcfPipeline pipeline : new GlassPcfPipeline[] {TRAINED, DECODING}) {
      PcfPrediction prediction = pipeline.predict(KNOWN, SI_O);
      assertThrows(IllegalArgumentException.class, () -> prediction.curve(far));
    }
  }

  /** Bins added up one by one end a hair before 10 Å; such a model must be readable again. */
  @Test
  void gridThatEndsAHairBeforeTenAngstrom_isSavedAndLoaded(@TempDir Path folder) {
    double[] edges = new double[501];
    for (int i = 1; i < edges.length; i++) {
      edges[i] = edges[i - 1] + 0.02;
    }
    assertTrue(edges[500] < 10);
    RadialGrid grid = RadialGrid.ofEdges(edges);
    GlassDataset shifted =
        GlassDataset.of(
            DATA.trainingPart().simulations().stream().map(melt -> on(grid, melt)).toList());
    GlassPcfPipeline pipeline = SmallPipeline.builder().train(shifted);
    pipeline.save(folder.resolve("m"));
    assertEquals(
        pipeline.predict(KNOWN, SI_O).curve(),
        GlassPcfPipeline.load(folder.resolve("m")).predict(KNOWN, SI_O).curve());
  }

  private static GlassSimulation on(RadialGrid grid, GlassSimulation melt) {
    Map<Element, Integer> atoms = new HashMap<>();
    for (Element element : melt.composition().elements()) {
      atoms.put(element, melt.atomCount(element));
    }
    Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
    melt.pairs()
        .forEach(
            pair ->
                curves.put(
                    pair,
                    PairCorrelationFunction.of(grid, melt.curve(pair).orElseThrow().values())));
    return GlassSimulation.of(melt.id(), melt.composition(), atoms, curves);
  }

  @Test
  void outsideGlass_isFlagged_andRefusedOnRequest() {
    GlassComposition far = GlassComposition.parse("20SiO2-70B2O3-10Na2O");
    assertEquals(DomainVerdict.Place.OUTSIDE, TRAINED.domain(far).place());
    DomainVerdict verdict = TRAINED.predict(far, SI_O).domain();
    assertEquals(DomainVerdict.Place.OUTSIDE, verdict.place());
    GlassPcfPipeline strict = TRAINED.refusingOutside();
    var refused = assertThrows(OutsideDomainException.class, () -> strict.predict(far, SI_O));
    assertTrue(
        refused.getMessage().contains("within")
            && refused.getMessage().contains(far.toString())
            && refused.getMessage().contains(verdict.nearest().get(0).glass().toString()),
        refused.getMessage());
    assertEquals(TRAINED.predict(KNOWN, SI_O).curve(), strict.predict(KNOWN, SI_O).curve());
    assertEquals(DomainVerdict.Place.INSIDE, strict.predict(KNOWN, SI_O).domain().place());
  }

  @Test
  void savedAndLoaded_keepsBands(@TempDir Path folder) {
    for (GlassPcfPipeline pipeline : new GlassPcfPipeline[] {TRAINED, DECODING}) {
      Path file = folder.resolve("model.glasspcf");
      pipeline.save(file);
      GlassPcfPipeline loaded = GlassPcfPipeline.load(file);
      assertEquals(pipeline.model().bands(), loaded.model().bands());
      assertEquals(pipeline.model().regression(), loaded.model().regression());
      PcfPrediction expected = pipeline.predict(KNOWN, SI_O);
      PcfPrediction actual = loaded.predict(KNOWN, SI_O);
      assertEquals(expected.band(BandLevel.NINETY_PERCENT), actual.band(BandLevel.NINETY_PERCENT));
      assertEquals(
          expected.bondLength(BandLevel.FIFTY_PERCENT), actual.bondLength(BandLevel.FIFTY_PERCENT));
      assertEquals(pipeline.provenance(), loaded.provenance());
    }
    assertFalse(DECODING.model().regression().isPresent());
  }
}
