package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassSample;
import org.junit.jupiter.api.Test;

/** Curves that are flat, so that the effect of a swap can be told by hand. */
class InputPermutationTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final GlassComposition SODA = GlassComposition.parse("80SiO2-20Na2O");
  private static final List<String> NAMES = List.of("a", "b", "pair");

  private static final List<GlassSample> SAMPLES =
      List.of(flat(SILICA, "Si-O", 1), flat(SILICA, "O-O", 1), flat(SODA, "Si-O", 4));

  private static final double[][] INPUTS = {{1, 7, 0}, {1, 7, 2}, {4, 7, 5}};

  @Test
  void inputOfTheGlass_isSwappedBetweenTwoGlasses() {
    // g = a predicts every curve exactly; swapped, each is off by 3.
    ImportanceRanking ranking = rank((curve, inputs) -> constant(inputs[0]), 4);
    assertEquals(0, ranking.rmse());
    assertEquals(3, ranking.curves());
    assertEquals(4, ranking.repeats());
    assertEquals(new ImportanceRanking.Effect("a", 3, 0), ranking.effects().get(0));
    assertTrue(ranking.effects().get(0).any());
  }

  @Test
  void inputOfTheCurve_isSwappedInsideItsGlass() {
    // The two curves of SiO2 are off by 2 each when they swap; the lone one of the other stays.
    ImportanceRanking ranking =
        rank(
            (curve, inputs) ->
                constant(
                    SAMPLES.get(curve).meanCurve().value(0)
                        + Math.abs(inputs[2] - INPUTS[curve][2])),
            2);
    ImportanceRanking.Effect first = ranking.effects().get(0);
    assertEquals("pair", first.input());
    assertEquals(Math.sqrt(8.0 / 3), first.rise(), 1e-15);
  }

  @Test
  void inputThatNeverVaries_orIsNotLookedAt_hasNoEffect() {
    List<String> asked = new ArrayList<>();
    ImportanceRanking ranking =
        rank(
            (curve, inputs) -> {
              asked.add(curve + " " + inputs[0] + " " + inputs[1] + " " + inputs[2]);
              return constant(2);
            },
            5);
    for (ImportanceRanking.Effect effect : ranking.effects()) {
      assertEquals(0, effect.rise());
      assertEquals(0, effect.deviation());
    }
    assertEquals(NAMES, ranking.effects().stream().map(ImportanceRanking.Effect::input).toList());
    // Three curves as they are, three with another a, two with another pair, none with another b.
    assertEquals(8, asked.size(), asked.toString());
    assertEquals(8, asked.stream().distinct().count(), "no input is predicted twice: " + asked);
  }

  @Test
  void permutationThatHelps_hasANegativeRise() {
    ImportanceRanking ranking = rank((curve, inputs) -> constant(5 - inputs[0]), 1);
    assertEquals(-3, ranking.effects().get(2).rise());
    assertEquals("a", ranking.effects().get(2).input());
  }

  private static ImportanceRanking rank(InputPermutation.Predictor predictor, int repeats) {
    return new InputPermutation(SAMPLES, NAMES, input -> input < 2, INPUTS)
        .rank(predictor, repeats, 3);
  }

  private static GlassSample flat(GlassComposition glass, String pair, double g) {
    return GlassSample.of(glass, ElementPair.parse(pair), 5000, List.of(constant(g)));
  }

  private static PairCorrelationFunction constant(double g) {
    double[] values = new double[PcfPrediction.GRID.bins()];
    java.util.Arrays.fill(values, g);
    return PairCorrelationFunction.of(PcfPrediction.GRID, values);
  }
}
