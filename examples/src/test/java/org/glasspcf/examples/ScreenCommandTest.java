package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.core.dataset.CompositionFile;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.screening.CompositionSource;
import org.glasspcf.pipeline.screening.Screening;
import org.glasspcf.pipeline.screening.ScreeningFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Screening on the command line, with the model that comes with the library. */
@Timeout(300)
class ScreenCommandTest {
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final int HEAD = 4;

  /**
   * 40 to 80 % of SiO2 and up to 40 % of B2O3 in steps of 0.2 mol%: 101 · 201 + (200 + … + 101) =
   * 35,351 glasses.
   */
  private static final List<String> GRID =
      List.of("--oxide=SiO2=40..80", "--oxide=B2O3=0..40", "--oxide=Na2O=rest", "--step=0.2");

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out.csv");
  }

  private Path part() {
    return folder.resolve("out.csv.part");
  }

  private ToolRun screen(String... arguments) {
    List<String> all = new ArrayList<>(List.of("screen", "--out=" + out()));
    all.addAll(List.of(arguments));
    return ToolRun.of(all.toArray(String[]::new));
  }

  private List<String> rows() throws IOException {
    List<String> lines = Files.readAllLines(out());
    return lines.subList(HEAD, lines.size());
  }

  @Test
  void grid_writesARowForEachGlass() throws IOException {
    ToolRun run =
        screen(
                "--oxide=SiO2=50..60",
                "--oxide=Na2O=rest",
                "--oxide=ZnO=5",
                "--step=2.5",
                "--pair=Na-O",
                "--pair=O-Si")
            .succeeded();
    assertEquals(out() + ": 5 glasses\n", run.out());
    assertTrue(run.err().startsWith("5 glasses in "), run.err());
    assertEquals(
        List.of(
            "50,0,45,0,5,0",
            "52.5,0,42.5,0,5,0",
            "55,0,40,0,5,0",
            "57.5,0,37.5,0,5,0",
            "60,0,35,0,5,0"),
        rows().stream().map(row -> row.split("(,[^,]*){20}$")[0]).toList());
    List<String> lines = Files.readAllLines(out());
    assertTrue(lines.get(3).contains(",Na-O_bond_length_A,"), lines.get(3));
    assertTrue(lines.get(3).endsWith(",Si-O_domain_distance_molpct"), lines.get(3));
    assertFalse(Files.exists(part()));
  }

  @Test
  void quantities_areThoseAskedForInTheirOrder() throws IOException {
    screen(
            "--oxide=SiO2=60",
            "--oxide=B2O3=20",
            "--oxide=Na2O=rest",
            "--pair=B-O",
            "--quantity=coordination-number",
            "--quantity=DOMAIN-PLACE",
            "--threads=1")
        .succeeded();
    String header = Files.readAllLines(out()).get(3);
    assertTrue(header.endsWith("TiO2_molpct,B-O_coordination,B-O_domain"), header);
    String[] cells = rows().get(0).split(",");
    assertEquals(8, cells.length);
    double predicted =
        ToolRun.of("predict", "--composition=60SiO2-20B2O3-20Na2O", "--pair=B-O")
            .succeeded()
            .number("B-O", 7);
    assertEquals(predicted, Double.parseDouble(cells[6]), 0.005, "predict prints 2 decimals");
    assertEquals("inside", cells[7]);
  }

  @Test
  void random_drawsGlassesOfTheGrid() throws IOException {
    screen(
            GRID.get(0),
            GRID.get(1),
            GRID.get(2),
            "--step=0.001",
            "--random=50",
            "--seed=3",
            "--pair=B-O")
        .succeeded();
    CompositionGrid grid =
        CompositionGrid.of(
            0.001,
            OxideRange.of(Oxide.SiO2, 40, 80),
            OxideRange.of(Oxide.B2O3, 0, 40),
            OxideRange.rest(Oxide.Na2O));
    try (Stream<GlassComposition> read = CompositionFile.read(out())) {
      assertEquals(grid.random(3, 50).toList(), read.toList());
    }
  }

  @Test
  void compositions_ofAFile_areScreenedAndNormalizationIsNoted() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.txt"), "SiO2\n60SiO2-20B2O3-20.25Na2O\n# and\n80.2SiO2-20Na2O\n");
    ToolRun run = screen("--compositions=" + list, "--pair=Si-O").succeeded();
    assertEquals(3, rows().size());
    assertTrue(
        run.err()
            .contains(
                "note: the amounts of 59.850374SiO2-19.950125B2O3-20.199501Na2O, which sum to 100.25"
                    + " mol%, were normalized to 100, and so were those of 1 more\n"),
        run.err());
    Path first = Files.move(out(), folder.resolve("first.csv"));
    screen("--compositions=" + first, "--pair=Si-O").succeeded();
    assertEquals(
        Files.readAllLines(first).subList(HEAD, HEAD + 3), rows(), "a screening can be read");
  }

  @Test
  void compositions_ofWhatCanBeReadOnceOnly_areRefused() {
    screen("--compositions=" + folder, "--pair=Si-O").assertRefused("must be a regular file");
    assertFalse(Files.exists(out()) || Files.exists(part()));
  }

  @Test
  void compositions_ofStandardInput_areScreened() throws Exception {
    Path list = Files.writeString(folder.resolve("list.txt"), "SiO2\n80SiO2-20Na2O\n");
    Process child = start(List.of("--compositions=-", "--pair=Si-O"), list.toFile());
    assertEquals(0, finish(child), log());
    assertEquals(2, rows().size());
  }

  @Test
  void stopped_saysHowToGoOn_andGoesOn() throws IOException {
    byte[] whole = uninterrupted();
    Files.write(part(), Arrays.copyOf(whole, whole.length / 3));
    List<String> arguments = new ArrayList<>(GRID);
    arguments.add("--pair=B-O");
    Thread.currentThread().interrupt();
    ToolRun run = screen(arguments.toArray(String[]::new));
    assertTrue(Thread.interrupted(), "the flag stays set");
    assertEquals(130, run.code(), run.err());
    assertEquals("", run.out());
    assertTrue(
        run.err()
            .matches(
                "(?s)goes on after 1\\d,\\d{3} glasses\nstopped after 1\\d,\\d{3} glasses, which are in \\Q"
                    + part()
                    + "\\E; the same command goes on after them\nglass-pcf: stopped\n"),
        run.err());
    assertFalse(Files.exists(out()));
    screen(arguments.toArray(String[]::new)).succeeded();
    assertArrayEquals(whole, Files.readAllBytes(out()));
  }

  /** The file of a screening that was never stopped, by the library and on one thread. */
  private byte[] uninterrupted() throws IOException {
    Path file = folder.resolve("whole.csv");
    CompositionGrid grid =
        CompositionGrid.of(
            0.2,
            OxideRange.of(Oxide.SiO2, 40, 80),
            OxideRange.of(Oxide.B2O3, 0, 40),
            OxideRange.rest(Oxide.Na2O));
    Screening screening = Screening.of(GlassPcfPipeline.pretrained(), B_O).withThreads(1);
    assertEquals(35_351, ScreeningFile.of(screening, CompositionSource.of(grid)).write(file));
    return Files.readAllBytes(file);
  }

  @Test
  void killed_atAnyMoment_andStartedAgain_writesTheSameFile() throws Exception {
    byte[] whole = uninterrupted();
    SplittableRandom random = new SplittableRandom(11);
    List<String> arguments = new ArrayList<>(GRID);
    arguments.addAll(List.of("--pair=B-O", "--threads=2"));
    int kills = 0;
    while (kills < 3) { // again from the beginning, if it was done before
      Files.deleteIfExists(out());
      kills += killUntilDone(arguments, whole, random);
      assertArrayEquals(whole, Files.readAllBytes(out()));
      assertFalse(Files.exists(part()));
    }
  }

  /** Starts a screening as often as it takes, and returns how often it was killed. */
  private int killUntilDone(List<String> arguments, byte[] whole, SplittableRandom random)
      throws Exception {
    int kills = 0;
    long rowsBefore = 0;
    while (!Files.exists(out())) {
      assertTrue(kills < 100, "it does not get on");
      Process child = start(arguments, null);
      // Killed when it has got on by up to a quarter of the file, from not at all on.
      long goal = rowsBefore + (kills == 0 ? 0 : random.nextLong(whole.length / 4));
      while (child.isAlive() && sizeOf(part()) <= goal) {
        Thread.sleep(2);
      }
      child.destroyForcibly();
      finish(child);
      if (!Files.exists(out())) {
        assertTrue(Files.exists(part()), log());
        byte[] left = Files.readAllBytes(part());
        assertArrayEquals(Arrays.copyOf(whole, left.length), left, "a beginning of the file");
        rowsBefore = left.length;
        kills++;
      }
    }
    return kills;
  }

  /** The size of a file (bytes); -1 if it is not there, as when it has just been renamed. */
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void fullDisk_isSaidInOneLine_andTheFileGoesOn() throws Exception {
    byte[] whole = uninterrupted();
    List<String> arguments = new ArrayList<>(GRID);
    arguments.add("--pair=B-O");
    List<String> limited =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f 2000; exec \"$@\"", "sh"));
    limited.addAll(command(arguments));
    Process child =
        new ProcessBuilder(limited).redirectErrorStream(true).redirectOutput(logFile()).start();
    assertEquals(2, finish(child), log());
    assertTrue(
        log()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith("glass-pcf: " + part() + ": cannot be written: ")
                        && line.endsWith("; the same screening goes on after its last whole row")),
        log());
    assertTrue(Files.size(part()) > 500_000, "rows that fit");
    screen(arguments.toArray(String[]::new)).succeeded();
    assertArrayEquals(whole, Files.readAllBytes(out()));
  }

  private List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GlassPcf.class.getName(),
                "screen"));
    command.addAll(arguments);
    command.add("--out=" + out());
    return command;
  }

  private File logFile() {
    return folder.resolve("child.log").toFile();
  }

  private String log() throws IOException {
    return Files.readString(logFile().toPath());
  }

  private Process start(List<String> arguments, File input) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(logFile());
    return (input == null ? builder : builder.redirectInput(input)).start();
  }

  private static int finish(Process child) throws InterruptedException {
    assertTrue(child.waitFor(120, TimeUnit.SECONDS), "the child ends");
    return child.exitValue();
  }

  @Test
  void partOfAnotherScreening_isRefused() throws IOException {
    Files.writeString(part(), "# screening by somebody else\n");
    screen("--oxide=SiO2=rest", "--pair=Si-O")
        .assertRefused(".part:1: it belongs to another screening, which had \"# screening by some");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "there must be glasses to screen: give --oxide, or --compositions | --pair=Si-O",
        "exclude each other | --pair=Si-O --oxide=SiO2=rest --compositions=list.txt",
        "exclude each other | --pair=Si-O --step=1 --compositions=list.txt",
        "--seed needs --random | --pair=Si-O --oxide=SiO2=rest --seed=1",
        "--oxide must be like SiO2=40..80, ZnO=5 or Na2O=rest (mol%), not SiO2 | --pair=Si-O"
            + " --oxide=SiO2",
        "not SiO2=40-80 | --pair=Si-O --oxide=SiO2=40-80",
        "\"Sio2\" is not the formula of an oxide | --pair=Si-O --oxide=Sio2=rest",
        "SiO2 must go from 0 up to 100 (mol%), got 80 to 40 | --pair=Si-O --oxide=SiO2=80..40",
        "sum to at most 40 mol% | --pair=Si-O --oxide=SiO2=30..40",
        "the step of a grid must be at least 0.001 mol% | --pair=Si-O --oxide=SiO2=rest --step=0",
        "must be from 1 to the 1 that it has, got 5 | --pair=Si-O --oxide=SiO2=rest --random=5",
        "--oxide must be one that the model knows, [SiO2, B2O3, Na2O, BaO, ZnO, TiO2], not CaO |"
            + " --pair=Si-O --oxide=SiO2=rest --oxide=CaO=0..20",
        "--pair must be of elements of the grid, [Si, O], not B-O | --pair=B-O --oxide=SiO2=rest",
        "a pair must be two element symbols | --pair=Si --oxide=SiO2=rest",
        "--threads must be at least 1, got 0 | --pair=Si-O --oxide=SiO2=rest --threads=0",
        "list.txt: cannot be read: | --pair=Si-O --compositions=list.txt",
        "must be one of first-peak-position, | --pair=Si-O --oxide=SiO2=rest --quantity=peak",
        "Missing required option: '--pair=<pair>' | --oxide=SiO2=rest",
      })
  void badOption_isOneLineThatNamesIt(String named, String arguments) throws IOException {
    screen(arguments.split(" ")).assertRefused(named);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count(), "nothing is written");
    }
  }

  @Test
  void out_thatCannotBe_isRefused() throws IOException {
    Path list = Files.writeString(folder.resolve("out.csv"), "SiO2\n");
    screen("--compositions=" + list, "--pair=Si-O")
        .assertRefused("--compositions and --out must be different files");
    ToolRun.of("screen", "--oxide=SiO2=rest", "--pair=Si-O", "--out=" + folder.resolve("a.csv.gz"))
        .assertRefused("--out must be a file that is not compressed");
    ToolRun.of("screen", "--oxide=SiO2=rest", "--pair=Si-O", "--out=" + folder)
        .assertRefused("--out must name a file, but this is a folder");
  }

  @Test
  void badGlass_isNamedWithItsLineOrIndex() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "SiO2\n60SiO2-40CaO\n");
    screen("--compositions=" + list, "--pair=Si-O")
        .assertRefused("glass 1 of the screening, 60SiO2-40CaO: a glass must consist of oxides");
    Files.writeString(list, "SiO2\nnonsense\n");
    Files.delete(part());
    screen("--compositions=" + list, "--pair=Si-O")
        .assertRefused("list.txt:2: cannot read the composition \"nonsense\"");
  }

  @Test
  void readme_commandsRun() throws IOException {
    Path list = folder.resolve("glasses.txt");
    Files.writeString(list, "57SiO2-23.5B2O3-19.5Na2O\n80SiO2-20ZnO\n");
    List<String> commands =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.startsWith("glass-pcf screen "))
            .map(line -> line.replace("--random 1000000", "--random 1000"))
            .map(line -> line.replaceAll("([a-z]+\\.(csv|txt))", folder + "/$1"))
            .toList();
    assertEquals(3, commands.size());
    for (String command : commands) {
      List<String> words = List.of(command.split(" "));
      ToolRun.of(words.subList(1, words.size()).toArray(String[]::new)).succeeded();
    }
    assertEquals(HEAD + 5741, Files.readAllLines(folder.resolve("screened.csv")).size());
    assertEquals(HEAD + 1000, Files.readAllLines(folder.resolve("drawn.csv")).size());
    assertEquals(HEAD + 2, Files.readAllLines(folder.resolve("listed.csv")).size());
  }

  @Test
  void numbers_areThoseOfPredictions() throws IOException {
    screen(
            "--oxide=SiO2=50..60",
            "--oxide=B2O3=rest",
            "--step=5",
            "--pair=B-O",
            "--quantity=first-peak-height")
        .succeeded();
    GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
    for (String row : rows()) {
      String[] cells = row.split(",");
      PcfPrediction prediction =
          pipeline.predict(GlassComposition.parse(cells[0] + "SiO2-" + cells[1] + "B2O3"), B_O);
      assertEquals(
          prediction.firstPeak().orElseThrow().height(), Double.parseDouble(cells[6]), 0.5001e-6);
    }
  }
}
