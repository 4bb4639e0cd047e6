package org.glasspcf.examples.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.examples.study.PairedBootstrap.Estimate;
import org.glasspcf.pipeline.evaluation.CurveError;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final PairedBootstrap BOOTSTRAP = new PairedBootstrap(2000, 7);
  private static final double NOISE = 0.01;

  /** Two curves a glass; the squared error is the noise and a multiple of a drawn square. */
  private static List<CurveError> errors(int glasses, double factor, long seed) {
    Random random = new Random(seed);
    List<CurveError> out = new ArrayList<>();
    for (int i = 0; i < glasses; i++) {
      GlassComposition glass = GlassComposition.parse((100 - i - 1) + "SiO2-" + (i + 1) + "Na2O");
      for (String pair : List.of("Si-O", "Na-O")) {
        double beyond = 0.001 * (1 + random.nextDouble());
        out.add(
            new CurveError(
                glass,
                ElementPair.parse(pair),
                pair.equals("Si-O"),
                NOISE + factor * factor * beyond,
                OptionalDouble.of(NOISE)));
      }
    }
    return out;
  }

  @Test
  void equalMethods_haveRatioOneForSure() {
    assertEquals(
        new Estimate(1, 1, 1),
        BOOTSTRAP.ratio(errors(10, 1, 1), errors(10, 1, 1), StudyResult.ALL));
  }

  @Test
  void twiceTheExcessOnEveryCurve_hasRatioTwoForSure() {
    Estimate ratio = BOOTSTRAP.ratio(errors(10, 2, 1), errors(10, 1, 1), StudyResult.WELL_SAMPLED);
    assertEquals(2, ratio.value(), 1e-9);
    assertEquals(2, ratio.lower(), 1e-9);
    assertEquals(2, ratio.upper(), 1e-9);
  }

  @Test
  void differentErrors_haveAnIntervalAroundTheRatio_thatShrinksWithMoreGlasses() {
    Estimate few = BOOTSTRAP.ratio(errors(8, 1, 1), errors(8, 1, 2), StudyResult.ALL);
    Estimate many = BOOTSTRAP.ratio(errors(90, 1, 1), errors(90, 1, 2), StudyResult.ALL);
    assertTrue(few.lower() < few.value() && few.value() < few.upper(), few.toString());
    assertTrue(many.upper() - many.lower() < (few.upper() - few.lower()) / 2, many.toString());
    assertEquals(few, BOOTSTRAP.ratio(errors(8, 1, 1), errors(8, 1, 2), StudyResult.ALL));
  }

  /** Of two glasses, the interval of the ratio is that of drawing one of them twice. */
  @Test
  void twoGlasses_spanTheirOwnRatios() {
    List<CurveError> one = List.of(error("SiO2", 0.04), error("90SiO2-10Na2O", 0.09));
    List<CurveError> other = List.of(error("SiO2", 0.01), error("90SiO2-10Na2O", 0.01));
    Estimate ratio = BOOTSTRAP.ratio(one, other, StudyResult.ALL);
    assertEquals(2, ratio.lower(), 1e-9);
    assertEquals(3, ratio.upper(), 1e-9);
    assertEquals(Math.sqrt(0.13 / 0.02), ratio.value(), 1e-9);
  }

  private static CurveError error(String glass, double beyond) {
    return new CurveError(
        GlassComposition.parse(glass),
        ElementPair.of("Si", "O"),
        true,
        NOISE + beyond,
        OptionalDouble.of(NOISE));
  }

  @Test
  void difference_isOfMeanSquares_andTheFloorCancels() {
    List<CurveError> one = List.of(error("SiO2", 0.04), error("90SiO2-10Na2O", 0.09));
    List<CurveError> other = List.of(error("SiO2", 0.01), error("90SiO2-10Na2O", 0.02));
    Estimate difference = BOOTSTRAP.difference(one, other, StudyResult.ALL);
    assertEquals(0.05, difference.value(), 1e-9);
    assertEquals(0.03, difference.lower(), 1e-9);
    assertEquals(0.07, difference.upper(), 1e-9);
    assertEquals("0.05 (0.03 to 0.07)", difference.text("%.2f"));
    assertEquals("∞ (1 to ∞)", new Estimate(1 / 0.0, 1, 1 / 0.0).text("%.0f"));
  }

  @Test
  void methodBelowTheFloor_hasNoExcess() {
    List<CurveError> perfect = List.of(error("SiO2", -0.005));
    List<CurveError> other = List.of(error("SiO2", 0.01));
    assertEquals(new Estimate(0, 0, 0), BOOTSTRAP.ratio(perfect, other, StudyResult.ALL));
    assertEquals(new Estimate(1, 1, 1), BOOTSTRAP.ratio(perfect, perfect, StudyResult.ALL));
  }

  @Test
  void otherCurves_andNoDraws_areRefused() {
    var other =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                BOOTSTRAP.ratio(
                    List.of(error("SiO2", 1)),
                    List.of(error("80SiO2-20Na2O", 1)),
                    StudyResult.ALL));
    assertTrue(other.getMessage().contains("same curves"), other.getMessage());
    var none = assertThrows(IllegalArgumentException.class, () -> new PairedBootstrap(0, 0));
    assertTrue(none.getMessage().contains("got 0"), none.getMessage());
  }

  @Test
  void method_averagesOverItsSeeds() {
    Method method =
        new Method(
            "m", "a method", List.of(List.of(error("SiO2", 0.01)), List.of(error("SiO2", 0.04))));
    assertEquals(0.15, method.excess(StudyResult.ALL).mean(), 1e-9);
    assertEquals(0.1 / Math.sqrt(2), method.excess(StudyResult.ALL).deviation(), 1e-9);
    assertEquals(NOISE + 0.025, method.averaged().get(0).meanSquare(), 1e-9);
    assertEquals(
        0,
        new Method("s", "one seed", List.of(List.of(error("SiO2", 0.01))))
            .rmse(StudyResult.ALL)
            .deviation());
  }
}
