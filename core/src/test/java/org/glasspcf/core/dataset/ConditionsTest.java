package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final NumericInput RATE = NumericInput.logarithmic("rate", "K/ps", 10, 160);

  @TempDir Path folder;

  /** Ten compositions, two melts each, at each of three rates. */
  private static GlassDataset atThreeRates() {
    List<GlassSimulation> melts = new ArrayList<>();
    for (double rate : new double[] {10, 40, 160}) {
      for (GlassSimulation melt : Melts.silicates(10)) {
        GlassSimulation named =
            GlassSimulation.of(
                melt.id() + "-q" + (int) rate,
                melt.composition(),
                melt.atoms(),
                melt.pairs().stream()
                    .collect(Collectors.toMap(p -> p, p -> melt.curve(p).orElseThrow())));
        melts.add(named.withCondition(RATE, rate));
      }
    }
    return GlassDataset.of(melts);
  }

  @Test
  void samples_atOtherConditions_stayApart() {
    GlassDataset data = atThreeRates();
    assertEquals(30, data.compositions().size());
    assertEquals(10, data.compositionsWithoutConditions().size());
    data.samples().forEach(sample -> assertEquals(2, sample.simulations()));
  }

  @Test
  void splitsByGlass_keepAllConditionsOnOneSide() {
    List<DatasetSplit> splits = new ArrayList<>(atThreeRates().groupedFolds(5, 1));
    for (long seed = 0; seed < 10; seed++) {
      splits.add(atThreeRates().splitByGlass(0.3, seed));
    }
    for (DatasetSplit split : splits) {
      Set<GlassComposition> shared =
          new HashSet<>(split.training().compositionsWithoutConditions());
      shared.retainAll(split.test().compositionsWithoutConditions());
      assertEquals(Set.of(), shared);
      assertEquals(
          3 * split.test().compositionsWithoutConditions().size(),
          split.test().compositions().size());
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> atThreeRates().groupedFolds(11, 1))
            .getMessage();
    assertTrue(message.contains("number of compositions (10)"), message);
  }

  @Test
  void withHeldOut_aCondition_leavesTheOtherRatesToTrainOn() {
    DatasetSplit split =
        atThreeRates().withHeldOut(g -> g.conditions().get("rate") == 10).fixedSplit();
    assertEquals(10, split.test().compositions().size());
    assertEquals(20, split.training().compositions().size());
    assertEquals(
        split.test().compositionsWithoutConditions(),
        split.training().compositionsWithoutConditions());
    var leaky =
        assertThrows(
            IllegalArgumentException.class,
            () -> new DatasetSplit(SplitKind.BY_GLASS, split.training(), split.test()));
    assertTrue(leaky.getMessage().contains("stands on both"), leaky.getMessage());
  }

  @Test
  void withoutConditions_keepsMarks_andRefusesGlassesInBothParts() {
    GlassDataset data = atThreeRates();
    GlassComposition first = data.compositionsWithoutConditions().get(0);
    GlassDataset whole = data.withHeldOut(g -> g.withoutConditions().equals(first));
    GlassDataset plain = whole.withoutConditions();
    assertEquals(10, plain.compositions().size());
    assertEquals(List.of(first), plain.testPart().compositions());
    GlassDataset aRate = data.withHeldOut(g -> g.conditions().get("rate") == 10);
    String message =
        assertThrows(IllegalArgumentException.class, aRate::withoutConditions).getMessage();
    assertTrue(
        message.contains("must be held out at all its conditions or at none of them"), message);
    String one =
        assertThrows(IllegalArgumentException.class, () -> aRate.withCondition(RATE, 50))
            .getMessage();
    assertTrue(one.contains("is not held out and others of it are"), one);
  }

  @Test
  void union_ofADataSetAtACondition_addsItsMelts() {
    GlassDataset rates = atThreeRates();
    GlassDataset plain = GlassDataset.of(Melts.silicates(10));
    GlassDataset all = rates.union(plain.withCondition(RATE, 80));
    assertEquals(40, all.compositions().size());
    assertEquals(all.sha256(), plain.withCondition(RATE, 80).union(rates).sha256());
    assertThrows(IllegalArgumentException.class, () -> plain.union(plain));
    GlassComposition first = plain.compositions().get(0);
    GlassDataset marked = plain.withHeldOut(Set.of(first)).withCondition(RATE, 80);
    assertTrue(rates.union(marked).isHeldOut(first.withCondition(RATE, 80)));
  }

  @Test
  void writer_conditions_readBackEqual() {
    GlassDataset data = atThreeRates();
    data.simulations().forEach(melt -> GlassDatasetWriter.append(folder, melt));
    assertEquals(data.sha256(), GlassDataset.read(folder, List.of(RATE)).sha256());
    assertEquals(10, GlassDataset.read(folder).compositions().size());
    GlassSimulation more =
        Melts.silicates(1).get(0).withCondition(NumericInput.linear("p_GPa", "GPa", 0, 9), 1);
    var refused =
        assertThrows(IllegalArgumentException.class, () -> GlassDatasetWriter.append(folder, more));
    assertTrue(refused.getMessage().contains("must have no p_GPa"), refused.getMessage());
    GlassSimulation seeded =
        Melts.silicates(1).get(0).withCondition(NumericInput.linear("seed", "1", 0, 9), 1);
    assertThrows(IllegalArgumentException.class, () -> GlassDatasetWriter.append(folder, seeded));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",rate, | ,rates, | needs a column rate (K/ps)",
        ",10, | ,ten, | must be a finite number, was 'ten'",
        ",10, | ,, | the cell is empty",
        ",10, | ,9, | column rate must be from 10.0 to 160.0 (K/ps), got 9.0"
      })
  void read_conditionsThatDoNotSuit_nameFileAndLine(String old, String changed, String rule)
      throws IOException {
    atThreeRates().simulations().forEach(melt -> GlassDatasetWriter.append(folder, melt));
    Path glasses = folder.resolve("glasses.csv");
    Files.writeString(glasses, Files.readString(glasses).replace(old, changed));
    String message =
        assertThrows(GlassDataException.class, () -> GlassDataset.read(folder, List.of(RATE)))
            .getMessage();
    assertTrue(message.contains(rule), message);
    assertTrue(message.matches("(?s).*glasses\\.csv.*line \\d+.*|.*glasses\\.csv:\\d+.*"), message);
  }
}
