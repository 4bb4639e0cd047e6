package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignObjective;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.design.DesignTarget;
import org.glasspcf.pipeline.design.InverseDesign;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.plot.TernaryGrid;
import org.glasspcf.pipeline.plot.TernaryMap;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pipeline of another chemistry from end to end. Its data are no simulations of that chemistry:
 * they are sodium borosilicates of the bundled set with Na called Li and B called Al, each glass at
 * two made-up rates. They stand in for the shape of such data, and no number here is a result.
 */
class OwnChemistryTest {
  private static final ElementPair SI_O = ElementPair.of("Si", "O");
  private static final NumericInput RATE = NumericInput.logarithmic("rate", "K/ps", 1, 1000);
  private static final FingerprintSchema SCHEMA =
      FingerprintSchema.ofBases(Oxide.SiO2, Oxide.Li2O).withDopants(Oxide.Al2O3).withInputs(RATE);
  private static final Map<Element, Element> RENAMED =
      Map.of(Element.Na, Element.Li, Element.B, Element.Al);
  private static final GlassDataset DATA =
      standIn("slow").withCondition(RATE, 10).union(standIn("fast").withCondition(RATE, 100));
  private static final GlassPcfPipeline TRAINED =
      GlassPcfPipeline.builder()
          .schema(SCHEMA)
          .autoencoder(SmallPipeline.AUTOENCODER)
          .seed(3)
          .train(DATA);
  private static final GlassComposition NEW =
      GlassComposition.parse("58SiO2-22Al2O3-20Li2O").withCondition(RATE, 30);

  private static Element renamed(Element element) {
    return RENAMED.getOrDefault(element, element);
  }

  private static GlassDataset standIn(String prefix) {
    List<Oxide> known = List.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O);
    Set<ElementPair> pairs = Set.of(SI_O, ElementPair.of("O", "O"), ElementPair.of("B", "O"));
    List<GlassSimulation> melts = new ArrayList<>();
    for (GlassSimulation melt : SmallPipeline.BUNDLED.trainingPart().simulations()) {
      GlassComposition glass = melt.composition();
      if (glass.oxides().size() == 3 && known.containsAll(glass.oxides())) {
        Map<Element, Integer> atoms = new HashMap<>();
        glass.elements().forEach(e -> atoms.put(renamed(e), melt.atomCount(e)));
        Map<ElementPair, PairCorrelationFunction> curves = new HashMap<>();
        for (ElementPair pair : melt.pairs()) {
          if (pairs.contains(pair)) {
            curves.put(
                ElementPair.of(renamed(pair.first()), renamed(pair.second())),
                melt.curve(pair).orElseThrow());
          }
        }
        GlassComposition other =
            GlassComposition.ofMolePercent(
                Map.of(
                    Oxide.SiO2, glass.molePercent(Oxide.SiO2),
                    Oxide.Al2O3, glass.molePercent(Oxide.B2O3),
                    Oxide.Li2O, glass.molePercent(Oxide.Na2O)));
        melts.add(
            GlassSimulation.of(prefix + melt.id(), other, atoms, curves)
                .withVolume(melt.volume().orElseThrow()));
      }
    }
    return GlassDataset.of(melts);
  }

  private static String refusal(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }

  @Test
  void predict_anotherChemistry_hasPeakBandsAndCoordination() {
    PcfPrediction p = TRAINED.predict(NEW, SI_O);
    assertEquals(CurveSource.REGRESSION, p.curveSource());
    assertEquals(1.65, p.firstPeak().orElseThrow().position(), 0.06);
    assertTrue(p.band(BandLevel.NINETY_PERCENT).isPresent());
    MolarVolumeModel densities = MolarVolumeModel.fit(DATA);
    double coordination =
        p.coordinationNumber(BandLevel.NINETY_PERCENT, densities.densities(NEW))
            .orElseThrow()
            .value();
    assertEquals(4, coordination, 0.1);
    PcfPrediction unknownShell = TRAINED.predict(NEW, ElementPair.of("Al", "O"));
    assertTrue(unknownShell.firstPeak().isPresent());
    assertTrue(unknownShell.bondLength(BandLevel.NINETY_PERCENT).isEmpty(), "no cutoff of Al–O");
    assertTrue(
        refusal(() -> MolarVolumeModel.bundled().densities(NEW)).contains("no molar volume"));
  }

  @Test
  void forest_defaultOptions_drawTheSameShareOfSlots() {
    assertEquals(1 + 1 + 2 + 1 + 16, SCHEMA.size());
    assertEquals(11, TRAINED.provenance().options().forest().featuresPerSplit());
    String message =
        refusal(
            () ->
                GlassPcfPipeline.builder()
                    .schema(SCHEMA)
                    .forest(ForestOptions.defaults())
                    .train(DATA));
    assertTrue(message.contains("at most the fingerprint's 21 slots, got 30"), message);
  }

  @Test
  void features_areTheSchemas() {
    assertEquals(
        List.of("SiO2", "Li2O", "Al2O3", "input.rate"),
        TRAINED.model().regression().orElseThrow().features().names());
  }

  @Test
  void saveAndLoad_keepsSchemaAndPredictions(@TempDir Path folder) {
    Path file = folder.resolve("own.glasspcf");
    TRAINED.save(file);
    GlassPcfPipeline loaded = GlassPcfPipeline.load(file);
    assertEquals(SCHEMA, loaded.schema());
    assertEquals(TRAINED.sha256(), loaded.sha256());
    assertEquals(TRAINED.provenance(), loaded.provenance());
    assertEquals(TRAINED.model().features(), loaded.model().features());
    for (BandLevel level : BandLevel.values()) {
      assertEquals(TRAINED.predict(NEW, SI_O).band(level), loaded.predict(NEW, SI_O).band(level));
    }
    assertEquals(TRAINED.predict(NEW, SI_O).curve(), loaded.predict(NEW, SI_O).curve());
    assertEquals(
        TRAINED.predict(NEW, SI_O).decodedCurve(), loaded.predict(NEW, SI_O).decodedCurve());
  }

  @Test
  void predict_conditionsThatDoNotSuit_isRefused() {
    assertTrue(
        refusal(() -> TRAINED.predict(NEW.withoutConditions(), SI_O)).contains("condition rate"));
    assertTrue(
        refusal(() -> TRAINED.predict(NEW.withCondition("rate", 1e4), SI_O))
            .contains("rate must be from 1.0 to 1000.0 (K/ps)"));
    assertTrue(
        refusal(() -> TRAINED.predict(NEW.withCondition("t_K", 1), SI_O))
            .contains("no other conditions"));
  }

  @Test
  void domain_rateBeyondTheTrained_isOutside() {
    assertTrue(TRAINED.predict(NEW, SI_O).domain().place() != DomainVerdict.Place.OUTSIDE);
    for (double rate : new double[] {9.99, 101}) {
      assertEquals(
          DomainVerdict.Place.OUTSIDE,
          TRAINED.predict(NEW.withCondition(RATE, rate), SI_O).domain().place(),
          "rate " + rate);
    }
    assertEquals(DomainVerdict.Place.OUTSIDE, TRAINED.domain(NEW.withoutConditions()).place());
  }

  @Test
  void evaluate_rateHeldOut_isNotTrainedOn() {
    GlassDataset marked = DATA.withHeldOut(glass -> glass.conditions().get("rate") == 100);
    GlassPcfPipeline pipeline =
        GlassPcfPipeline.builder()
            .schema(SCHEMA)
            .autoencoder(SmallPipeline.AUTOENCODER.withEpochs(1))
            .train(marked);
    PipelineEvaluation evaluation = pipeline.evaluate(marked);
    assertEquals(marked.testPart().curves(), evaluation.results().size());
    assertEquals(SplitKind.BY_CONDITION, evaluation.kind(), "the glasses were seen at rate 10");
    assertTrue(
        pipeline.withEvaluation(evaluation).provenance().heldOutFigures().keySet().stream()
            .allMatch(name -> name.startsWith("otherConditions.")));
    assertTrue(refusal(() -> TRAINED.evaluate(marked)).contains("trained on"));
  }

  private static Interval interval(double value) {
    return new Interval(value, value, value, BandLevel.NINETY_PERCENT);
  }

  @Test
  void designAndMap_underACondition_haveItInEveryGlass() {
    CompositionGrid grid =
        CompositionGrid.of(
            2,
            OxideRange.of(Oxide.SiO2, 50, 70),
            OxideRange.of(Oxide.Al2O3, 16, 26),
            OxideRange.rest(Oxide.Li2O));
    DesignObjective objective =
        DesignObjective.of(DesignTarget.near(SI_O, DesignQuantity.FIRST_PEAK_POSITION, 1.62));
    InverseDesign design = InverseDesign.of(TRAINED).ignoringSpread().withDraws(40);
    DesignSpace space = DesignSpace.of(grid);
    String without =
        assertThrows(IllegalArgumentException.class, () -> design.search(objective, space, 0))
            .getMessage();
    assertTrue(without.contains("needs the condition rate"), without);
    for (DesignCandidate found : design.search(objective, space.withCondition(RATE, 20), 0)) {
      assertEquals(Map.of("rate", 20.0), found.composition().conditions());
    }
    TernaryGrid triangle =
        TernaryGrid.of(Oxide.SiO2, Oxide.Al2O3, Oxide.Li2O).withStep(25).withCondition(RATE, 20);
    TernaryMap map =
        triangle.map(
            "Si–O peak (Å)",
            glass ->
                glass.pairs().contains(SI_O)
                    ? TRAINED.predict(glass, SI_O).firstPeak().map(p -> interval(p.position()))
                    : Optional.empty(),
            glass -> DomainVerdict.Place.INSIDE);
    assertEquals(Map.of("rate", 20.0), map.points().get(3).glass().conditions());
    assertThrows(IllegalArgumentException.class, () -> triangle.withCondition(RATE, 0.5));
    assertThrows(IllegalArgumentException.class, () -> space.withCondition(RATE, 0.5));
  }

  /** As many samples as folds, but fewer glasses to make folds of. */
  @Test
  void baselines_fewGlassesAtSeveralConditions_areFitted() {
    List<GlassComposition> four = SmallPipeline.BUNDLED.trainingPart().compositions().subList(0, 4);
    List<GlassSimulation> melts = new ArrayList<>();
    for (GlassSimulation melt : SmallPipeline.BUNDLED.simulations()) {
      if (four.contains(melt.composition())) {
        melts.add(melt.withCondition(RATE, melt.id().endsWith("s1") ? 10 : 100));
      }
    }
    GlassDataset few = GlassDataset.of(melts);
    assertEquals(8, few.compositions().size());
    for (Baseline baseline : List.of(Baseline.PAIR_RIDGE, Baseline.PAIR_GP)) {
      GlassComposition glass = few.compositions().get(0);
      assertTrue(baseline.fit(few, 0).predict(glass, SI_O).maximum() > 1, baseline::name);
    }
  }
}
