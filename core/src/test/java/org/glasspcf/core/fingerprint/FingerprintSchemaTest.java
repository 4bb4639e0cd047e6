package org.glasspcf.core.fingerprint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintSchemaTest {
  private static final NumericInput RATE =
      NumericInput.logarithmic("quench_K_per_ps", "K/ps", 10, 160);
  private static final FingerprintSchema LITHIUM =
      FingerprintSchema.ofBases(Oxide.SiO2, Oxide.Na2O, Oxide.Li2O)
          .withDopants(Oxide.Al2O3)
          .withInputs(RATE);
  private static final GlassComposition GLASS =
      GlassComposition.parse("60SiO2-20Na2O-15Li2O-5Al2O3").withCondition(RATE, 20);

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  private static List<FingerprintSchema> schemas() {
    return List.of(
        FingerprintSchema.paper(),
        FingerprintSchema.fractions(),
        LITHIUM,
        LITHIUM.withEncoding(FingerprintEncoding.PAPER),
        LITHIUM.withInputs(),
        LITHIUM.withInputs(RATE, NumericInput.linear("t_C", "°C", -273.15, 1e-3)),
        LITHIUM.withElementOrder(Element.O, Element.Al, Element.Li, Element.Na, Element.Si),
        FingerprintSchema.paper().withInputs(RATE),
        FingerprintSchema.paper().withDopants(Oxide.BaO),
        FingerprintSchema.ofBases(Oxide.SiO2),
        FingerprintSchema.ofBases(Oxide.of("CaSiO3"), Oxide.P2O5));
  }

  @Test
  void ofBases_thePapersOxidesInItsOrder_isThePapers() {
    FingerprintSchema same =
        FingerprintSchema.ofBases(Oxide.Na2O, Oxide.B2O3, Oxide.SiO2)
            .withDopants(Oxide.BaO, Oxide.TiO2, Oxide.ZnO)
            .withElementOrder(
                Element.Si, Element.B, Element.O, Element.Ba, Element.Na, Element.Ti, Element.Zn);
    assertEquals(FingerprintSchema.fractions(), same);
    assertEquals("fractions/1", same.id());
    assertEquals(
        FingerprintSchema.paper().hashCode(),
        same.withEncoding(FingerprintEncoding.PAPER).hashCode());
    assertEquals("paper/1", same.withEncoding(FingerprintEncoding.PAPER).id());
    assertNotEquals(
        same,
        FingerprintSchema.ofBases(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O)
            .withDopants(Oxide.BaO, Oxide.TiO2, Oxide.ZnO));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void ofId_itsOwnId_isTheSchema(FingerprintSchema schema) {
    FingerprintSchema read = FingerprintSchema.ofId(schema.id());
    assertEquals(schema, read);
    assertEquals(schema.hashCode(), read.hashCode());
    assertEquals(schema.slotNames(), read.slotNames());
    assertEquals(
        1, schemas().stream().filter(s -> s.id().equals(schema.id())).count(), "ids differ");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void slots_anySchema_areOneForEachPart(FingerprintSchema schema) {
    int elements = schema.elements().size();
    assertEquals(
        schema.bases().size()
            + 2 * schema.dopants().size()
            + schema.inputs().size()
            + elements * elements,
        schema.size());
    assertEquals(schema.size(), schema.slotNames().stream().distinct().count());
  }

  @Test
  void id_ofAnother_spellsOutEverything() {
    assertEquals(
        "custom/1;FRACTIONS;bases=SiO2,Na2O,Li2O;dopants=Al2O3;elements=Si,O,Na,Li,Al;"
            + "inputs=quench_K_per_ps[K/ps]LOGARITHMIC(10.0..160.0)",
        LITHIUM.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "custom/2;FRACTIONS;bases=SiO2;dopants=;elements=Si,O;inputs= | must be one of paper/1",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si,O | must be one of paper/1",
        "custom/1;HALVES;bases=SiO2;dopants=;elements=Si,O;inputs= | makes no sense",
        "custom/1;FRACTIONS;bases=;dopants=;elements=Si,O;inputs= | at least one base oxide",
        "custom/1;FRACTIONS;bases=SiO2,;dopants=;elements=Si,O;inputs= | makes no sense",
        "custom/1;FRACTIONS;bases=SiO2,SiO2;dopants=;elements=Si,O;inputs= | SiO2 is twice",
        "custom/1;FRACTIONS;bases=SiO2;dopants=SiO2;elements=Si,O;inputs= | SiO2 is both",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si;inputs= | must hold each of Si, O",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si,O,O;inputs= | O is twice",
        "custom/1;FRACTIONS;bases=O2Si;dopants=;elements=Si,O;inputs= | must be spelled",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si,O;inputs=t | name[unit]SCALE",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si,O;inputs=t[K]LINEAR(1.0..1.0) | below",
        "custom/1;FRACTIONS;bases=SiO2;dopants=;elements=Si,O;inputs=t[K]LINEAR(1..2) | spelled",
        "custom/1;FRACTIONS;bases=Na2O,B2O3,SiO2;dopants=BaO,TiO2,ZnO;"
            + "elements=Si,B,O,Ba,Na,Ti,Zn;inputs= | must be spelled \"fractions/1\""
      })
  void ofId_malformed_saysWhy(String id, String part) {
    String message = refusal(() -> FingerprintSchema.ofId(id));
    assertTrue(message.contains(part), message);
  }

  @Test
  void encode_anotherChemistryAtARate_fillsEverySlot() {
    Fingerprint fingerprint = LITHIUM.encode(GLASS, ElementPair.of("Al", "O"));
    double[] expected = new double[31];
    expected[0] = 60.0 / 95;
    expected[1] = 20.0 / 95;
    expected[2] = 15.0 / 95;
    expected[3] = 1;
    expected[4] = 5;
    expected[5] = 20;
    expected[6 + 5 + 4] = 1; // O-Al
    expected[6 + 20 + 1] = 1; // Al-O
    assertArrayEquals(expected, fingerprint.values(), 1e-15);
    assertTrue(fingerprint.explain().contains("input.quench_K_per_ps = 20.0 K/ps"));
  }

  @Test
  void encode_conditionsThatDoNotSuit_saysWhich() {
    ElementPair pair = ElementPair.of("Si", "O");
    assertEquals(
        "a glass needs the condition quench_K_per_ps (K/ps, from 10.0 to 160.0) that the model knows"
            + " it by, got 60SiO2-5Al2O3-20Na2O-15Li2O",
        refusal(() -> LITHIUM.encode(GLASS.withoutConditions(), pair)));
    assertEquals(
        "quench_K_per_ps must be from 10.0 to 160.0 (K/ps), got 9.0",
        refusal(() -> LITHIUM.encode(GLASS.withCondition("quench_K_per_ps", 9), pair)));
    String unknown = refusal(() -> LITHIUM.encode(GLASS.withCondition("p_GPa", 1), pair));
    assertTrue(unknown.contains("knows (quench_K_per_ps), got"), unknown);
    GlassComposition silica = GlassComposition.parse("SiO2").withCondition(RATE, 20);
    String none = refusal(() -> FingerprintSchema.paper().encode(silica, pair));
    assertEquals(
        "a glass must have no other conditions than those that the model knows (none), got"
            + " SiO2 @ quench_K_per_ps=20.0",
        none);
  }

  @Test
  void withers_whatClashes_isRefused() {
    assertEquals(
        "a base oxide of a fingerprint must stand once, but SiO2 is twice",
        refusal(() -> FingerprintSchema.ofBases(Oxide.SiO2, Oxide.SiO2)));
    assertEquals(
        "a dopant of a fingerprint must stand once, but BaO is twice",
        refusal(() -> LITHIUM.withDopants(Oxide.BaO, Oxide.BaO)));
    assertEquals(
        "an oxide must be a base or a dopant of a fingerprint, but Na2O is both",
        refusal(() -> LITHIUM.withDopants(Oxide.Na2O)));
    assertEquals(
        "an input of a fingerprint must stand once, but quench_K_per_ps is twice",
        refusal(() -> LITHIUM.withInputs(RATE, RATE)));
    assertEquals(
        "a fingerprint needs at least one base oxide, got none",
        refusal(() -> FingerprintSchema.ofBases()));
  }

  @Test
  void id_tooLong_isRefusedAtOnce() {
    String id =
        "custom/1;FRACTIONS;bases=" + "SiO2,".repeat(20_000) + ";dopants=;elements=;inputs=";
    assertEquals(
        "a fingerprint schema must have at most 65536 characters, got " + id.length(),
        refusal(() -> FingerprintSchema.ofId(id)));
  }
}
