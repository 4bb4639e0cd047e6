package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.glasspcf.core.dataset.Melts.melt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlassDatasetWriterTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;

  /** A melt with everything that a row can hold, and values that need all digits. */
  private static GlassSimulation full(String id, String composition, long seed) {
    GlassComposition glass = GlassComposition.parse(composition);
    SplittableRandom random = new SplittableRandom(seed);
    RadialGrid grid = RadialGrid.uniform(10, 500);
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    for (ElementPair pair : glass.pairs()) {
      curves.put(pair, PairCorrelationFunction.of(grid, random.doubles(500, 0, 30).toArray()));
    }
    return GlassSimulation.of(id, glass, Melts.atoms(glass, 7), curves)
        .withSeed(seed)
        .withDensity(random.nextDouble(1, 5))
        .withVolume(random.nextDouble(1e3, 1e8))
        .withEngine("lammps, patched \"x\"");
  }

  private static GlassSimulation soda(String id) {
    GlassComposition glass = GlassComposition.parse("80SiO2-20Na2O");
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    glass.pairs().forEach(pair -> curves.put(pair, Melts.curve(0, 1, 2, 3)));
    return GlassSimulation.of(id, glass, Melts.atoms(glass, 10), curves)
        .withSeed(7)
        .withDensity(2.5)
        .withVolume(1000)
        .withEngine("lammps");
  }

  private String refused(GlassSimulation simulation) {
    return assertThrows(
            IllegalArgumentException.class, () -> GlassDatasetWriter.append(folder, simulation))
        .getMessage();
  }

  private String unsound(GlassSimulation simulation) {
    return assertThrows(
            GlassDataException.class, () -> GlassDatasetWriter.append(folder, simulation))
        .getMessage();
  }

  /** Without the accent where file names cannot have one, as in the C locale. */
  private static String accented(String id) {
    return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(id)
        ? id
        : id.replace("é", "e");
  }

  @Test
  void append_toNoFolder_makesADataSetThatReadsBackEqual() {
    Path fresh = folder.resolve("new/data");
    List<GlassSimulation> melts =
        List.of(
            full("nbs-60-20-20-s1", "60SiO2-20B2O3-20Na2O", 1),
            full("nbs-60-20-20-s2", "60SiO2-20B2O3-20Na2O", -2),
            full("sio2-s1", "SiO2", 3),
            full(accented("k.1_é+2"), "33.333333SiO2-33.333333K2O-33.333334CeO2", Long.MAX_VALUE));
    for (int count = 1; count <= melts.size(); count++) {
      GlassDatasetWriter.append(fresh, melts.get(count - 1));
      assertEquals(
          GlassDataset.of(melts.subList(0, count)).sha256(),
          GlassDataset.read(fresh).sha256(),
          melts.get(count - 1).id());
    }
  }

  @Test
  void append_newOxidesAndElements_getColumnsBehindTheirLike() throws IOException {
    GlassDatasetWriter.append(folder, full("a", "SiO2", 1));
    GlassDatasetWriter.append(folder, full("b", "90SiO2-10BaO", 2));
    List<String> lines = Files.readAllLines(folder.resolve("glasses.csv"));
    assertEquals(
        "id,SiO2_molpct,BaO_molpct,seed,density_g_cm3,volume_A3,n_Si,n_O,n_Ba,engine",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("a,100,0,1,"), lines.get(1));
    assertTrue(lines.get(1).endsWith(",7,7,0,\"lammps, patched \"\"x\"\"\""), lines.get(1));
    assertTrue(lines.get(2).startsWith("b,90,10,2,"), lines.get(2));
  }

  @Test
  void append_structureOnly_hasNoOtherColumns() throws IOException {
    GlassDatasetWriter.append(folder, melt("a", "SiO2", 1));
    assertEquals(
        List.of("id,SiO2_molpct,n_Si,n_O", "a,100,10,10"),
        Files.readAllLines(folder.resolve("glasses.csv")));
  }

  @Test
  void append_foreignColumnsAndSpellings_stay() throws IOException {
    new DatasetFolder(folder)
        .delete("split.csv")
        .write(
            "glasses.csv",
            """
            note,id,ONa2_molpct,O2Si_molpct,n_O,n_Si,n_Na,seed,density_g_cm3,volume_A3,engine
            "old, but good",soda-s1,20,80,180,80,40,17,2.4,1500.5,lammps
            ,silica-s1,0,100,180,90,0,19,2.2,1300,lammps
            """);
    GlassDatasetWriter.append(folder, soda("soda-s9"));
    assertEquals(
        List.of(
            "note,id,ONa2_molpct,O2Si_molpct,n_O,n_Si,n_Na,seed,density_g_cm3,volume_A3,engine",
            "\"old, but good\",soda-s1,20,80,180,80,40,17,2.4,1500.5,lammps",
            ",silica-s1,0,100,180,90,0,19,2.2,1300,lammps",
            ",soda-s9,20,80,10,10,10,7,2.5,1000,lammps"),
        Files.readAllLines(folder.resolve("glasses.csv")));
    assertEquals(3, GlassDataset.read(folder).simulations().size());
  }

  @Test
  void append_idThatIsThere_isRefused() {
    GlassDatasetWriter.append(folder, soda("a"));
    String before = GlassDataset.read(folder).sha256();
    assertEquals("simulation a is in the data set " + folder + " already", refused(soda("a")));
    assertEquals(before, GlassDataset.read(folder).sha256());
  }

  @Test
  void append_idThatIsNoFileName_isRefused() {
    for (String id : List.of("../a", "a/b", "-a", ".a", "a b", "a,b")) {
      assertTrue(refused(soda(id)).contains("was '" + id + "'"), id);
    }
    assertFalse(Files.exists(folder.resolve("pcf")));
  }

  @Test
  void append_otherGrid_isRefused() {
    GlassDatasetWriter.append(folder, soda("a"));
    String message = refused(full("b", "80SiO2-20Na2O", 1));
    assertTrue(message.contains("b has 500 bins from 0 to 10 Å and " + folder), message);
    assertTrue(message.endsWith("has 4 bins from 0 to 2 Å"), message);
    assertFalse(Files.exists(folder.resolve("pcf/b.csv.gz")));
  }

  @Test
  void append_unevenGrid_isRefused() {
    RadialGrid grid = RadialGrid.ofEdges(0, 1, 3);
    GlassSimulation melt =
        GlassSimulation.of(
            "a",
            GlassComposition.parse("SiO2"),
            Map.of(Element.Si, 1, Element.O, 2),
            Map.of(SI_O, PairCorrelationFunction.of(grid, new double[] {0, 1})));
    assertTrue(refused(melt).contains("equally wide bins"));
    assertFalse(Files.exists(folder.resolve("glasses.csv")));
  }

  @Test
  void append_gridThatCentersDoNotGive_isRefusedAndLeavesNothing() {
    RadialGrid grid = RadialGrid.uniform(1 + 1e-13, 3);
    GlassSimulation melt =
        GlassSimulation.of(
            "a",
            GlassComposition.parse("SiO2"),
            Map.of(Element.Si, 1, Element.O, 2),
            Map.of(SI_O, PairCorrelationFunction.of(grid, new double[] {0, 1, 2})));
    assertTrue(refused(melt).contains("does not come back"));
    assertFalse(Files.exists(folder.resolve("pcf/a.csv.gz")));
  }

  @Test
  void append_columnMoreOrLess_isRefused() {
    GlassDatasetWriter.append(folder, soda("a"));
    String less = refused(melt("b", "80SiO2-20Na2O", 1).withSeed(1).withDensity(1).withVolume(1));
    assertEquals(
        "simulation b needs a value for the column engine of " + folder.resolve("glasses.csv"),
        less);
    Path bare = folder.resolve("bare");
    GlassDatasetWriter.append(bare, melt("a", "SiO2", 1));
    GlassSimulation more = melt("b", "SiO2", 1).withSeed(5);
    String message =
        assertThrows(IllegalArgumentException.class, () -> GlassDatasetWriter.append(bare, more))
            .getMessage();
    assertTrue(message.contains("must have no seed to be added"), message);
    assertEquals(1, GlassDataset.read(bare).simulations().size());
  }

  @Test
  void append_toAFixedSplit_isRefused() {
    DatasetFolder data = new DatasetFolder(folder);
    String before = data.read().sha256();
    String message = unsound(soda("soda-s9"));
    assertTrue(message.startsWith(folder.resolve("split.csv") + ": must not be there"), message);
    assertEquals(before, data.read().sha256());
  }

  @Test
  void append_toAnUnsoundFolder_isRefused() {
    new DatasetFolder(folder).delete("split.csv").delete("pcf/soda-s1.csv.gz");
    assertTrue(unsound(soda("soda-s9")).contains("pcf/soda-s1.csv.gz, which is missing"));
  }

  @Test
  void append_afterAKilledAppend_takesItsCurves() throws IOException {
    GlassDatasetWriter.append(folder, soda("a"));
    byte[] glasses = Files.readAllBytes(folder.resolve("glasses.csv"));
    GlassDatasetWriter.append(folder, soda("b"));
    Files.write(folder.resolve("glasses.csv"), glasses);
    assertEquals(1, GlassDataset.read(folder).simulations().size());
    GlassDatasetWriter.append(folder, soda("b"));
    assertEquals(2, GlassDataset.read(folder).simulations().size());
  }

  @Test
  void append_overCurvesOfSomebody_isRefused() throws IOException {
    DatasetFolder data = new DatasetFolder(folder).delete("split.csv");
    data.write("pcf/mine.csv.gz", DatasetFolder.CURVES);
    byte[] before = Files.readAllBytes(data.path("pcf/mine.csv.gz"));
    String message = unsound(soda("mine"));
    assertTrue(message.contains("glasses.csv lists no simulation of that name"), message);
    assertEquals(before.length, Files.size(data.path("pcf/mine.csv.gz")));
    data.write("pcf/yours.csv", DatasetFolder.CURVES);
    assertTrue(unsound(soda("yours")).contains("pcf/yours.csv: must not be there"));
  }

  @Test
  void append_fromManyThreads_losesNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String id = "m" + i;
        tasks.add(pool.submit(() -> GlassDatasetWriter.append(folder, soda(id))));
      }
      for (Future<?> task : tasks) {
        task.get(60, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(12, GlassDataset.read(folder).simulations().size());
  }

  @Test
  void append_inAnotherLocale_readsBackEqual() {
    Locale before = Locale.getDefault();
    GlassSimulation melt = full("a", "60SiO2-40Na2O", 9);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      GlassDatasetWriter.append(folder, melt);
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(GlassDataset.of(List.of(melt)).sha256(), GlassDataset.read(folder).sha256());
  }

  /** The child: appends without end. */
  static final class AppendForever {
    private AppendForever() {}

    public static void main(String[] arguments) {
      for (long i = Long.parseLong(arguments[1]); ; i++) {
        GlassDatasetWriter.append(Path.of(arguments[0]), full("m" + i, "80SiO2-20Na2O", i));
      }
    }
  }

  @Test
  void folder_whoseWriterIsKilled_canBeReadAndAddedTo() throws Exception {
    Path data = folder.resolve("data");
    SplittableRandom random = new SplittableRandom(1);
    int listed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int first = listed;
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  AppendForever.class.getName(),
                  data.toString(),
                  Integer.toString(first))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("child.log").toFile())
              .start();
      try {
        Path appended = data.resolve("pcf/m" + (first + 1) + ".csv.gz");
        for (int waited = 0; !Files.exists(appended); waited++) {
          assertTrue(child.isAlive() && waited < 3_000, "the child wrote nothing");
          Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(60));
      } finally {
        child.destroyForcibly();
      }
      assertTrue(child.waitFor(20, TimeUnit.SECONDS));
      listed = GlassDataset.read(data).simulations().size();
      assertTrue(listed > first, "the child added something");
    }
  }

  @Test
  void append_withoutAConditionThatTheOthersHave_isRefused() throws IOException {
    NumericInput rate = NumericInput.logarithmic("rate", "K/ps", 1, 100);
    GlassSimulation melt = full("a", "80SiO2-20Na2O", 1);
    GlassDatasetWriter.append(folder, melt.withCondition(rate, 10));
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> GlassDatasetWriter.append(folder, full("b", "80SiO2-20Na2O", 2)));
    assertTrue(refused.getMessage().contains("b needs the condition rate"), refused.getMessage());
    assertEquals(1, GlassDataset.read(folder, List.of(rate)).simulations().size());
  }

  @Test
  void read_conditionsThatClash_areRefused() {
    NumericInput rate = NumericInput.linear("rate", "K/ps", 1, 100);
    NumericInput seed = NumericInput.linear("seed", "1", 1, 100);
    for (List<NumericInput> inputs : List.of(List.of(rate, rate), List.of(seed))) {
      assertThrows(IllegalArgumentException.class, () -> GlassDataset.read(folder, inputs));
    }
  }
}
