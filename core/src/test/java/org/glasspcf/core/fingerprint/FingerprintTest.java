package org.glasspcf.core.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final GlassComposition NBS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  private static final ElementPair SI_O = ElementPair.parse("Si-O");

  @Nested
  class Schema {
    @Test
    void slotNames_are58InThePapersOrder() {
      List<String> names = FingerprintSchema.fractions().slotNames();
      assertEquals(58, names.size());
      assertEquals(58, new HashSet<>(names).size());
      assertEquals(58, FingerprintSchema.paper().size());
      assertEquals(
          List.of(
              "base.Na2O",
              "base.B2O3",
              "base.SiO2",
              "dopant.BaO",
              "dopant.TiO2",
              "dopant.ZnO",
              "amount.BaO",
              "amount.TiO2",
              "amount.ZnO",
              "pair.Si-Si",
              "pair.Si-B",
              "pair.Si-O",
              "pair.Si-Ba",
              "pair.Si-Na",
              "pair.Si-Ti",
              "pair.Si-Zn",
              "pair.B-Si"),
          names.subList(0, 17));
      assertEquals("pair.Zn-Zn", names.get(57));
    }

    @Test
    void oxidesAndElements_areThePapers() {
      FingerprintSchema schema = FingerprintSchema.paper();
      assertEquals("[SiO2, B2O3, Na2O, BaO, ZnO, TiO2]", schema.oxides().toString());
      assertEquals("[Si, B, O, Ba, Na, Ti, Zn]", schema.elements().toString());
    }

    @ParameterizedTest
    @EnumSource
    void ofId_itsOwnId_isTheSchema(FingerprintEncoding encoding) {
      FingerprintSchema schema = FingerprintSchema.of(encoding);
      assertEquals(encoding, schema.encoding());
      assertSame(schema, FingerprintSchema.ofId(schema.id()));
    }

    @Test
    void id_isVersioned() {
      assertEquals("paper/1", FingerprintSchema.paper().id());
      assertEquals("fractions/1", FingerprintSchema.fractions().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fractions/2", "paper", "", "FRACTIONS/1"})
    void ofId_unknown_namesTheKnown(String id) {
      var error = assertThrows(IllegalArgumentException.class, () -> FingerprintSchema.ofId(id));
      assertEquals(
          "a fingerprint schema must be one of paper/1, fractions/1, or custom/1 with its parts,"
              + " got \""
              + id
              + '"',
          error.getMessage());
    }
  }

  @Nested
  class Encoding {
    /** The paper: SiO2 is (0,0,1); BaO of 0.5 % is (1,0,0, 0.5,0,0). */
    @Test
    void encode_paper_isThePapersExample() {
      GlassComposition doped = SILICA.dopedWith(Oxide.BaO, 0.5);
      double[] values = FingerprintSchema.paper().encode(doped, SI_O).values();
      assertArrayEquals(new double[] {0, 0, 1, 1, 0, 0, 0.5, 0, 0}, Arrays.copyOf(values, 9));
      assertEquals(1, values[9 + 2]);
      assertEquals(1, values[9 + 14]);
      assertEquals(2, Arrays.stream(values).skip(9).sum());
    }

    @Test
    void encode_fractions_sumToOneAmongTheBases() {
      GlassComposition doped = NBS.dopedWith(Oxide.ZnO, 8);
      Fingerprint fingerprint =
          FingerprintSchema.fractions().encode(doped, ElementPair.parse("Zn-Zn"));
      assertEquals(0.2, fingerprint.value(0), 1e-12);
      assertEquals(0.2, fingerprint.value(1), 1e-12);
      assertEquals(0.6, fingerprint.value(2), 1e-12);
      assertEquals(1, fingerprint.value(5));
      assertEquals(8, fingerprint.value(8));
      assertEquals(1, Arrays.stream(fingerprint.values()).skip(9).sum());
      assertEquals(1, fingerprint.value(57));
    }

    @Test
    void encode_glassesOfTheSameOxides_onlyFractionsTellApart() {
      GlassComposition other = GlassComposition.parse("45SiO2-30B2O3-25Na2O");
      FingerprintSchema paper = FingerprintSchema.paper();
      FingerprintSchema fractions = FingerprintSchema.fractions();
      assertEquals(paper.encode(NBS, SI_O), paper.encode(other, SI_O));
      assertEquals(paper.encode(NBS, SI_O).hashCode(), paper.encode(other, SI_O).hashCode());
      assertNotEquals(fractions.encode(NBS, SI_O), fractions.encode(other, SI_O));
      assertNotEquals(paper.encode(SILICA, SI_O), fractions.encode(SILICA, SI_O));
    }

    @Test
    void encode_everyPair_setsBothCellsByName() {
      GlassComposition glass = GlassComposition.parse("40SiO2-20B2O3-20Na2O-10BaO-5ZnO-5TiO2");
      FingerprintSchema schema = FingerprintSchema.fractions();
      for (ElementPair pair : glass.pairs()) {
        Fingerprint fingerprint = schema.encode(glass, pair);
        for (int slot = 9; slot < 58; slot++) {
          String name = schema.slotNames().get(slot).substring("pair.".length());
          double expected = ElementPair.parse(name).equals(pair) ? 1 : 0;
          assertEquals(expected, fingerprint.value(slot), name);
        }
      }
      assertEquals(28, glass.pairs().size());
    }

    @Test
    void values_areACopy() {
      Fingerprint fingerprint = FingerprintSchema.paper().encode(SILICA, SI_O);
      fingerprint.values()[0] = 7;
      assertEquals(0, fingerprint.value(0));
      assertThrows(IndexOutOfBoundsException.class, () -> fingerprint.value(58));
    }

    @Test
    void explain_namesTheSetSlots() {
      GlassComposition doped = NBS.dopedWith(Oxide.TiO2, 2.5);
      Fingerprint fingerprint =
          FingerprintSchema.fractions().encode(doped, ElementPair.of("O", "Ti"));
      assertEquals(
          "base.Na2O = 0.2, base.B2O3 = 0.2, base.SiO2 = 0.6, dopant.TiO2 = 1, amount.TiO2 = 2.5"
              + " mol%, pair.O-Ti = 1, pair.Ti-O = 1",
          fingerprint.explain());
      assertEquals("fractions/1: " + fingerprint.explain(), fingerprint.toString());
    }
  }

  @Nested
  class Refusals {
    @Test
    void encode_unknownOxide_namesTheKnown() {
      GlassComposition soda = GlassComposition.parse("70SiO2-2Al2O3-20Na2O-8CaO");
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> FingerprintSchema.fractions().encode(soda, SI_O));
      assertEquals(
          "a glass must consist of oxides that the model knows (SiO2, B2O3, Na2O, BaO, ZnO, TiO2),"
              + " got Al2O3, CaO",
          error.getMessage());
    }

    @Test
    void encode_pairNotInTheGlass_namesTheElement() {
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> FingerprintSchema.paper().encode(NBS, ElementPair.of("Ba", "O")));
      assertEquals(
          "both elements of a pair must be in the glass, but 60SiO2-20B2O3-20Na2O has no Ba for"
              + " Ba-O; its elements are Si, B, Na, O",
          error.getMessage());
      var unknown =
          assertThrows(
              IllegalArgumentException.class,
              () -> FingerprintSchema.paper().encode(NBS, ElementPair.of(Element.U, Element.U)));
      assertTrue(unknown.getMessage().contains("has no U for U-U"), unknown.getMessage());
    }

    @Test
    void encode_noBase_isRefused() {
      GlassComposition titania = GlassComposition.parse("50TiO2-50BaO");
      var error =
          assertThrows(
              IllegalArgumentException.class,
              () -> FingerprintSchema.paper().encode(titania, ElementPair.of("Ti", "O")));
      assertEquals(
          "a glass must have at least one of the base oxides SiO2, B2O3, Na2O, got 50BaO-50TiO2",
          error.getMessage());
    }
  }
}
