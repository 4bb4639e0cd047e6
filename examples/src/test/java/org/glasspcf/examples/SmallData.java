package org.glasspcf.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.dataset.PcfCsv;

/** A few melts of the bundled data, as a folder of files. */
final class SmallData {
  static final List<ElementPair> PAIRS =
      List.of(
          ElementPair.of("Si", "O"),
          ElementPair.of("B", "O"),
          ElementPair.of("Na", "O"),
          ElementPair.of("O", "O"),
          ElementPair.of("Si", "Si"));
  private static final int TRAINING_GLASSES = 6;
  private static final int TEST_GLASSES = 2;
  private static final int MELTS = 2;

  private SmallData() {}

  static Path write(Path folder, boolean holdOut) throws IOException {
    GlassDataset bundled = GlassDataset.bundled();
    List<String> glasses = new ArrayList<>();
    glasses.add(
        "id,SiO2_molpct,B2O3_molpct,Na2O_molpct,BaO_molpct,ZnO_molpct,TiO2_molpct,seed,"
            + "density_g_cm3,volume_A3,n_Si,n_B,n_O,n_Ba,n_Na,n_Ti,n_Zn,engine");
    List<String> split = new ArrayList<>(List.of("id,part"));
    Files.createDirectories(folder.resolve("pcf"));
    for (GlassDataset part : List.of(bundled.trainingPart(), bundled.testPart())) {
      boolean test = part.isHeldOut(part.compositions().get(0));
      for (GlassComposition glass : chosen(part, test ? TEST_GLASSES : TRAINING_GLASSES)) {
        List<GlassSimulation> melts =
            part.simulations().stream()
                .filter(melt -> melt.composition().equals(glass))
                .limit(MELTS)
                .toList();
        for (GlassSimulation melt : melts) {
          glasses.add(row(melt));
          split.add(melt.id() + (test ? ",test" : ",train"));
          PcfCsv.write(folder.resolve("pcf").resolve(melt.id() + ".csv.gz"), curves(melt));
        }
      }
    }
    Files.write(folder.resolve("glasses.csv"), glasses);
    if (holdOut) {
      Files.write(folder.resolve("split.csv"), split);
    }
    return folder;
  }

  private static List<GlassComposition> chosen(GlassDataset part, int count) {
    return part.compositions().stream()
        .filter(glass -> PAIRS.stream().allMatch(pair -> part.sample(glass, pair).isPresent()))
        .limit(count)
        .toList();
  }

  private static Map<ElementPair, PairCorrelationFunction> curves(GlassSimulation melt) {
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    PAIRS.forEach(pair -> curves.put(pair, melt.curve(pair).orElseThrow()));
    return curves;
  }

  private static String row(GlassSimulation melt) {
    List<String> cells = new ArrayList<>(List.of(melt.id()));
    for (String oxide : List.of("SiO2", "B2O3", "Na2O", "BaO", "ZnO", "TiO2")) {
      cells.add(Double.toString(melt.composition().molePercent(Oxide.of(oxide))));
    }
    cells.add(Long.toString(melt.seed().orElseThrow()));
    cells.add(Double.toString(melt.density().orElseThrow()));
    cells.add(Double.toString(melt.volume().orElseThrow()));
    for (String element : List.of("Si", "B", "O", "Ba", "Na", "Ti", "Zn")) {
      cells.add(Integer.toString(melt.atomCount(Element.of(element))));
    }
    cells.add(melt.engine());
    return String.join(",", cells);
  }
}
