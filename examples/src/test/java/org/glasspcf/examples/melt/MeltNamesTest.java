package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeltNamesTest {
  @Test
  void id_ofEveryBundledMelt_isItsId() {
    for (GlassSimulation melt : GlassDataset.bundled().simulations()) {
      int number = Integer.parseInt(melt.id().substring(melt.id().lastIndexOf("-s") + 2));
      assertEquals(melt.id(), MeltNames.id(melt.composition(), number));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "B2O3, b2o3-s1",
    "80SiO2-20Na2O, sio2-na2o-20-s1",
    "99.5SiO2-0.5TiO2, sio2-tio2-0.5-s1",
    "57SiO2-23.5B2O3-19.5Na2O, nbs-57-23.5-19.5-s1",
    "33.333333SiO2-33.333333B2O3-33.333334Na2O," + " 33.333333sio2-33.333333b2o3-33.333334na2o-s1",
    "50SiO2-20B2O3-20Na2O-5BaO-5ZnO, 50sio2-20b2o3-20na2o-5bao-5zno-s1",
    "60B2O3-40BaO, 60b2o3-40bao-s1"
  })
  void id_ofOtherGlasses_isReadable(String glass, String id) {
    assertEquals(id, MeltNames.id(GlassComposition.parse(glass), 1));
  }

  @Test
  void id_ofNearbyGlasses_differs() {
    SplittableRandom random = new SplittableRandom(4);
    Set<GlassComposition> glasses = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      // Steps of 1e-6 mol%, the finest that a composition tells apart, and of 0.1 mol%.
      int digits = i % 2 == 0 ? 1_000_000 : 10;
      double silica = 60 + (double) random.nextInt(30) / digits;
      double boron = 20 + (double) random.nextInt(30) / digits;
      double dopant = random.nextInt(3);
      GlassComposition glass =
          GlassComposition.parse(
              silica
                  + "SiO2-"
                  + boron
                  + "B2O3-"
                  + Numbers.plain(Math.rint((100 - silica - boron - dopant) * 1e6) / 1e6)
                  + "Na2O"
                  + (dopant > 0 ? "-" + dopant + "ZnO" : ""));
      glasses.add(glass);
      ids.add(MeltNames.id(glass, 1));
    }
    assertEquals(glasses.size(), ids.size());
    assertTrue(ids.size() > 2000);
  }
}
