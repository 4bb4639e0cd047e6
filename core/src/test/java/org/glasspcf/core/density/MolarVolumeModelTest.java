package org.glasspcf.core.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.density.MolarVolumeModel.BoronVolume;
import org.glasspcf.core.density.MolarVolumeModel.DensityError;
import org.junit.jupiter.api.Test;

class MolarVolumeModelTest {
  private static final GlassDataset DATA = GlassDataset.bundled();
  private static final MolarVolumeModel BUNDLED = MolarVolumeModel.bundled();

  @Test
  void bundled_isTheFitToTheTrainingGlasses() {
    MolarVolumeModel fitted = MolarVolumeModel.fit(DATA.trainingPart());
    assertEquals(fitted.toString(), BUNDLED.toString());
    assertEquals(fitted.volumes().keySet(), BUNDLED.volumes().keySet());
    BUNDLED
        .volumes()
        .forEach((term, volume) -> assertEquals(fitted.volumes().get(term), volume, 6e-5, term));
  }

  /**
   * Computed with NumPy 1.24.2, {@code linalg.lstsq} on the mean of density_g_cm3 of each training
   * composition, with molar masses of the same standard atomic weights to 4 digits.
   */
  @Test
  void fit_equalsNumpy() {
    Map<String, Double> one = MolarVolumeModel.fit(DATA.trainingPart(), BoronVolume.ONE).volumes();
    assertEquals(26.155, one.get("SiO2"), 1e-3);
    assertEquals(30.545, one.get("B2O3"), 1e-3);
    assertEquals(18.301, one.get("Na2O"), 1e-3);
    Map<String, Double> two = MolarVolumeModel.fit(DATA.trainingPart()).volumes();
    assertEquals(36.845, two.get("B2O3 (BO3)"), 1e-3);
    assertEquals(22.233, two.get("B2O3 (BO4)"), 1e-3);
    assertEquals(22.699, two.get("BaO"), 1e-3);
  }

  /** What chose two volumes for boron: leave-one-composition-out on training glasses alone. */
  @Test
  void twoBoronVolumes_halveTheCrossValidatedError() {
    DensityError one = error(MolarVolumeModel.fit(DATA.trainingPart(), BoronVolume.ONE));
    DensityError two = error(BUNDLED);
    assertEquals(0.0186, one.rmse(), 5e-5);
    assertEquals(0.0083, two.rmse(), 5e-5);
    assertEquals(0.69, one.rmsePercent(), 5e-3);
    assertEquals(0.32, two.rmsePercent(), 5e-3);
    assertEquals(74, two.compositions());
  }

  /** Looked at after the choice was made; held-out glasses took part in none. */
  @Test
  void bundled_heldOutGlasses_areAsFarOffAsStated() {
    double squared = 0;
    GlassDataset test = DATA.testPart();
    for (GlassComposition glass : test.compositions()) {
      double truth =
          test.simulations().stream()
              .filter(melt -> melt.composition().equals(glass))
              .mapToDouble(melt -> melt.density().orElseThrow())
              .average()
              .orElseThrow();
      squared += Math.pow(BUNDLED.density(glass) - truth, 2);
    }
    double rmse = Math.sqrt(squared / test.compositions().size());
    assertTrue(rmse < 2 * error(BUNDLED).rmse(), "RMSE " + rmse + " g/cm³");
  }

  @Test
  void density_isMolarMassOverMolarVolume() {
    GlassComposition silica = GlassComposition.parse("SiO2");
    assertEquals(26.2518, BUNDLED.molarVolume(silica));
    assertEquals(60.083 / 26.2518, BUNDLED.density(silica), 1e-4);
    // K = 3, R = 1: N4 = R* = 11/16
    GlassComposition borosilicate = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
    double boron = (5 * 36.8453 + 11 * 22.2334) / 16;
    assertEquals(
        0.6 * 26.2518 + 0.2 * boron + 0.2 * 21.0590, BUNDLED.molarVolume(borosilicate), 1e-12);
    NumberDensities densities = BUNDLED.densities(borosilicate);
    assertEquals(BUNDLED.density(borosilicate), densities.massDensity(), 1e-14);
    assertEquals(densities.of(Element.Si), densities.neighbors(Element.Si, Element.Si));
  }

  @Test
  void javadocSample_runs() {
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
    NumberDensities densities = MolarVolumeModel.bundled().densities(glass);
    assertEquals(2.5, densities.massDensity(), 0.1);
  }

  @Test
  void fit_additiveGlasses_findsTheirVolumes() {
    Map<String, Double> volumes =
        Map.of("SiO2", 26.0, "B2O3 (BO3)", 35.0, "B2O3 (BO4)", 20.0, "Na2O", 21.0);
    Random random = new Random(1);
    List<GlassSimulation> melts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int silica = 30 + random.nextInt(30);
      int boron = 10 + random.nextInt(20);
      GlassComposition glass =
          GlassComposition.parse(
              silica + "SiO2-" + boron + "B2O3-" + (100 - silica - boron) + "Na2O");
      double n4 = DellBrayXiao.fourfoldFraction(glass);
      double volume = (silica * 26 + boron * (35 - 15 * n4) + (100 - silica - boron) * 21) / 100.0;
      melts.add(melt("g" + i, glass, molarMass(glass) / volume));
    }
    MolarVolumeModel model = MolarVolumeModel.fit(GlassDataset.of(melts));
    assertEquals(volumes.keySet(), model.volumes().keySet());
    volumes.forEach((term, v) -> assertEquals(v, model.volumes().get(term), 1e-9, term));
    assertEquals(0, error(model).rmse(), 1e-12);
  }

  @Test
  void fit_meltsOfOneGlass_countOnce() {
    List<GlassSimulation> melts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      melts.add(melt("a" + i, GlassComposition.parse("SiO2"), i == 0 ? 2.0 : 2.2));
    }
    melts.add(melt("b", GlassComposition.parse("80SiO2-20Na2O"), 2.4));
    MolarVolumeModel model = MolarVolumeModel.fit(GlassDataset.of(melts));
    assertEquals(2.16, model.density(GlassComposition.parse("SiO2")), 1e-12);
    assertEquals(2.4, model.density(GlassComposition.parse("80SiO2-20Na2O")), 1e-12);
    assertEquals(Optional.empty(), model.error());
  }

  @Test
  void fit_heldOutGlasses_areRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> MolarVolumeModel.fit(DATA));
    assertTrue(
        error.getMessage().startsWith("fitting molar volumes must not use held-out glasses"),
        error.getMessage());
  }

  @Test
  void fit_glassesAllAlike_areRefused() {
    GlassDataset one =
        GlassDataset.of(List.of(melt("a", GlassComposition.parse("80SiO2-20Na2O"), 2.4)));
    var error = assertThrows(IllegalArgumentException.class, () -> MolarVolumeModel.fit(one));
    assertEquals(
        "the 1 compositions are too few or too alike to fit the molar volumes of [SiO2, Na2O]",
        error.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> MolarVolumeModel.fit(GlassDataset.of(List.of())));
  }

  @Test
  void density_unknownOxide_isNamed() {
    GlassComposition glass = GlassComposition.parse("60SiO2-20Al2O3-20CaO");
    var error = assertThrows(IllegalArgumentException.class, () -> BUNDLED.density(glass));
    assertEquals(
        "no molar volume is known of Al2O3, CaO in 60SiO2-20Al2O3-20CaO: the model has those of"
            + " SiO2, B2O3 (BO3), B2O3 (BO4), Na2O, BaO, TiO2, ZnO; give the density (g/cm³)"
            + " instead",
        error.getMessage());
  }

  @Test
  void density_belowNoVolume_isRefused() {
    MolarVolumeModel model =
        MolarVolumeModel.fit(
            GlassDataset.of(
                List.of(
                    melt("a", GlassComposition.parse("80SiO2-20Na2O"), 2.4),
                    melt("b", GlassComposition.parse("60SiO2-40Na2O"), 10))));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> model.molarVolume(GlassComposition.parse("10SiO2-90Na2O")));
    assertTrue(
        error.getMessage().startsWith("the molar volumes extrapolate to -"), error.getMessage());
  }

  private static DensityError error(MolarVolumeModel model) {
    return model.error().orElseThrow();
  }

  private static double molarMass(GlassComposition glass) {
    return glass.oxides().stream().mapToDouble(o -> glass.moleFraction(o) * o.molarMass()).sum();
  }

  private static GlassSimulation melt(String id, GlassComposition glass, double density) {
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    for (var oxide : glass.oxides()) {
      for (Element element : oxide.elements()) {
        int count = (int) Math.round(100 * glass.moleFraction(oxide)) * oxide.count(element);
        atoms.merge(element, count, Integer::sum);
      }
    }
    PairCorrelationFunction curve =
        PairCorrelationFunction.of(RadialGrid.uniform(2, 2), new double[] {0, 1});
    return GlassSimulation.of(id, glass, atoms, Map.of(ElementPair.of("Si", "O"), curve))
        .withDensity(density);
  }
}
