package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.CurveBand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bands, intervals and the training domain on the command line. */
@Timeout(120)
class PredictCommandTest {
  private static final String FAR = "20SiO2-20B2O3-60Na2O";

  @TempDir static Path shared;
  private static Path model;
  private static Path uncalibrated;
  private static GlassComposition near;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    Path data = SmallData.write(shared.resolve("data"), false);
    near = GlassDataset.read(data).compositions().get(0);
    model = shared.resolve("model.glasspcf");
    train(data, model);
    uncalibrated = shared.resolve("uncalibrated.glasspcf");
    train(data, uncalibrated, "--curves=DECODER", "--calibration=none");
  }

  private static void train(Path data, Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "--data=" + data, "--epochs=1", "--trees=2", "--out=" + out));
    arguments.addAll(List.of(more));
    ToolRun.of(arguments.toArray(String[]::new)).succeeded();
  }

  @Test
  void trainingOptions_areInTheModel() {
    String info = ToolRun.of("info", uncalibrated.toString()).succeeded().out();
    assertTrue(info.contains("\ncurves         forest and decoder\n"), info);
    assertTrue(info.contains("\nbands          none\n"), info);
  }

  @Test
  void withoutFiles_printsPeaksBondsAndNeighborsWithIntervals() {
    ToolRun run = predict(model, near.toString()).succeeded();
    assertTrue(run.out().startsWith(near + ", first peaks"), run.out());
    Matcher row =
        Pattern.compile(
                "(?m)^Si-O +\\S+ +\\S+ +(\\S+) \\((\\S+) to (\\S+)\\) +(\\S+) \\((\\S+) to (\\S+)\\)$")
            .matcher(run.out());
    assertTrue(row.find(), run.out());
    assertEquals(1.62, Double.parseDouble(row.group(1)), 0.03, "Å, Si–O");
    assertEquals(4.0, Double.parseDouble(row.group(4)), 0.1, "silicon has four oxygen neighbors");
    assertTrue(Double.parseDouble(row.group(5)) < Double.parseDouble(row.group(6)), run.out());
    assertTrue(Pattern.compile("(?m)^O-O +\\S+ +\\S+ +- +-$").matcher(run.out()).find(), run.out());
    assertTrue(run.out().contains("90 % of melts of 1500 atoms"), run.out());
    assertTrue(run.out().contains("\ndensity 2."), run.out());
    assertTrue(run.out().contains("molar volumes of simulated glasses"), run.out());
    assertFalse(run.out().contains("--density"), "predict has no such option: " + run.out());
    assertTrue(run.out().contains(": inside; nearest: " + near + " (0.0 mol% away)"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void uncalibratedModel_printsNumbersWithoutIntervals() {
    ToolRun run = predict(uncalibrated, near.toString(), "--pair=Si-O").succeeded();
    assertTrue(
        Pattern.compile("(?m)^Si-O +\\S+ +\\S+ +\\d\\.\\d{3} +\\d+\\.\\d\\d$")
            .matcher(run.out())
            .find(),
        run.out());
  }

  @Test
  void outsideTheDomain_warnsInOneLine_withTheNearestGlasses() {
    ToolRun run = predict(model, FAR).succeeded();
    assertTrue(run.out().contains(": outside; nearest: "), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("warning: " + FAR + " lies outside the"), run.err());
    assertTrue(run.err().contains("mol% away"), run.err());
    ToolRun file = predict(model, FAR, "--csv=" + folder.resolve("a.csv")).succeeded();
    assertTrue(file.err().startsWith("warning: "), file.err());
  }

  @Test
  void refuseOutside_isAnErrorForGlassesOutsideOnly() throws IOException {
    Path csv = folder.resolve("a.csv");
    predict(model, FAR, "--refuse-outside", "--csv=" + csv).assertRefused("must lie within ");
    assertFalse(Files.exists(csv));
    predict(model, near.toString(), "--refuse-outside").succeeded();
  }

  @Test
  void bands_addsTwoNamedColumnsToEachPair() throws IOException {
    Path csv = folder.resolve("bands.csv");
    predict(model, near.toString(), "--pair=Na-O", "--pair=Si-O", "--bands", "--csv=" + csv)
        .succeeded();
    List<String> lines = Files.readAllLines(csv);
    assertEquals("r_A,Si-O,Si-O_lower90,Si-O_upper90,Na-O,Na-O_lower90,Na-O_upper90", lines.get(0));
    assertEquals(101, lines.size());
    PcfPrediction siO = GlassPcfPipeline.load(model).predict(near, ElementPair.of("Si", "O"));
    CurveBand band = siO.band(BandLevel.NINETY_PERCENT).orElseThrow();
    String[] cells = lines.get(17).split(",");
    assertEquals("1.65", cells[0]);
    assertEquals(siO.curve().value(16), Double.parseDouble(cells[1]), 1e-9);
    assertEquals(band.lower().value(16), Double.parseDouble(cells[2]), 1e-9);
    assertEquals(band.upper().value(16), Double.parseDouble(cells[3]), 1e-9);
  }

  @Test
  void bands_pairWithoutOne_hasEmptyCells() throws IOException {
    // No training curve has B–Na here, so that no melt tells how it scatters.
    Path csv = folder.resolve("bands.csv");
    predict(model, near.toString(), "--pair=B-Na", "--pair=Si-O", "--bands", "--csv=" + csv)
        .succeeded();
    String line = Files.readAllLines(csv).get(50);
    assertTrue(line.endsWith(",,"), line);
    assertEquals(7, line.split(",", -1).length);
  }

  @Test
  void bands_whereTheyCannotBe_areRefused() throws IOException {
    String csv = "--csv=" + folder.resolve("bands.csv");
    predict(model, near.toString(), "--bands").assertRefused("--bands needs --csv");
    predict(model, near.toString(), "--bands", csv, "--grid=0.05")
        .assertRefused(
            "--bands needs bins of 0.1 Å, for which bands are calibrated, got --grid 0.05 Å");
    predict(uncalibrated, near.toString(), "--bands", csv)
        .assertRefused("--bands needs a calibrated model");
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void plot_hasTheBandOnBinsOfOneTenth() throws IOException {
    Path coarse = folder.resolve("coarse.png");
    Path fine = folder.resolve("fine.png");
    predict(model, near.toString(), "--csv=" + folder.resolve("a"), "--plot=" + coarse).succeeded();
    predict(model, near.toString(), "--csv=" + folder.resolve("b"), "--plot=" + fine, "--grid=0.05")
        .succeeded();
    assertTrue(pixels(coarse, 0xFFF7D4BC) > 1000);
    assertEquals(0, pixels(fine, 0xFFF7D4BC));
  }

  @Test
  void plot_ending_choosesTheFormatOrIsRefused() throws IOException {
    Path svg = folder.resolve("g.svg");
    predict(model, near.toString(), "--plot=" + svg).succeeded();
    assertTrue(Files.readString(svg).startsWith("<svg "));
    Files.delete(svg);
    for (String name : List.of("g.jpg", "g")) {
      Path other = folder.resolve(name);
      predict(model, near.toString(), "--plot=" + other)
          .assertRefused("--plot: a picture's file must end in .png or .svg, got " + other);
    }
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  private static int pixels(Path picture, int color) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    return count;
  }

  /** Predicts the pairs that the model has learned, unless others are asked for. */
  private static ToolRun predict(Path file, String composition, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("predict", "--model=" + file, "--composition=" + composition));
    arguments.addAll(List.of(more));
    if (arguments.stream().noneMatch(argument -> argument.startsWith("--pair"))) {
      SmallData.PAIRS.forEach(pair -> arguments.add("--pair=" + pair));
    }
    return ToolRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void predict_boronAboveFour_saysWhoseErrorThatIs() {
    String note = "a prediction above 4 is the model's error";
    String[] high = {"predict", "--composition=80SiO2-10B2O3-10Na2O", "--pair=B-O"};
    assertTrue(ToolRun.of(high).succeeded().out().contains(note));
    String[] low = {"predict", "--composition=60SiO2-20B2O3-20Na2O", "--pair=B-O"};
    assertFalse(ToolRun.of(low).succeeded().out().contains(note));
  }
}
