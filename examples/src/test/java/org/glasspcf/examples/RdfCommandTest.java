package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.correlation.PairCorrelationCalculator;
import org.glasspcf.core.correlation.PairCorrelations;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.core.trajectory.TrajectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RdfCommandTest {
  static final Path RAW =
      Path.of("../core/src/test/resources/org/glasspcf/core/raw/nbs-60-20-20-s1");
  private static final Path TRAJECTORY = RAW.resolve("traj.dump.gz");
  private static final int LINES_OF_A_FRAME = 9 + 1499;
  private static final int COORDINATION = 7;

  @TempDir Path folder;

  @Test
  void table_tellsFramesBoxAndShells() {
    ToolRun run = ToolRun.of("rdf", TRAJECTORY.toString()).succeeded();
    assertTrue(
        run.out()
            .startsWith("traj.dump.gz: 11 frames of 1499 atoms (B 176, O 882, Na 176, Si 265)"),
        run.out());
    assertTrue(run.out().contains("box 26.421 × 26.421 × 26.421 Å"), run.out());
    // 2.4762 is the density of this melt in the data set's glasses.csv.
    assertTrue(run.out().contains("density 2.4762 g/cm³"), run.out());
    assertTrue(run.out().contains("\n500 bins of 0.02 Å"), run.out());
    assertEquals(1.61, run.number("Si-O", 1), 0.01);
    assertEquals(4.00, run.number("Si-O", COORDINATION), 0.02);
    assertEquals(
        run.number("Si-O", COORDINATION) * 265 / 882, run.number("Si-O", COORDINATION + 1), 1e-3);
    assertTrue(run.out().contains("fourfold boron (BO4): 6"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void files_holdWhatTheLibraryComputes() throws IOException {
    Path csv = folder.resolve("g.csv.gz");
    Path coordination = folder.resolve("n.csv");
    Path plot = folder.resolve("g.png");
    ToolRun.of(
            "rdf",
            TRAJECTORY.toString(),
            "--r-max=8",
            "--bins=200",
            "--threads=1",
            "--csv=" + csv,
            "--coordination=" + coordination,
            "--plot=" + plot)
        .succeeded();
    PairCorrelations expected;
    try (TrajectoryReader frames = TrajectoryReader.open(TRAJECTORY)) {
      expected = PairCorrelationCalculator.of(RadialGrid.uniform(8, 200)).ofFrames(frames);
    }
    assertEquals(expected.curves(), PcfCsv.read(csv));
    List<String> rows = Files.readAllLines(coordination);
    assertEquals(201, rows.size());
    List<String> head = List.of(rows.get(0).split(","));
    assertEquals(17, head.size());
    String[] last = rows.get(200).split(",");
    assertEquals("8", last[head.indexOf("r_outer_A")]);
    ElementPair pair = ElementPair.of("Si", "O");
    assertEquals(
        expected.runningCoordination(pair.second(), pair.first())[199],
        Double.parseDouble(last[head.indexOf("O-Si")]),
        1e-9);
    assertEquals(1700, ImageIO.read(plot.toFile()).getWidth());
    assertEquals(List.of("g.csv.gz", "g.png", "n.csv"), names());
  }

  @ParameterizedTest
  @CsvSource({
    "--skip=10, 1 frame of",
    "--skip=4, 7 frames of",
    "--every=5, 3 frames of",
    "--skip=1 --every=4, 3 frames of"
  })
  void frames_areTheOnesAskedFor(String options, String said) {
    List<String> arguments = new ArrayList<>(List.of("rdf", TRAJECTORY.toString()));
    arguments.addAll(List.of(options.split(" ")));
    ToolRun run = ToolRun.of(arguments.toArray(String[]::new)).succeeded();
    assertTrue(run.out().contains(said), run.out());
  }

  @Test
  void binWidth_dividesTheRange() throws IOException {
    Path csv = folder.resolve("g.csv");
    ToolRun.of("rdf", TRAJECTORY.toString(), "--skip=10", "--bin-width=0.05", "--csv=" + csv)
        .succeeded();
    assertEquals(201, Files.readAllLines(csv).size());
  }

  @Test
  void typesOnly_needElements() throws IOException {
    List<String> frame = lines().subList(0, LINES_OF_A_FRAME);
    Path withElements = Files.write(folder.resolve("elements.dump"), frame);
    Path types =
        Files.write(
            folder.resolve("types.dump"),
            frame.stream()
                .map(line -> line.replace("id type element", "id type"))
                .map(line -> line.replaceFirst("^(\\d+ \\d+) [A-Z][a-z]? ", "$1 "))
                .toList());
    ToolRun.of("rdf", types.toString()).assertRefused("types 1, 2, … with --elements");
    ToolRun.of("rdf", types.toString(), "--elements=Si,B,O").assertRefused("--elements names");
    ToolRun.of("rdf", types.toString(), "--elements=Si,Xx").assertRefused("--elements: ");
    String expected = ToolRun.of("rdf", withElements.toString()).succeeded().out();
    for (String elements : List.of("Si,B,O,Na", "1=Si,2=B,3=O,4=Na")) {
      ToolRun run = ToolRun.of("rdf", types.toString(), "--elements=" + elements).succeeded();
      assertEquals(expected.replace("elements.dump", "types.dump"), run.out());
    }
  }

  @Test
  void truncatedFrame_isAnErrorUnlessItMayBeDropped() throws IOException {
    List<String> cut = lines().subList(0, 2 * LINES_OF_A_FRAME - 5);
    Path file = Files.write(folder.resolve("cut.dump"), cut);
    ToolRun.of("rdf", file.toString()).assertRefused("cut.dump:" + (cut.size() + 1) + ": ");
    ToolRun run = ToolRun.of("rdf", file.toString(), "--drop-truncated").succeeded();
    assertTrue(run.out().contains(": 1 frame of"), run.out());
    assertTrue(run.err().startsWith("note: left out frame 2: "), run.err());
  }

  @Test
  void outputs_oneFails_theOthersAndTheTableAreThere() throws IOException {
    Path csv = folder.resolve("g.csv");
    ToolRun run =
        ToolRun.of(
            "rdf", TRAJECTORY.toString(), "--skip=10", "--csv=" + csv, "--coordination=/dev/full");
    assumeTrue(Files.exists(Path.of("/dev/full")));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("/dev/full"), run.err());
    assertTrue(run.out().contains("\nSi-O "), run.out());
    assertEquals(10, PcfCsv.read(csv).size());
  }

  @Test
  void output_onTheTrajectoryItself_isRefused() throws IOException {
    Path file = Files.copy(TRAJECTORY, folder.resolve("traj.dump.gz"));
    byte[] before = Files.readAllBytes(file);
    ToolRun.of("rdf", file.toString(), "--csv=" + file)
        .assertRefused("the trajectory and --csv must be different files");
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @CsvSource({
    "--r-max=0, --r-max must be",
    "--r-max=NaN, --r-max must be",
    "--r-max=14, 13.2",
    "--bins=1, --bins must be at least 2",
    "--bins=many, many",
    "--bin-width=0.3, --bin-width must be",
    "--bins=10 --bin-width=1, exclude each other",
    "--threads=0, --threads must be at least 1",
    "--skip=-1, --skip must be at least 0",
    "--skip=11, got 11 of 11",
    "--every=0, --every must be at least 1",
    "--csv=no/such/folder/g.csv, no/such/folder",
    "--csv=a --plot=a, --csv and --plot must be different files"
  })
  void badOption_isOneLineThatNamesIt(String options, String named) {
    List<String> arguments = new ArrayList<>(List.of("rdf", TRAJECTORY.toString()));
    arguments.addAll(List.of(options.split(" ")));
    ToolRun.of(arguments.toArray(String[]::new)).assertRefused(named);
  }

  @Test
  void badTrajectory_isOneLineThatNamesIt() throws IOException {
    ToolRun.of("rdf").assertRefused("<trajectory>");
    ToolRun.of("rdf", "no/such.dump").assertRefused("no/such.dump");
    Path text = Files.writeString(folder.resolve("notes.txt"), "not atoms");
    ToolRun.of("rdf", text.toString()).assertRefused("notes.txt:1: ");
  }

  @Test
  void interrupt_endsWith130AndWritesNothing() throws IOException {
    Thread.currentThread().interrupt();
    ToolRun run = ToolRun.of("rdf", TRAJECTORY.toString(), "--csv=" + folder.resolve("g.csv"));
    Thread.interrupted();
    assertEquals(130, run.code(), run.err());
    assertEquals("glass-pcf: stopped", run.err().strip());
    assertEquals(List.of(), names());
  }

  /** It is compared with LAMMPS as a whole process. */
  @Test
  void process_loadsNeitherEnginesNorGraphicsAndStartsNoChild() throws Exception {
    Path log = folder.resolve("classes.txt");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                GlassPcf.class.getName(),
                "rdf",
                TRAJECTORY.toString(),
                "--csv=" + folder.resolve("g.csv"))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), said);
    assertFalse(said.contains("child"), said);
    Map<ElementPair, PairCorrelationFunction> curves = PcfCsv.read(folder.resolve("g.csv"));
    assertEquals(10, curves.size());
    List<String> loaded = Files.readAllLines(log);
    assertTrue(loaded.stream().anyMatch(line -> line.contains("PairCorrelationCalculator")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(
                line ->
                    line.matches(
                        ".* (org\\.(nd4j|deeplearning4j|bytedeco|tribuo|knowm)|java\\.awt"
                            + "|javax\\.imageio|org\\.glasspcf\\.(pipeline|forest))\\..*"))
            .toList());
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(TRAJECTORY))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toFile).map(File::getName).sorted().toList();
    }
  }
}
