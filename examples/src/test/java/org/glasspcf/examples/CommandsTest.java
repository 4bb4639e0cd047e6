package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.json.JsonValue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as a user runs them, on one small model that is trained once. */
@Timeout(120)
class CommandsTest {
  private static final String GLASS = "57SiO2-23.5B2O3-19.5Na2O";

  @TempDir static Path shared;
  private static Path data;
  private static Path model;
  private static Path report;
  private static Run training;

  @TempDir Path folder;

  record Run(int code, String out, String err) {}

  @BeforeAll
  static void train() throws IOException {
    data = SmallData.write(shared.resolve("data"), true);
    model = shared.resolve("model.glasspcf");
    report = shared.resolve("report");
    training =
        run(
            "train",
            "--data=" + data,
            "--epochs=2",
            "--trees=3",
            "--seed=5",
            "--out=" + model,
            "--report=" + report);
    assertEquals(0, training.code(), training.err());
  }

  @Test
  void train_saysHowWellItDidBesideTheBaselines() {
    assertTrue(training.out().contains("2 held-out glasses"), training.out());
    for (Baseline baseline : Baseline.values()) {
      assertTrue(training.out().contains("\n" + baseline.key() + " "), training.out());
    }
    assertTrue(training.out().contains("noise floor"), training.out());
    for (String row :
        List.of(
            "\npaper's road ",
            "\ncodec ",
            "\nautoencoder ",
            "\nforest ",
            "\ntheir sum ",
            "\nnoise in it ",
            "\nregression ",
            "\n50 %           this model ",
            "\n90 %           this model ",
            "\n90 %           trainingSpread ",
            "\n90 %           pairGp ",
            " bond length ",
            " coordination ")) {
      assertTrue(training.out().contains(row), row + training.out());
    }
    assertTrue(training.out().contains("\nNo baseline has a lower RMSE"), training.out());
    assertTrue(training.err().contains("epoch 1/2"), training.err());
    assertTrue(training.err().contains(" left"), training.err());
  }

  @Test
  void train_decoderWithoutCalibration_saysThatBaselinesAreBetterAndThereAreNoBands()
      throws IOException {
    Run run =
        run(
            "train",
            "--data=" + data,
            "--epochs=1",
            "--trees=2",
            "--curves=decoder",
            "--calibration=none",
            "--out=" + folder.resolve("m.glasspcf"),
            "--report=" + folder.resolve("report"));
    assertEquals(0, run.code(), run.err());
    // One epoch teaches nothing, and the tool must not hide it.
    assertTrue(run.out().contains("Baselines with a lower RMSE than this model: "), run.out());
    assertTrue(run.out().contains("\nNo bands: the model was not calibrated."), run.out());
    assertFalse(run.out().contains("paper's road  "), "the same as this model: " + run.out());
    Path written = folder.resolve("report");
    assertFalse(Files.exists(written.resolve("roads.png")), "there is one road only");
    Path file = written.resolve("evaluation.json");
    JsonValue json = JsonValue.parse(Files.readString(file), 20);
    JsonValue unknown = new JsonValue.NullValue();
    assertEquals(unknown, at(json, "bands.percent90.model.all.coverage"));
    assertTrue(at(json, "bands.percent90.pairGp.all.coverage") instanceof JsonValue.NumberValue);
    assertEquals(unknown, at(json, "errorBudget.regression.root"));
    assertEquals(unknown, at(json, "importance.regression.inputs"));
  }

  @Test
  void train_writesTheReport() throws IOException {
    assertEquals(
        List.of(
            "curves.png",
            "evaluation.json",
            "importance.png",
            "index.html",
            "loss.png",
            "parity.png",
            "roads.png"),
        names(report));
    assertEquals(1700, ImageIO.read(report.resolve("roads.png").toFile()).getWidth());
    assertEquals(1000, ImageIO.read(report.resolve("importance.png").toFile()).getWidth());
    assertSize(1000, 640, report.resolve("loss.png"));
    assertSize(1440, 1068, report.resolve("curves.png"));
    assertSize(900, 900, report.resolve("parity.png"));
    JsonValue json = JsonValue.parse(Files.readString(report.resolve("evaluation.json")), 20);
    assertComplete(json);
    assertTrue(at(json, "seconds.train") instanceof JsonValue.NumberValue);
    assertEquals(new JsonValue.TextValue("fixed"), at(json, "split.kind"));
    assertEquals(JsonValue.of(8), at(json, "dataset.glasses"));
    assertEquals(JsonValue.of(40), at(json, "dataset.curves"));
    assertEquals(2, ((JsonValue.ArrayValue) at(json, "split.test")).elements().size());
    assertEquals(JsonValue.of(5), at(json, "seed"));
    assertEquals(
        58, ((JsonValue.ArrayValue) at(json, "importance.decoder.inputs")).elements().size());
    assertEquals(
        7, ((JsonValue.ArrayValue) at(json, "importance.regression.inputs")).elements().size());
    assertEquals(new JsonValue.TextValue("regression"), at(json, "options.curves"));
    assertEquals(new JsonValue.TextValue("out_of_fold"), at(json, "options.calibration"));
    // No dopants here: the key stays, its numbers are null.
    assertEquals(
        new JsonValue.NullValue(), at(json, "bands.percent90.model.byClass.withDopant.coverage"));
  }

  @Test
  void evaluate_agreesWithTheTraining() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    Files.copy(report.resolve("loss.png"), again.resolve("loss.png"));
    Run run = run("evaluate", "--model=" + model, "--data=" + data, "--report=" + again);
    assertEquals(0, run.code(), run.err());
    String[] first = training.out().split("\nTrained in");
    assertEquals(first[0].strip(), run.out().strip());
    assertEquals(
        List.of(
            "curves.png",
            "evaluation.json",
            "importance.png",
            "index.html",
            "parity.png",
            "roads.png"),
        names(again));
    JsonValue json = JsonValue.parse(Files.readString(again.resolve("evaluation.json")), 20);
    assertComplete(json);
    assertEquals(new JsonValue.NullValue(), at(json, "seconds.train"));
  }

  @Test
  void evaluate_onGlassesThatWereTrainedOn_isRefused() throws IOException {
    Path everything = SmallData.write(folder.resolve("everything"), false);
    Run run = run("evaluate", "--model=" + model, "--data=" + everything);
    assertRefused(run, "trained on");
  }

  @Test
  void data_sumsNear100_areReportedInOneLine() throws IOException {
    Path near = SmallData.write(folder.resolve("near"), true);
    Path glasses = near.resolve("glasses.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(glasses));
    String[] cells = rows.get(3).split(",");
    for (int row : new int[] {3, 4}) {
      assertTrue(rows.get(row).contains("," + cells[1] + ","), "two melts of one glass");
      rows.set(
          row,
          rows.get(row)
              .replaceFirst("," + cells[1] + ",", "," + (Double.valueOf(cells[1]) + 0.25) + ","));
    }
    Files.write(glasses, rows);
    Run run = run("evaluate", "--model=" + model, "--data=" + near);
    assertEquals(0, run.code(), run.err());
    List<String> notes = run.err().lines().filter(line -> line.contains("normalized")).toList();
    assertEquals(1, notes.size(), run.err());
    String start =
        "note: the amounts of 2 simulations were normalized to 100 mol%, such as those of "
            + cells[0]
            + ", which sum to 100.25 mol%: ";
    assertTrue(notes.get(0).startsWith(start), notes.get(0));
    assertFalse(training.err().contains("normalized"), training.err());
  }

  @Test
  void train_nothingHeldOut_saysSoAndSkipsTheEvaluation() throws IOException {
    Path everything = SmallData.write(folder.resolve("everything"), false);
    Path out = folder.resolve("all.glasspcf");
    Run run = run("train", "--data=" + everything, "--epochs=1", "--trees=2", "--out=" + out);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("holds no glasses out"), run.err());
    assertEquals("", run.out());
    assertTrue(Files.exists(out));
    Run info = run("info", out.toString());
    assertTrue(info.out().contains("8 glasses, 40 curves"), info.out());
    assertTrue(info.out().contains("nothing was evaluated"), info.out());
  }

  @Test
  void train_reportFails_keepsTheModel() throws IOException {
    Path out = folder.resolve("kept.glasspcf");
    Path blocked = folder.resolve("blocked");
    Files.createDirectories(blocked.resolve("evaluation.json"));
    Run run = run("train", "--data=" + data, "--epochs=1", "--out=" + out, "--report=" + blocked);
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("the report " + blocked + " cannot be written"), run.err());
    assertTrue(run.out().contains("2 held-out glasses"), run.out());
    Run info = run("info", out.toString());
    assertEquals(0, info.code(), info.err());
    assertTrue(info.out().contains("nothing was evaluated"), info.out());
  }

  @Test
  void info_tellsWhereTheModelComesFrom() {
    Run run = run("info", model.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("6 glasses, 30 curves"), run.out());
    assertTrue(run.out().contains("2 epochs"), run.out());
    assertTrue(run.out().contains("3 trees"), run.out());
    assertTrue(run.out().contains("2 samples to split, latents as they are"), run.out());
    assertTrue(run.out().contains("seed 5"), run.out());
    assertTrue(run.out().contains("\ncurves         regression on the composition"), run.out());
    assertTrue(run.out().contains("training glasses: out-of-fold\n"), run.out());
    assertTrue(run.out().contains("\ndomain         inside up to "), run.out());
    assertTrue(run.out().contains("wellSampled.rmse = "), run.out());
  }

  @Test
  void predict_csvAndPlot_writesThem() throws IOException {
    Path csv = folder.resolve("out.csv");
    Path plot = folder.resolve("out.png");
    Run run = predict(GLASS, "--grid=0.05", "--csv=" + csv, "--plot=" + plot);
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("r_A,Si-Si,Si-B,Si-O,Si-Na,B-B,B-O,B-Na,O-O,Na-O,Na-Na", lines.get(0));
    assertEquals(201, lines.size());
    assertTrue(lines.get(1).startsWith("0.025,"), lines.get(1));
    Map<ElementPair, PairCorrelationFunction> curves = PcfCsv.read(csv);
    assertEquals(10, curves.size());
    assertSize(1440, 4 * 340 + 48, plot);
    assertEquals(List.of("out.csv", "out.png"), names(folder));
  }

  @Test
  void predict_pairs_areTheOnesAskedForInEitherOrder() {
    Run run = predict(GLASS, "--pair", "O-Si", "--pair", "Na-O");
    assertEquals(0, run.code(), run.err());
    assertEquals(9, run.out().lines().count(), run.out());
  }

  @Test
  void predict_sumNear100_saysThatItWasNormalized() {
    Run run = predict("57SiO2-23.3B2O3-19.5Na2O");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("normalized"), run.err());
    assertTrue(run.err().contains("99.8"), run.err());
  }

  @Test
  void predict_mass_readsMassPercent() {
    Run run = predict("57SiO2-23.5B2O3-19.5Na2O", "--mass");
    assertEquals(0, run.code(), run.err());
    assertFalse(run.out().startsWith(GLASS), run.out());
  }

  @Test
  void predict_otherUnit_saysWhichOptionReadsIt() {
    assertRefused(predict("60wt%SiO2-40Na2O"), "add --mass");
    assertRefused(predict("60mol%SiO2-40Na2O", "--mass"), "leave --mass out");
  }

  @Test
  void predict_csvAndPlotInOneFile_isRefusedHoweverItIsSpelled() throws IOException {
    Path file = folder.resolve("out");
    Path link = Files.createSymbolicLink(shared.resolve("link"), folder);
    for (Path again : List.of(file, folder.resolve("./out"), link.resolve("out"))) {
      assertRefused(
          predict(GLASS, "--csv=" + file, "--plot=" + again),
          "--csv and --plot must be different files");
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void predict_csvCannotBeWritten_drawsThePlotAllTheSame() throws IOException {
    Path csv = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(csv));
    Path plot = folder.resolve("out.png");
    assertRefused(predict(GLASS, "--csv=" + csv, "--plot=" + plot), "/dev/full");
    assertEquals(List.of("out.png"), names(folder));
  }

  @Test
  void structure_model_readsPredictedCurves() throws IOException {
    Path csv = folder.resolve("s.csv");
    ToolRun run =
        ToolRun.of("structure", "--model=" + model, "--composition=" + GLASS, "--csv=" + csv)
            .succeeded();
    assertTrue(run.out().contains("\npredicted: 500 bins from 0 to 10 Å\n"), run.out());
    assertTrue(run.out().contains("molar volumes of simulated glasses"), run.out());
    assertFalse(run.out().contains("trained on this glass"), run.out());
    assertEquals(17, Files.readAllLines(csv).size());
    GlassComposition known = GlassDataset.read(data).trainingPart().compositions().get(0);
    ToolRun trained =
        ToolRun.of("structure", "--model=" + model, "--composition=" + known).succeeded();
    assertTrue(trained.out().contains("The model was trained on this glass."), trained.out());
  }

  @Test
  void diffraction_curvesAndModel_layBothOverEachOther() throws IOException {
    Path curves = folder.resolve("melt.csv");
    predict(GLASS, "--grid=0.1", "--csv=" + curves);
    Path csv = folder.resolve("s.csv");
    Path plot = folder.resolve("s.png");
    ToolRun run =
        ToolRun.of(
                "diffraction",
                "--curves=" + curves,
                "--label=MD",
                "--model=" + model,
                "--composition=" + GLASS,
                "--radiation=xray",
                "--q-max=10",
                "--csv=" + csv,
                "--plot=" + plot,
                "--plot-t=" + folder.resolve("t.png"),
                "--broaden=20")
            .succeeded();
    List<String> rows = Files.readAllLines(csv);
    assertTrue(rows.get(0).startsWith("Q_A-1,MD xray,MD Si-Si,"), rows.get(0));
    assertTrue(rows.get(0).contains(",predicted xray,predicted Si-Si,"), rows.get(0));
    // The "melt" is the prediction itself, on the bins that the command gives the other one too.
    String[] cells = rows.get(300).split(",");
    assertEquals(Double.parseDouble(cells[1]), Double.parseDouble(cells[12]), 1e-9);
    assertEquals(1000, ImageIO.read(plot.toFile()).getWidth());
    assertTrue(run.out().contains("\npredicted "), run.out());
    ToolRun.of(
            "diffraction",
            "--curves=" + curves,
            "--model=" + model,
            "--composition=" + GLASS,
            "--csv-t=" + folder.resolve("t.csv"))
        .assertRefused("--csv-t writes one source");
  }

  @Test
  void readme_commandsOnStructureRun() throws IOException {
    for (String name : List.of("traj.dump.gz", "rdf.out.gz", "pairs.json")) {
      Files.copy(RdfCommandTest.RAW.resolve(name), folder.resolve(name));
    }
    Files.copy(model, folder.resolve("model.glasspcf"));
    GlassSimulation silica =
        GlassDataset.bundled().simulations().stream()
            .filter(melt -> melt.id().equals("sio2-s1"))
            .findFirst()
            .orElseThrow();
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    silica.pairs().forEach(pair -> curves.put(pair, silica.curve(pair).orElseThrow()));
    PcfCsv.write(folder.resolve("sio2-s1.csv.gz"), curves);
    List<String> lines =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.matches("glass-pcf (rdf|structure|diffraction) .*"))
            .toList();
    assertEquals(7, lines.size());
    for (String line : lines) {
      List<String> arguments = new ArrayList<>();
      Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
      while (word.find()) {
        String text = word.group(1) == null ? word.group(2) : word.group(1);
        boolean file = text.matches("[\\w-]+\\.(csv|png|json|dump|out|glasspcf)(\\.gz)?");
        arguments.add(file ? folder.resolve(text).toString() : text);
      }
      arguments.remove(0);
      ToolRun.of(arguments.toArray(String[]::new)).succeeded();
    }
    assertTrue(
        names(folder)
            .containsAll(
                List.of("g.csv", "n.csv", "partials.png", "shells.csv", "s.csv", "s.png", "t.png")),
        names(folder).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "60SiO2-40La2O3, La2O3",
    "60SiO2-40Xx2O3, Xx",
    "58SiO2-20B2O3-20Na2O, 98",
    "60SiO2--40Na2O, Na2O",
    "60SiO2-20SiO2-20Na2O, SiO2"
  })
  void predict_badComposition_isOneLineThatNamesIt(String composition, String named) {
    assertRefused(predict(composition), named);
  }

  @ParameterizedTest
  @CsvSource({
    "--pair, Ba-O, Ba",
    "--pair, Si, Si",
    "--grid, 0.3, 0.3",
    "--grid, 0, 0.0",
    "--grid, -0.1, -0.1",
    "--grid, NaN, NaN",
    "--grid, wide, wide",
    "--csv, no/such/folder/out.csv, no/such/folder",
    "--plot, /, /"
  })
  void predict_badOption_isOneLineThatNamesIt(String option, String value, String named) {
    assertRefused(predict(GLASS, option + "=" + value), named);
  }

  @Test
  void predict_missingOrCorruptModel_isOneLine() throws IOException {
    Path missing = folder.resolve("none.glasspcf");
    assertRefused(run("predict", "--model=" + missing, "--composition=SiO2"), "none.glasspcf");
    Path corrupt = Files.writeString(folder.resolve("corrupt.glasspcf"), "no model");
    assertRefused(run("info", corrupt.toString()), "corrupt.glasspcf");
    assertRefused(run("evaluate", "--model=" + corrupt), "corrupt.glasspcf");
  }

  @ParameterizedTest
  @CsvSource({
    "--epochs=0, epochs",
    "--epochs=many, many",
    "--latent=0, latent",
    "--threads=0, --threads must be at least 1",
    "--learning-rate=-1, -1",
    "--trees=0, trees",
    "--preset=best, best",
    "--schedule=steps, one-cycle or constant",
    "--curves=forest, regression or decoder",
    "--calibration=some, 'none, out-of-fold or cross-validation'",
    "--early-stopping=5, ONE_CYCLE",
    "--data=no/such/data, no/such/data",
    "--out=no/such/folder/m.glasspcf, no/such/folder",
    "--unknown, --unknown"
  })
  void train_badOption_isOneLineThatNamesIt(String option, String named) throws IOException {
    Run run =
        option.startsWith("--out")
            ? run("train", option)
            : run("train", option, "--out=" + folder.resolve("m.glasspcf"));
    assertRefused(run, named);
    assertEquals(List.of(), names(folder));
  }

  @Test
  void train_interrupted_endsWith130AndWritesNothing() throws Exception {
    Path out = folder.resolve("m.glasspcf");
    Path unfinished = folder.resolve("report");
    StringWriter err = new StringWriter();
    AtomicInteger code = new AtomicInteger(-1);
    Thread worker =
        new Thread(
            () ->
                code.set(
                    GlassPcf.execute(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "train",
                        "--data=" + data,
                        "--epochs=100000",
                        "--out=" + out,
                        "--report=" + unfinished)));
    worker.start();
    while (!err.toString().contains("epoch 1/") && worker.isAlive()) {
      Thread.sleep(20);
    }
    worker.interrupt();
    worker.join();
    assertEquals(130, code.get(), err.toString());
    assertTrue(err.toString().endsWith("glass-pcf: stopped" + System.lineSeparator()));
    assertEquals(List.of(), names(folder));
  }

  private static void assertComplete(JsonValue json) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                "dataset.glasses",
                "dataset.curves",
                "dataset.sha256",
                "split.kind",
                "split.test",
                "test.bondLengthMae",
                "test.firstPeakHeightMape",
                "test.firstPeakHeightStandardError",
                "test.coordinationMae",
                "test.coordinationStandardError",
                "baselines.pairGp.coordinationMae",
                "outside",
                "options.curves",
                "options.calibration",
                "errorBudget.curves",
                "importance.decoder.curves",
                "importance.decoder.rmse",
                "importance.decoder.repeats",
                "importance.regression.rmse",
                "latentR2",
                "imageMse",
                "imageMseBlack",
                "imageMsePairMean",
                "autoencoderMse",
                "noiseFloor.all",
                "noiseFloor.wellSampled",
                "seconds.train",
                "seconds.evaluate"));
    for (String step : List.of("noise", "codec", "autoencoder", "forest", "total", "regression")) {
      keys.add("errorBudget." + step + ".meanSquare");
      keys.add("errorBudget." + step + ".root");
    }
    List<String> bands = new ArrayList<>();
    for (String level : List.of("bands.percent50.", "bands.percent90.")) {
      for (String kind : List.of("model", "trainingSpread", "pairGp")) {
        bands.add(level + kind + ".all");
        bands.add(level + kind + ".wellSampled");
        bands.add(level + kind + ".byClass.cationOxygen");
      }
      bands.add(level + "model.bondLength");
      bands.add(level + "model.coordination");
    }
    for (String band : bands) {
      Stream.of("values", "coverage", "width", "intervalScore")
          .forEach(key -> keys.add(band + "." + key));
    }
    List<String> groups = new ArrayList<>(List.of("test.all", "test.wellSampled"));
    groups.addAll(List.of("decoded.all", "codecOnly.wellSampled", "autoencoderOnly.wellSampled"));
    for (Baseline baseline : Baseline.values()) {
      groups.add("baselines." + baseline.key() + ".all");
      groups.add("baselines." + baseline.key() + ".wellSampled");
    }
    for (String group : groups) {
      Stream.of("mae", "rmse", "r2", "excess").forEach(key -> keys.add(group + "." + key));
    }
    for (String key : keys) {
      JsonValue value = at(json, key);
      if (!key.equals("seconds.train")) {
        assertFalse(value instanceof JsonValue.NullValue, key);
      }
    }
  }

  private static JsonValue at(JsonValue json, String path) {
    JsonValue value = json;
    for (String key : path.split("\\.")) {
      Map<String, JsonValue> members = ((JsonValue.ObjectValue) value).members();
      assertTrue(members.containsKey(key), path);
      value = members.get(key);
    }
    return value;
  }

  private static void assertSize(int width, int height, Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    assertEquals(width, image.getWidth(), picture.toString());
    assertEquals(height, image.getHeight(), picture.toString());
  }

  private static void assertRefused(Run run, String named) {
    assertEquals(2, run.code(), run.err());
    List<String> complaints =
        run.err().lines().filter(line -> !line.matches("(data|warning): .*")).toList();
    assertEquals(1, complaints.size(), run.err());
    assertTrue(complaints.get(0).startsWith("glass-pcf: "), run.err());
    assertTrue(complaints.get(0).contains(named), run.err());
    assertEquals("", run.out());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Run predict(String composition, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("predict", "--model=" + model, "--composition=" + composition));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = GlassPcf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
