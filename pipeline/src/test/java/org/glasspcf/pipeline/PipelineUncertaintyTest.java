package org.glasspcf.pipeline;

import static org.glasspcf.pipeline.SmallPipeline.DATA;
import static org.glasspcf.pipeline.SmallPipeline.TRAINED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
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
    assertEquals(
        evaluation.curves().cationOxygen().orElseThrow().coordinationMae().orElseThrow(),
        evaluation.figures().get("coordinationMae"));
    assertTrue(evaluation.outside().size() > 10, "eight binary glasses are far from the test list");
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
