package org.glasspcf.examples.quench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PipelineBuilder;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuenchStudyTest {
  private static final GlassDataset DATA = QuenchData.read();

  @Test
  void data_areSixGlassesAtFiveRates() {
    assertEquals(6, DATA.compositionsWithoutConditions().size());
    assertEquals(30, DATA.compositions().size());
    assertEquals(
        QuenchData.RATES,
        DATA.compositions().stream().map(QuenchStudy::rate).distinct().sorted().toList());
  }

  /** From 3.51 at 160 K/ps to 3.64 at 10 K/ps: the description of the data. */
  @Test
  void data_boronCoordination_fallsWithTheRate() {
    double slow = coordination(10);
    double fast = coordination(160);
    assertEquals(3.64, slow, 0.01);
    assertEquals(3.51, fast, 0.01);
  }

  /** The README's 0.05 to 0.10 for each decade: slopes of -0.097, -0.046, -0.081 and -0.088. */
  @Test
  void data_fourfoldBoron_fallsByTheReadmesShareForEachDecade() {
    int glasses = 0;
    for (GlassComposition glass : DATA.compositionsWithoutConditions()) {
      List<GlassSimulation> melts =
          DATA.simulations().stream()
              .filter(m -> m.composition().withoutConditions().equals(glass))
              .filter(m -> m.curve(QuenchErrors.B_O).isPresent())
              .toList();
      if (!melts.isEmpty()) {
        LogRateLine line =
            new LogRateLine(
                melts.stream().mapToDouble(m -> QuenchStudy.rate(m.composition())).toArray());
        double[] numbers = melts.stream().mapToDouble(QuenchStudyTest::coordination).toArray();
        double fall = line.at(10, numbers) - line.at(100, numbers);
        assertTrue(fall > 0.045 && fall < 0.1, glass + ": " + fall);
        glasses++;
      }
    }
    assertEquals(4, glasses);
  }

  private static double coordination(GlassSimulation melt) {
    return CationOxygenScores.coordinationNumber(
            QuenchErrors.B_O,
            melt.curve(QuenchErrors.B_O).orElseThrow(),
            NumberDensities.of(melt).of(Element.O))
        .orElseThrow();
  }

  private static double coordination(double rate) {
    GlassComposition glass =
        GlassComposition.parse("50SiO2-25B2O3-25Na2O").withCondition(QuenchData.RATE, rate);
    GlassSample sample = DATA.sample(glass, QuenchErrors.B_O).orElseThrow();
    return QuenchErrors.coordination(
        sample.meanCurve().rebin(QuenchErrors.GRID), QuenchStudy.oxygenDensity(DATA, glass));
  }

  @ParameterizedTest
  @ValueSource(doubles = {10, 20, 40, 80, 160})
  void leftOut_noMeltOfTheRateIsTrainedOn(double left) {
    GlassDataset marked = QuenchStudy.withRateHeldOut(DATA, left);
    List<Double> others = QuenchData.RATES.stream().filter(rate -> rate != left).toList();
    assertEquals(others, rates(marked.trainingPart().simulations()));
    assertEquals(List.of(left), rates(marked.testPart().simulations()));
    assertEquals(
        DATA.simulations().size(),
        marked.trainingPart().simulations().size() + marked.testPart().simulations().size());
  }

  private static List<Double> rates(List<GlassSimulation> melts) {
    return melts.stream()
        .map(melt -> QuenchStudy.rate(melt.composition()))
        .distinct()
        .sorted()
        .toList();
  }

  /** One epoch, as the command. Errors of mean and line are those that NumPy 2.4.6 gave. */
  @Test
  void leftOut_allMethodsKnowTheOtherRatesOnly() {
    PipelineBuilder builder = GlassPcfPipeline.builder().threads(1);
    QuenchStudy.LeftOut left =
        QuenchStudy.leaveOut(
            DATA,
            20,
            builder
                .schema(QuenchData.SCHEMA)
                .autoencoder(builder.options().autoencoder().withEpochs(1)));
    List<GlassComposition> trained = left.pipeline().provenance().trainingGlasses();
    assertEquals(24, trained.size());
    assertTrue(trained.stream().noneMatch(glass -> QuenchStudy.rate(glass) == 20));
    assertEquals(
        List.of(
            "with the rate",
            "without the rate",
            "mean of the other rates",
            "line in log(rate)",
            "nearest rates' curves",
            "noise of melts"),
        List.copyOf(left.errors().keySet()));
    assertEquals(0.0449, left.errors().get("mean of the other rates").rmse(), 5e-5);
    assertEquals(0.0483, left.errors().get("line in log(rate)").rmse(), 5e-5);
    assertEquals(0.0540, left.errors().get("without the rate").rmse(), 5e-4);
    assertEquals(0.0455, left.errors().get("with the rate").rmse(), 5e-4);
    assertEquals(0.862, left.coverage(), 0.005);
  }

  /** Of four melts 1.5 is inside, 4 above, 0.5 below; 0.01 counts as nothing. */
  @Test
  void coverage_countsTheMeltsBinsWithAnAtom() {
    GlassSample sample = HandMade.sample(QuenchErrors.SI_O, HandMade.SILICA, 1.5, 4, 0.5, 0.01);
    CurveBand band = new CurveBand(BandLevel.NINETY_PERCENT, HandMade.curve(1), HandMade.curve(2));
    assertEquals(1 / 3.0, QuenchStudy.coverage(List.of(sample), s -> Optional.of(band)));
    GlassSample other = HandMade.sample(QuenchErrors.SI_O, HandMade.SILICA, 1, 2);
    assertEquals(3 / 5.0, QuenchStudy.coverage(List.of(sample, other), s -> Optional.of(band)));
    assertEquals(
        1.0,
        QuenchStudy.coverage(
            List.of(sample, other), s -> s == other ? Optional.of(band) : Optional.empty()));
  }

  @Test
  void regression_withTheRate_isNearerAtBothEnds() {
    for (double end : new double[] {10, 160}) {
      GlassDataset marked = DATA.withHeldOut(glass -> QuenchStudy.rate(glass) == end);
      CurveRegression with = CurveRegression.fit(QuenchData.SCHEMA, marked.trainingPart());
      CurveRegression without = CurveRegression.fit(marked.trainingPart().withoutConditions());
      assertTrue(with.features().inputWeights()[0] > 0, "the rate counts");
      List<GlassSample> test =
          marked.testPart().samples().stream()
              .filter(s -> s.wellSampled() && without.pairs().contains(s.pair()))
              .toList();
      double one = rmse(test, with, true);
      double other = rmse(test, without, false);
      assertTrue(one < 0.8 * other, one + " against " + other);
    }
  }

  private static double rmse(List<GlassSample> test, CurveRegression model, boolean rated) {
    return QuenchErrors.of(
            test.stream()
                .map(
                    s ->
                        new QuenchErrors.Pair(
                            s,
                            model
                                .predict(
                                    rated ? s.composition() : s.composition().withoutConditions(),
                                    s.pair())
                                .orElseThrow(),
                            QuenchStudy.oxygenDensity(DATA, s.composition())))
                .toList())
        .rmse();
  }
}
