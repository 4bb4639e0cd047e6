package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.dataset.PcfCsv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands {@code structure} and {@code diffraction} on simulated curves. */
@Timeout(60)
class StructureCommandsTest {
  private static final int PEAK = 1;
  private static final int HEIGHT = 2;
  private static final int BOND = 6;
  private static final int COORDINATION = 7;

  @TempDir static Path shared;

  /** Vitreous SiO2 (500 Si, 1000 O in 21798.265 Å³), as the bundled data hold it. */
  private static Path silica;

  private static Path lammps;
  private static Path pairs;

  @TempDir Path folder;

  @BeforeAll
  static void writeCurves() {
    GlassSimulation melt =
        GlassDataset.bundled().simulations().stream()
            .filter(simulation -> simulation.id().equals("sio2-s1"))
            .findFirst()
            .orElseThrow();
    Map<ElementPair, PairCorrelationFunction> curves = new LinkedHashMap<>();
    melt.pairs().forEach(pair -> curves.put(pair, melt.curve(pair).orElseThrow()));
    silica = shared.resolve("sio2-s1.csv.gz");
    PcfCsv.write(silica, curves);
    lammps = RdfCommandTest.RAW.resolve("rdf.out.gz");
    pairs = RdfCommandTest.RAW.resolve("pairs.json");
  }

  @Test
  void structure_ofABox_givesBondsAndCoordination() throws IOException {
    Path csv = folder.resolve("s.csv");
    ToolRun run =
        ToolRun.of(
                "structure",
                "--curves=" + silica,
                "--atoms=Si=500,O=1000",
                "--volume=21798.265",
                "--label=MD, melt 1",
                "--csv=" + csv)
            .succeeded();
    // The density stands in the data set's glasses.csv.
    assertTrue(run.out().contains("density 2.2885 g/cm³ (atoms and volume"), run.out());
    assertTrue(run.out().contains("\nMD, melt 1: 500 bins from 0 to 10 Å\n"), run.out());
    assertEquals(1.612, run.number("Si-O", PEAK), 0.003);
    assertEquals(1.617, run.number("Si-O", BOND), 0.003);
    assertEquals(4.00, run.number("Si-O", COORDINATION), 0.02);
    assertEquals(2.00, run.number("Si-O", COORDINATION + 1), 0.01);
    assertTrue(
        Pattern.compile("fixed cutoffs of predict: Si-O (3.99|4.00). \\(2.1 Å\\)")
            .matcher(run.out())
            .find(),
        run.out());
    List<String> rows = Files.readAllLines(csv);
    assertEquals(
        "source,center,neighbor,peak_A,g_peak,fwhm_A,minimum_A,g_minimum,bond_A,coordination,"
            + "bo4_share",
        rows.get(0));
    assertEquals(5, rows.size());
    assertTrue(rows.get(3).startsWith("\"MD, melt 1\",O,Si,1.61"), rows.get(3));
    assertEquals(12, rows.get(3).split(",", -1).length);
    assertEquals("", run.err());
  }

  @Test
  void structure_withoutDensity_takesMolarVolumesAndSaysHowWellTheyAreKnown() {
    ToolRun run = ToolRun.of("structure", "--curves=" + silica, "--composition=SiO2").succeeded();
    assertTrue(run.out().startsWith("SiO2, density 2.28"), run.out());
    assertTrue(run.out().contains("off by 0.008 g/cm³ or 0.3 %"), run.out());
    assertEquals(4.00, run.number("Si-O", COORDINATION), 0.03);
  }

  @Test
  void structure_density_scalesCoordinationOnly() {
    String[] arguments = {"structure", "--curves=" + silica, "--composition=SiO2", "--density=2"};
    ToolRun two = ToolRun.of(arguments).succeeded();
    arguments[3] = "--density=2.5";
    ToolRun more = ToolRun.of(arguments).succeeded();
    assertEquals(two.number("Si-O", HEIGHT), more.number("Si-O", HEIGHT));
    assertEquals(1.25, more.number("O-O", COORDINATION) / two.number("O-O", COORDINATION), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"last", "mean"})
  void structure_ofLammpsOwnFile_knowsItsPairsFromElsewhere(String blocks) {
    ToolRun run =
        ToolRun.of(
                "structure",
                "--lammps-rdf=" + lammps,
                "--pairs-file=" + pairs,
                "--blocks=" + blocks,
                "--atoms=Si=265,B=176,O=882,Na=176",
                "--volume=18443.1")
            .succeeded();
    assertEquals(4.00, run.number("Si-O", COORDINATION), 0.02);
    assertTrue(run.out().contains("fourfold boron (BO4): 6"), run.out());
    String listed =
        ToolRun.of(
                "structure",
                "--lammps-rdf=" + lammps,
                "--pairs=Si-Si,Si-B,Si-O,Si-Na,B-B,B-O,B-Na,O-O,O-Na,Na-Na",
                "--blocks=" + blocks,
                "--atoms=Si=265,B=176,O=882,Na=176",
                "--volume=18443.1")
            .succeeded()
            .out();
    assertEquals(run.out(), listed);
  }

  @Test
  void diffraction_writesTotalsPartialsAndPictures() throws IOException {
    Path csv = folder.resolve("s.csv");
    Path csvT = folder.resolve("t.csv.gz");
    Path plot = folder.resolve("s.png");
    Path plotT = folder.resolve("t.png");
    ToolRun run =
        ToolRun.of(
                "diffraction",
                "--curves=" + silica,
                "--composition=SiO2",
                "--density=2.2885",
                "--q-max=15",
                "--csv=" + csv,
                "--csv-t=" + csvT,
                "--plot=" + plot,
                "--plot-t=" + plotT,
                "--mark=1.52:FSDP",
                "--mark-t=1.62:Si-O",
                "--mark-t=2.60:O-O",
                "--mark-t=3.1:Si-Si")
            .succeeded();
    // Experiment: 1.52 Å⁻¹; 10 Å of g(r) place the peak to about a tenth of 0.6 Å⁻¹.
    assertEquals(1.6, run.number("sio2-s1", 2), 0.1);
    assertTrue(run.out().contains("S(Q) is about 0.6 Å⁻¹."), run.out());
    List<String> rows = Files.readAllLines(csv);
    assertEquals("Q_A-1,neutron,xray,Si-Si,Si-O,O-O", rows.get(0));
    assertEquals(751, rows.size());
    assertEquals("15", rows.get(750).split(",")[0]);
    assertEquals(1, Double.parseDouble(rows.get(750).split(",")[1]), 0.05);
    assertEquals(1000, ImageIO.read(plot.toFile()).getWidth());
    assertEquals(1000, ImageIO.read(plotT.toFile()).getWidth());
    assertTrue(Files.size(csvT) > 1000);
  }

  @Test
  void diffraction_partials_haveFramesOfTheirOwn() throws IOException {
    int totals = height("--radiation=neutron");
    assertTrue(height("--radiation=neutron", "--partials") > totals + 300);
    assertTrue(height() > totals);
  }

  @Test
  void diffraction_isotope_changesNeutronsButNoPartial() throws IOException {
    Path natural = lammpsTotals();
    Path boron11 = lammpsTotals("--isotope=11B");
    List<String> one = Files.readAllLines(natural);
    List<String> other = Files.readAllLines(boron11);
    assertEquals(one.size(), other.size());
    for (int row = 1; row < one.size(); row++) {
      String[] a = one.get(row).split(",", 3);
      String[] b = other.get(row).split(",", 3);
      assertTrue(!a[1].equals(b[1]), one.get(row));
      assertEquals(a[2], b[2]);
    }
  }

  @Test
  void compositionAlone_isPredictedByThePretrainedModel() {
    ToolRun alone = run("structure", "--composition=57SiO2-23.5B2O3-19.5Na2O").succeeded();
    ToolRun named =
        run("structure", "--model=pretrained --composition=57SiO2-23.5B2O3-19.5Na2O").succeeded();
    assertEquals(named.out(), alone.out());
    assertTrue(alone.out().contains("predicted: 500 bins"), alone.out());
    assertFalse(alone.out().contains("extrapolation"), alone.out());
    ToolRun far = run("structure", "--composition=20SiO2-70B2O3-10Na2O").succeeded();
    assertTrue(far.out().contains("an extrapolation"), far.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--density=2.2 | --curves or --lammps-rdf, or a --composition",
        "--curves={} | give --composition, or --atoms with --volume",
        "--curves={} --lammps-rdf=x --composition=SiO2 | exclude each other",
        "--lammps-rdf=x --composition=SiO2 | needs either --pairs or --pairs-file",
        "--curves={} --pairs=Si-O --composition=SiO2 | belong to --lammps-rdf",
        "--curves={} --atoms=Si=500,O=1000 | given together",
        "--curves={} --volume=100 | given together",
        "--curves={} --density=2.2 | --density needs --composition",
        "--curves={} --composition=SiO2 --density=-1 | must be a finite number above 0",
        "--curves={} --composition=SiO2 --density=NaN | must be a finite number above 0",
        "--curves={} --composition=60SiO2-40Na2O --atoms=Si=5 --volume=9 --density=2 | exclude",
        "--curves={} --composition=60wt%SiO2-40Na2O | add --mass",
        "--curves={} --atoms=Si=500,Xx=1 --volume=9 | --atoms: ",
        "--curves={} --atoms=Si=500 --volume=9 | but has Si-O, O-O",
        "--curves={} --composition=50SiO2-50La2O3 | La2O3",
        "--model=x --atoms=Si=5 --volume=9 | --model needs --composition",
        "--curves=no/such.csv --composition=SiO2 | no/such.csv",
        "--curves={} --composition=SiO2 --csv={} | --curves and --csv must be different files"
      })
  void badInput_isOneLineInBothCommands(String options, String named) {
    for (String command : List.of("structure", "diffraction")) {
      run(command, options).assertRefused(named);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--radiation=light | light",
        "--window=hann | hann",
        "--isotope=12B | 11B",
        "--q-max=0 | --q-max must be",
        "--q-max=NaN | --q-max must be",
        "--q-max=90 | 75",
        "--broaden=0 --plot-t=t.png | 0",
        "--mark=FSDP | 1.52:FSDP",
        "--plot=a.png --plot-t=a.png | --plot and --plot-t must be different files"
      })
  void badDiffractionOption_isOneLineThatNamesIt(String options, String named) {
    run("diffraction", "--curves={} --composition=SiO2 " + options).assertRefused(named);
  }

  @Test
  void diffraction_pairsMissing_areNamed() {
    run("diffraction", "--curves={} --composition=60SiO2-40Na2O --density=2.4")
        .assertRefused("Si-Na, Na-O, Na-Na");
    run("structure", "--curves={} --composition=60SiO2-40Na2O --density=2.4").succeeded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"pairs\": 5}", "[\"Si\"]", "[1, 2]"})
  void badPairsFile_isNamed(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.json"), content);
    ToolRun.of("structure", "--lammps-rdf=" + lammps, "--pairs-file=" + file, "--composition=SiO2")
        .assertRefused("pairs.json: ");
  }

  private static ToolRun run(String command, String options) {
    List<String> arguments = new ArrayList<>(List.of(command));
    for (String option : options.split(" ")) {
      arguments.add(option.replace("{}", silica.toString()));
    }
    return ToolRun.of(arguments.toArray(String[]::new));
  }

  private int height(String... more) throws IOException {
    Path plot = folder.resolve("s.png");
    List<String> arguments =
        new ArrayList<>(
            List.of("diffraction", "--curves=" + silica, "--composition=SiO2", "--plot=" + plot));
    arguments.addAll(List.of(more));
    ToolRun.of(arguments.toArray(String[]::new)).succeeded();
    return ImageIO.read(plot.toFile()).getHeight();
  }

  private Path lammpsTotals(String... more) {
    Path csv = folder.resolve(more.length + ".csv");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "diffraction",
                "--lammps-rdf=" + lammps,
                "--pairs-file=" + pairs,
                "--composition=60SiO2-20B2O3-20Na2O",
                "--q-max=2",
                "--csv=" + csv));
    arguments.addAll(List.of(more));
    ToolRun.of(arguments.toArray(String[]::new)).succeeded();
    return csv;
  }

  @Test
  void prediction_outsideTheDomain_isWarnedOf() {
    for (String command : List.of("structure", "diffraction")) {
      ToolRun far = ToolRun.of(command, "--composition=20SiO2-80TiO2").succeeded();
      assertTrue(far.err().contains("warning: 20SiO2-80TiO2 lies outside"), far.err());
      assertTrue(far.out().contains("further off outside the training domain"), far.out());
      ToolRun near = ToolRun.of(command, "--composition=60SiO2-20B2O3-20Na2O").succeeded();
      assertEquals("", near.err());
    }
  }
}
