package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlassCompositionTest {
  private static final GlassComposition NBS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");

  @Nested
  class Amounts {
    @Test
    void ofMolePercent_keepsTheAmounts() {
      GlassComposition glass =
          GlassComposition.ofMolePercent(
              Map.of(Oxide.Na2O, 20.0, Oxide.SiO2, 60.0, Oxide.B2O3, 20.0, Oxide.BaO, 0.0));
      assertEquals(NBS, glass);
      assertEquals(NBS.hashCode(), glass.hashCode());
      assertEquals(List.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O), glass.oxides());
      assertEquals(60, glass.molePercent(Oxide.SiO2));
      assertEquals(0.6, glass.moleFraction(Oxide.SiO2));
      assertEquals(0, glass.molePercent(Oxide.BaO));
      assertEquals(0, glass.moleFraction(Oxide.BaO));
      assertEquals(0, glass.massPercent(Oxide.BaO));
      assertEquals(OptionalDouble.empty(), glass.statedSum());
    }

    @Test
    void elements_andPairs_areThoseOfTheOxides() {
      assertEquals(List.of(Element.Si, Element.B, Element.Na, Element.O), NBS.elements());
      assertTrue(NBS.contains(Element.Na));
      assertFalse(NBS.contains(Element.Ba));
      assertEquals(
          "[Si-Si, Si-B, Si-O, Si-Na, B-B, B-O, B-Na, O-O, Na-O, Na-Na]", NBS.pairs().toString());
      assertEquals("[Si-Si, Si-O, O-O]", GlassComposition.parse("SiO2").pairs().toString());
    }

    @Test
    void ofMolePercent_sumWithinHalfAPercent_isNormalizedAndSaysSo() {
      GlassComposition glass = GlassComposition.parse("60.2SiO2-20.1B2O3-20.1Na2O");
      assertEquals(OptionalDouble.of(100.4), glass.statedSum());
      assertEquals(100 * 60.2 / 100.4, glass.molePercent(Oxide.SiO2), 5.1e-7);
      assertEquals(99.5, GlassComposition.parse("79.5SiO2-20Na2O").statedSum().orElseThrow(), 1e-9);
      assertEquals(OptionalDouble.empty(), GlassComposition.parse(glass.toString()).statedSum());
    }

    @Test
    void ofMolePercent_thirds_areTakenAsTheyAre() {
      GlassComposition glass = GlassComposition.parse("33.333333SiO2-33.333333B2O3-33.333333Na2O");
      assertEquals(OptionalDouble.empty(), glass.statedSum());
      assertEquals("33.333333SiO2-33.333333B2O3-33.333333Na2O", glass.toString());
      assertEquals(1 / 3.0, glass.moleFraction(Oxide.B2O3));
      double third = 100 / 3.0;
      assertEquals(
          glass,
          GlassComposition.ofMolePercent(
              Map.of(Oxide.SiO2, third, Oxide.B2O3, third, Oxide.Na2O, third)));
    }

    @Test
    void ofMolePercent_traceBelowSixDecimals_isDropped() {
      assertEquals(
          GlassComposition.parse("SiO2"),
          GlassComposition.ofMolePercent(Map.of(Oxide.SiO2, 100.0, Oxide.Na2O, 1e-14)));
    }

    @ParameterizedTest
    @CsvSource({"58, 98", "62, 102", "59.4, 99.4"})
    void ofMolePercent_sumOff_isRefusedWithTheSum(double silica, String sum) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  GlassComposition.ofMolePercent(
                      Map.of(Oxide.SiO2, silica, Oxide.B2O3, 20.0, Oxide.Na2O, 20.0)));
      assertEquals(
          "amounts must sum to 100 mol% within 0.5 mol%, got " + sum + " mol%", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, Infinity", "-5, -5", "-0.000001, -0.000001"})
    void ofMolePercent_notAFiniteNumberFromZero_namesOxideAndValue(double amount, String printed) {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> GlassComposition.ofMolePercent(Map.of(Oxide.SiO2, amount)));
      assertEquals(
          "the amount of SiO2 must be a finite number not below 0 (mol%), got " + printed,
          error.getMessage());
    }

    @Test
    void ofMolePercent_noOxide_isRefused() {
      var error =
          assertThrows(
              IllegalArgumentException.class, () -> GlassComposition.ofMolePercent(Map.of()));
      assertEquals("amounts must sum to 100 mol% within 0.5 mol%, got 0 mol%", error.getMessage());
    }

    @Test
    void equals_otherAmounts_differs() {
      assertNotEquals(NBS, GlassComposition.parse("60SiO2-20B2O3-20K2O"));
      assertNotEquals(NBS, GlassComposition.parse("60.000001SiO2-19.999999B2O3-20Na2O"));
    }
  }

  @Nested
  class Mass {
    /** By hand: 0.5 mol SiO2 (60.083 g/mol) and 0.5 mol Na2O (61.979 g/mol). */
    @Test
    void massPercent_isTheShareOfTheMass() {
      GlassComposition glass = GlassComposition.parse("50SiO2-50Na2O");
      assertEquals(100 * 60.083 / (60.083 + 61.979), glass.massPercent(Oxide.SiO2), 1e-12);
      assertEquals(100 * 61.979 / (60.083 + 61.979), glass.massPercent(Oxide.Na2O), 1e-12);
    }

    @Test
    void ofMassPercent_convertsBack() {
      Map<Oxide, Double> mass = new HashMap<>();
      NBS.oxides().forEach(oxide -> mass.put(oxide, NBS.massPercent(oxide)));
      GlassComposition back = GlassComposition.ofMassPercent(mass);
      for (Oxide oxide : NBS.oxides()) {
        assertEquals(NBS.molePercent(oxide), back.molePercent(oxide), 1e-6);
      }
      assertEquals(OptionalDouble.empty(), back.statedSum());
    }

    @Test
    void parseMassPercent_readsMassByName() {
      GlassComposition glass = GlassComposition.parseMassPercent("75SiO2-25Na2O (wt%)");
      double silica = 75 / 60.083;
      double soda = 25 / 61.979;
      assertEquals(100 * silica / (silica + soda), glass.molePercent(Oxide.SiO2), 5e-7);
      assertEquals(
          99.6,
          GlassComposition.parseMassPercent("74.6SiO2-25Na2O").statedSum().orElseThrow(),
          1e-9);
    }

    @Test
    void parseMassPercent_sumOff_isRefusedInItsUnit() {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> GlassComposition.parseMassPercent("73SiO2-25Na2O"));
      assertEquals(
          "amounts must sum to 100 mass% within 0.5 mass%, got 98 mass%", error.getMessage());
    }
  }

  @Nested
  class Doping {
    @Test
    void dopedWith_replacesInRatio() {
      GlassComposition glass = GlassComposition.parse("45SiO2-30B2O3-25Na2O");
      assertEquals("38.7SiO2-25.8B2O3-21.5Na2O-14BaO", glass.dopedWith(Oxide.BaO, 14).toString());
      assertEquals(
          GlassComposition.parse("43.65SiO2-29.1B2O3-24.25Na2O-3TiO2"),
          glass.dopedWith(Oxide.TiO2, 3));
      assertEquals(
          "81SiO2-9BaO-10TiO2",
          GlassComposition.parse("90SiO2-10BaO").dopedWith(Oxide.TiO2, 10).toString());
    }

    @Test
    void dopedWith_nothing_isTheSameGlass() {
      assertEquals(NBS, NBS.dopedWith(Oxide.ZnO, 0));
    }

    @Test
    void dopedWith_normalizedBase_keepsSayingSo() {
      GlassComposition glass = GlassComposition.parse("79.6SiO2-20Na2O").dopedWith(Oxide.BaO, 5);
      assertEquals(99.6, glass.statedSum().orElseThrow(), 1e-9);
      assertEquals(5, glass.molePercent(Oxide.BaO));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "-1, -1", "NaN, NaN", "120.5, 120.5"})
    void dopedWith_badAmount_isRefused(double amount, String printed) {
      var error =
          assertThrows(IllegalArgumentException.class, () -> NBS.dopedWith(Oxide.BaO, amount));
      assertEquals(
          "the amount of a dopant must be from 0 to below 100 (mol%), got " + printed + " of BaO",
          error.getMessage());
    }

    @Test
    void dopedWith_oxideOfTheGlass_isRefused() {
      var error = assertThrows(IllegalArgumentException.class, () -> NBS.dopedWith(Oxide.Na2O, 5));
      assertEquals(
          "a dopant must not be in the glass already, but 60SiO2-20B2O3-20Na2O has 20 mol% of Na2O:"
              + " write the composition out",
          error.getMessage());
    }

    @ParameterizedTest
    @MethodSource("org.glasspcf.core.GlassCompositionTest#seeds")
    void dopedWith_randomGlass_keepsRatiosAndSum(long seed) {
      Random random = new Random(seed);
      GlassComposition glass = randomGlass(random, 6);
      double amount = 1 + 40 * random.nextDouble();
      GlassComposition doped = glass.dopedWith(Oxide.of("CeO2"), amount);
      double sum = doped.oxides().stream().mapToDouble(doped::molePercent).sum();
      assertEquals(100, sum, 1.1e-5);
      assertEquals(amount, doped.molePercent(Oxide.of("CeO2")), 1e-6);
      for (Oxide oxide : glass.oxides()) {
        assertEquals(glass.moleFraction(oxide) * (100 - amount), doped.molePercent(oxide), 2e-6);
      }
    }
  }

  @Nested
  class Printing {
    @ParameterizedTest
    @CsvSource({
      "20Na2O-60SiO2-20B2O3, 60SiO2-20B2O3-20Na2O",
      "5TiO2-5ZnO-5BaO-5CaO-5K2O-5Na2O-5P2O5-65SiO2,"
          + " 65SiO2-5P2O5-5Na2O-5K2O-5CaO-5BaO-5ZnO-5TiO2",
      "100SiO2, SiO2",
      "100SiO2-0Na2O, SiO2",
      "57.50SiO2-42.500Na2O, 57.5SiO2-42.5Na2O"
    })
    void toString_isCanonical(String written, String printed) {
      assertEquals(printed, GlassComposition.parse(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "de-DE", "tr-TR", "hi-IN-u-nu-deva", "en-US"})
    @ResourceLock(Resources.LOCALE)
    void toString_inAnyLocale_readsBack(String tag) {
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag(tag));
        GlassComposition glass = GlassComposition.parse("57.25SiO2-23.25B2O3-19.5Na2O");
        assertEquals("57.25SiO2-23.25B2O3-19.5Na2O", glass.toString());
        assertEquals(glass, GlassComposition.parse(glass.toString()));
        GlassComposition rare = GlassComposition.parse("90SiO2-5TiO2-5In2O3");
        assertEquals(rare, GlassComposition.parse(rare.toString()));
        for (int seed = 0; seed < 50; seed++) {
          GlassComposition random = randomGlass(new Random(seed), 30);
          assertEquals(random, GlassComposition.parse(random.toString()));
        }
      } finally {
        Locale.setDefault(before);
      }
    }

    @ParameterizedTest
    @MethodSource("org.glasspcf.core.GlassCompositionTest#seeds")
    void toString_randomGlass_readsBackWithoutNormalizing(long seed) {
      GlassComposition glass = randomGlass(new Random(seed), 60);
      GlassComposition back = GlassComposition.parse(glass.toString());
      assertEquals(glass, back);
      assertEquals(glass.hashCode(), back.hashCode());
      assertEquals(glass.toString(), back.toString());
      assertEquals(OptionalDouble.empty(), back.statedSum());
      assertEquals(1, glass.oxides().stream().mapToDouble(glass::moleFraction).sum(), 1e-12);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /** A glass of up to a number of oxides, its amounts summing to within 0.5 of 100 mol%. */
  private static GlassComposition randomGlass(Random random, int most) {
    Element[] table = Element.values();
    Map<Oxide, Double> amounts = new LinkedHashMap<>();
    int count = 1 + random.nextInt(most);
    double sum = 0;
    while (amounts.size() < count) {
      Element element = table[random.nextInt(table.length)];
      if (element == Element.O || element == Element.Ce) {
        continue;
      }
      Oxide oxide =
          Oxide.of(element.symbol() + (1 + random.nextInt(3)) + "O" + (1 + random.nextInt(5)));
      double amount = Math.pow(random.nextDouble(), 3) + 1e-4;
      if (amounts.putIfAbsent(oxide, amount) == null) {
        sum += amount;
      }
    }
    double total = 99.6 + 0.8 * random.nextDouble();
    double scale = total / sum;
    amounts.replaceAll((oxide, amount) -> amount * scale);
    return GlassComposition.ofMolePercent(amounts);
  }
}
