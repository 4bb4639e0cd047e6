package org.glasspcf.examples.quench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.junit.jupiter.api.Test;

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

  private static double coordination(double rate) {
    GlassComposition glass =
        GlassComposition.parse("50SiO2-25B2O3-25Na2O").withCondition(QuenchData.RATE, rate);
    GlassSample sample = DATA.sample(glass, QuenchErrors.B_O).orElseThrow();
    return QuenchErrors.coordination(
        sample.meanCurve().rebin(QuenchErrors.GRID), QuenchStudy.oxygenDensity(DATA, glass));
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
