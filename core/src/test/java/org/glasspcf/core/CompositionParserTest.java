package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "60SiO2-20B2O3-20Na2O",
        "60SiO2·20B2O3·20Na2O",
        "60SiO2•20B2O3•20Na2O",
        "60SiO2⋅20B2O3⋅20Na2O",
        "60SiO2∙20B2O3∙20Na2O",
        "60SiO2–20B2O3–20Na2O",
        "60SiO2—20B2O3−20Na2O",
        "60SiO2+20B2O3+20Na2O",
        "60 SiO2 - 20 B2O3 - 20 Na2O",
        "60 SiO2 20 B2O3 20 Na2O",
        "  60SiO2 - 20B2O3\u00A0–\u200920Na2O\t",
        "60SiO₂·20B₂O₃·20Na₂O",
        "(Na2O)20(B2O3)20(SiO2)60",
        "(Na₂O)₂₀(B₂O₃)₂₀(SiO₂)₆₀",
        "(Na2O) 20 (B2O3) 20 (SiO2) 60",
        "( Na2O )20·(B2O3)20-(SiO2)60",
        "20(Na2O)-20(B2O3)-60(SiO2)",
        "60.0SiO2-20.00B2O3-20.000000Na2O",
        "60%SiO2-20%B2O3-20%Na2O",
        "60 mol% SiO2 - 20 mol.% B2O3 - 20 mol-% Na2O",
        "60SiO2-20B2O3-20Na2O mol%",
        "60SiO2-20B2O3-20Na2O (mol%)",
        "60SiO2-20B2O3-20Na2O MOL%",
        "60 MOL% SiO2 - 20 Mole% B2O3 - 20Mol%Na2O",
        "60SiO2-20B2O3-20Na2O ( mol % )",
        "(SiO2)60%(B2O3)20%(Na2O)20%",
        "20Na2O-60SiO2-20B2O3-0BaO",
        "060SiO2-20B2O3-20ONa2"
      })
  void parse_everySpelling_isOneGlass(String text) {
    GlassComposition glass = GlassComposition.parse(text);
    assertEquals("60SiO2-20B2O3-20Na2O", glass.toString());
    assertEquals(GlassComposition.parse("60SiO2-20B2O3-20Na2O"), glass);
  }

  @ParameterizedTest
  @CsvSource({
    "SiO2, SiO2",
    "SiO₂, SiO2",
    "(SiO2), SiO2",
    "100SiO2, SiO2",
    "(Na2O)20(SiO2)80, 80SiO2-20Na2O",
    "57SiO2-23.5B2O3-19.5Na2O, 57SiO2-23.5B2O3-19.5Na2O",
    ".5BaO-99.5SiO2, 99.5SiO2-0.5BaO"
  })
  void parse_otherGlasses_areRead(String text, String printed) {
    assertEquals(printed, GlassComposition.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "60SiO2-20Xx2O3-20Na2O | 10 | Xx2O3-20Na2O"
            + " | \"Xx2O3\" is not the formula of an oxide: unknown element Xx",
        "60SiO2-40Na | 10 | Na | \"Na\" is not the formula of an oxide: an oxide must hold O and at"
            + " least one other element",
        "60SiO2-20SiO2-20Na2O | 8 | 20SiO2-20Na2O | SiO2 is named twice",
        "60SiO2-20O2Si-20Na2O | 8 | 20O2Si-20Na2O | SiO2 is named twice",
        "120SiO2--20Na2O | 9 | -20Na2O | an amount must not be negative, got -20 mol%",
        "-20SiO2 | 1 | -20SiO2 | an amount must not be negative, got -20 mol%",
        "80SiO2-−20Na2O | 8 | −20Na2O | an amount must not be negative, got -20 mol%",
        "80SiO2--Na2O | 8 | -Na2O | an amount or an oxide must come before a separator",
        "57,5SiO2-42,5Na2O | 3 | ,5SiO2-42,5Na2O"
            + " | a comma is neither a decimal point nor a separator: write 57.5SiO2-42.5Na2O",
        "60SiO2, 40Na2O | 7 | , 40Na2O"
            + " | a comma is neither a decimal point nor a separator: write 57.5SiO2-42.5Na2O",
        "60SiO2/40Na2O | 7 | /40Na2O | unexpected '/': write '-' between oxides",
        "60SiO2.40Na2O | 7 | .40Na2O | unexpected '.': write '-' between oxides",
        "60.SiO2-40Na2O | 1 | 60.SiO2-40Na2O | digits must follow a decimal point",
        "60SiO2- | 7 | - | an oxide must follow a separator",
        "60-40Na2O | 3 | -40Na2O | the formula of an oxide must stand here",
        "60 | 3 | | the formula of an oxide must stand here",
        "SiO2-Na2O | 1 | SiO2-Na2O | only a single oxide may stand without its amount (mol%)",
        "80SiO2-Na2O | 8 | Na2O | only a single oxide may stand without its amount (mol%)",
        "Na2O-2SiO2 | 1 | Na2O-2SiO2 | only a single oxide may stand without its amount (mol%)",
        "20(Na2O)80(SiO2) | 9 | 80(SiO2)"
            + " | Na2O has an amount before and after it: write '-' between oxides",
        "(Na2O20(SiO2)80 | 8 | (SiO2)80 | ')' must follow the oxide",
        "60sio2-40Na2O | 3 | sio2-40Na2O"
            + " | \"sio2\" is not the formula of an oxide: an element symbol starts with a capital"
            + " letter, got 's'",
        "60wt%SiO2-40Na2O | 3 | wt%SiO2-40Na2O"
            + " | amounts are mol% here, not wt%: parseMassPercent reads mass%",
        "60SiO2-40Na2O (wt%) | 15 | (wt%)"
            + " | amounts are mol% here, not wt%: parseMassPercent reads mass%",
        "60SiO2-40Na2O WT% | 15 | WT%"
            + " | amounts are mol% here, not WT%: parseMassPercent reads mass%",
        "60SiO\uFFFD\uFFFD-40Na2O | 6 | \uFFFD\uFFFD-40Na2O"
            + " | a character was lost on its way here, which happens to ₂ and · where the locale"
            + " (LANG, LC_ALL) is not UTF-8: write plain letters, such as 60SiO2-40Na2O"
      })
  void parse_unreadable_saysWhatAndWhere(String text, int character, String rest, String rule) {
    var error = assertThrows(IllegalArgumentException.class, () -> GlassComposition.parse(text));
    assertEquals(
        "cannot read the composition \""
            + text
            + "\" at character "
            + character
            + (rest == null ? " (its end): " : " (\"" + rest + "\"): ")
            + rule,
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void parse_nothing_isRefused(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> GlassComposition.parse(text));
    assertEquals(
        "a composition must name at least one oxide, got \"" + text + '"', error.getMessage());
  }

  @Test
  void parse_null_isNamed() {
    var mole = assertThrows(NullPointerException.class, () -> GlassComposition.parse(null));
    assertEquals("composition", mole.getMessage());
    var mass =
        assertThrows(NullPointerException.class, () -> GlassComposition.parseMassPercent(null));
    assertEquals("composition", mass.getMessage());
  }

  @Test
  void parse_sumOf98_isRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> GlassComposition.parse("58SiO2-20B2O3-20Na2O"));
    assertEquals("amounts must sum to 100 mol% within 0.5 mol%, got 98 mol%", error.getMessage());
  }

  @Test
  void parse_fractions_areRefusedWithAHint() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> GlassComposition.parse("0.6SiO2-0.4Na2O"));
    assertEquals(
        "amounts must sum to 100 mol% within 0.5 mol%, got 1 mol%; these look like fractions: write 60 for 0.6",
        error.getMessage());
  }

  @Test
  void parse_hugeNumber_isRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> GlassComposition.parse("9".repeat(400) + "SiO2"));
    assertTrue(error.getMessage().endsWith("an amount must be finite (mol%)"), error.getMessage());
    assertTrue(error.getMessage().length() < 250, error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"60wt%SiO2-40Na2O", "60SiO2-40Na2O WT%", "60 Mass-% SiO2 40Na2O"})
  void parseMassPercent_itsUnitInAnyCase_isRead(String text) {
    assertEquals(
        GlassComposition.parseMassPercent("60SiO2-40Na2O"),
        GlassComposition.parseMassPercent(text));
  }

  @Test
  void parseMassPercent_molePercent_isRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> GlassComposition.parseMassPercent("60mol%SiO2-40Na2O"));
    assertTrue(
        error.getMessage().endsWith("amounts are mass% here, not mol%: parse reads mol%"),
        error.getMessage());
  }

  /** Any text gives a glass that reads back, or the one documented exception. */
  @ParameterizedTest
  @MethodSource("seeds")
  void parse_randomText_readsOrRefuses(long seed) {
    Random random = new Random(seed);
    String alphabet = "0123456789..,--+·()%  SiONaB₂₃moltw–";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder("60SiO2-20B2O3-20Na2O");
      for (int edits = random.nextInt(6); edits >= 0; edits--) {
        int at = random.nextInt(text.length());
        String piece = random.nextInt(4) == 0 ? "" : pick(random, alphabet);
        text.replace(at, at + random.nextInt(2), piece);
      }
      try {
        GlassComposition glass = GlassComposition.parse(text.toString());
        assertEquals(glass, GlassComposition.parse(glass.toString()));
      } catch (IllegalArgumentException expected) {
        assertTrue(expected.getMessage().length() > 20, text.toString());
      }
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  private static String pick(Random random, String alphabet) {
    return String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
  }
}
