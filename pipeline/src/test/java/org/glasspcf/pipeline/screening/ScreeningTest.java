package org.glasspcf.pipeline.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.glasspcf.pipeline.uncertainty.OutsideDomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ScreeningTest {
  private static final GlassPcfPipeline PIPELINE = GlassPcfPipeline.pretrained();
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final ElementPair SI_SI = ElementPair.of("Si", "Si");

  /** From no boron and no soda on: 561 glasses. */
  private static final CompositionGrid GRID =
      CompositionGrid.of(
          2.5,
          OxideRange.of(Oxide.SiO2, 20, 100),
          OxideRange.rest(Oxide.B2O3),
          OxideRange.rest(Oxide.Na2O));

  private static final Screening SCREENING = Screening.of(PIPELINE, B_O, SI_SI);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void predictions_equalSingleOnesInTheirOrder(int threads) {
    List<PcfPrediction> expected = new ArrayList<>();
    for (GlassComposition glass : GRID.stream().toList()) {
      if (glass.molePercent(Oxide.B2O3) > 0) {
        expected.add(PIPELINE.predict(glass, B_O));
      }
      expected.add(PIPELINE.predict(glass, SI_SI));
    }
    List<PcfPrediction> screened =
        SCREENING.withThreads(threads).predictions(GRID.stream()).toList();
    assertEquals(expected.size(), screened.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).composition(), screened.get(i).composition());
      assertEquals(expected.get(i).pair(), screened.get(i).pair());
      assertEquals(expected.get(i).curve(), screened.get(i).curve(), "to the bit");
    }
  }

  @Test
  void rows_areThoseOfOneThread_howeverMany() {
    List<ScreeningRow> one = SCREENING.withThreads(1).rows(GRID.stream()).toList();
    assertEquals(GRID.size(), one.size());
    assertEquals(one, SCREENING.withThreads(4).rows(GRID.stream()).toList());
    assertEquals(one, SCREENING.withThreads(2).rows(GRID.stream().parallel()).parallel().toList());
  }

  @Test
  void row_holdsTheNumbersOfThePrediction() {
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
    PcfPrediction prediction = PIPELINE.predict(glass, B_O);
    ScreeningRow row = SCREENING.rows(Stream.of(glass)).findFirst().orElseThrow();
    assertEquals(glass, row.composition());
    Interval bond = prediction.bondLength(BandLevel.NINETY_PERCENT).orElseThrow();
    Interval coordination =
        prediction
            .coordinationNumber(
                BandLevel.NINETY_PERCENT, MolarVolumeModel.bundled().densities(glass))
            .orElseThrow();
    double[] expected = {
      prediction.firstPeak().orElseThrow().position(),
      prediction.firstPeak().orElseThrow().height(),
      bond.value(),
      bond.lower(),
      bond.upper(),
      coordination.value(),
      coordination.lower(),
      coordination.upper(),
      DomainVerdict.Place.INSIDE.ordinal(),
      prediction.domain().distance()
    };
    assertEquals(ScreeningQuantity.values().length, expected.length);
    for (ScreeningQuantity quantity : ScreeningQuantity.values()) {
      OptionalDouble value = OptionalDouble.of(expected[quantity.ordinal()]);
      assertEquals(value, row.value(B_O, quantity), quantity + " in a row");
      assertEquals(value, quantity.of(prediction), quantity + " of a prediction");
    }
    assertEquals(OptionalDouble.empty(), row.value(SI_SI, ScreeningQuantity.BOND_LENGTH));
    assertEquals(OptionalDouble.empty(), row.value(SI_SI, ScreeningQuantity.COORDINATION_NUMBER));
    assertEquals(
        3.13, row.value(SI_SI, ScreeningQuantity.FIRST_PEAK_POSITION).orElseThrow(), 0.05, "Å");
  }

  @Test
  void row_ofAGlassWithoutThePair_isEmpty() {
    GlassComposition glass = GlassComposition.parse("80SiO2-20Na2O");
    ScreeningRow row = SCREENING.rows(Stream.of(glass)).findFirst().orElseThrow();
    for (ScreeningQuantity quantity : ScreeningQuantity.values()) {
      assertEquals(OptionalDouble.empty(), row.value(B_O, quantity));
    }
    assertTrue(row.value(SI_SI, ScreeningQuantity.FIRST_PEAK_HEIGHT).isPresent());
    assertEquals(
        List.of(SI_SI), SCREENING.predictions(Stream.of(glass)).map(PcfPrediction::pair).toList());
  }

  @Test
  void row_knowsOnlyWhatWasScreened() {
    Screening heights = SCREENING.withQuantities(ScreeningQuantity.FIRST_PEAK_HEIGHT);
    ScreeningRow row = heights.rows(GRID.stream()).findFirst().orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> row.value(ElementPair.of("Na", "O"), ScreeningQuantity.FIRST_PEAK_HEIGHT));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> row.value(B_O, ScreeningQuantity.BOND_LENGTH))
            .getMessage();
    assertEquals(
        "a row has the pairs [B-O, Si-Si] and the quantities [FIRST_PEAK_HEIGHT], not BOND_LENGTH"
            + " of B-O",
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60SiO2-20B2O3-20CaO", "60SiO2-40CaO", "CaO"})
  void glass_outsideTheSchema_isNamedWithItsIndex(String stranger) {
    GlassComposition bad = GlassComposition.parse(stranger);
    List<ScreeningRow> rows = new ArrayList<>();
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    SCREENING
                        .rows(Stream.concat(GRID.stream().limit(100), Stream.of(bad)))
                        .forEach(rows::add))
            .getMessage();
    assertTrue(
        message.startsWith(
            "glass 100 of the screening, " + bad + ": a glass must consist of oxides that"),
        message);
    assertEquals(100, rows.size());
  }

  @Test
  void glass_thatThePipelineRefuses_isNamedWithItsIndex() {
    Screening strict = Screening.of(PIPELINE.refusingOutside(), SI_SI);
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () -> strict.rows(Stream.of(GlassComposition.parse("20SiO2-80Na2O"))).toList());
    assertTrue(failure.getMessage().startsWith("glass 0 of the screening, 20SiO2-80Na2O: "));
    assertTrue(failure.getCause() instanceof OutsideDomainException);
  }

  @Test
  void equalLatents_areDecodedOnce() {
    List<PcfPrediction> predictions =
        Screening.of(PIPELINE, SI_SI).withThreads(1).predictions(GRID.stream()).toList();
    int shared = 0;
    for (int i = 1; i < predictions.size(); i++) {
      if (Arrays.equals(predictions.get(i - 1).latent(), predictions.get(i).latent())) {
        assertSame(predictions.get(i - 1).image(), predictions.get(i).image());
        shared++;
      }
    }
    assertTrue(shared > 0, "glasses of one latent vector");
  }

  @Test
  void close_closesTheCompositions() {
    AtomicBoolean closed = new AtomicBoolean();
    SCREENING.rows(GRID.stream().onClose(() -> closed.set(true))).close();
    assertTrue(closed.get());
  }

  @Test
  void badOptions_areRefused() {
    assertRefused("at least one of its pairs, each once, got []", () -> Screening.of(PIPELINE));
    assertRefused("got [B-O, B-O]", () -> Screening.of(PIPELINE, B_O, ElementPair.of("O", "B")));
    assertRefused(
        "a pair to screen must be of the elements that the pipeline knows, [Si, B, O, Ba, Na, Ti,"
            + " Zn], got Ca-O",
        () -> Screening.of(PIPELINE, ElementPair.of("Ca", "O")));
    assertRefused("quantities, each once, got []", SCREENING::withQuantities);
    assertRefused("from 1 to 1024 threads, got 0", () -> SCREENING.withThreads(0));
    assertRefused(
        "from 1 to 1024 threads, got 2147483647", () -> SCREENING.withThreads(Integer.MAX_VALUE));
  }

  private static void assertRefused(String named, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(named), message);
  }
}
