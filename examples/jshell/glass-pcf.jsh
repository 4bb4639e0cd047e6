// Glass PCF in JShell: see "JShell" in examples/README.md for the line that starts it.
// Written in ASCII, so that it is read the same whatever characters the terminal has.

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.glasspcf.core.*;
import org.glasspcf.core.correlation.*;
import org.glasspcf.core.dataset.*;
import org.glasspcf.core.density.*;
import org.glasspcf.core.diffraction.*;
import org.glasspcf.core.fingerprint.*;
import org.glasspcf.core.lammps.*;
import org.glasspcf.core.trajectory.*;
import org.glasspcf.encoder.*;
import org.glasspcf.forest.*;
import org.glasspcf.pipeline.*;
import org.glasspcf.pipeline.design.*;
import org.glasspcf.pipeline.evaluation.*;
import org.glasspcf.pipeline.plot.*;
import org.glasspcf.pipeline.report.*;
import org.glasspcf.pipeline.screening.*;
import org.glasspcf.pipeline.uncertainty.*;

/** What predicts; another model can be put here. */
GlassPcfPipeline model = GlassPcfPipeline.pretrained();

/** Predicts g(r), as in predict("57SiO2-23.5B2O3-19.5Na2O", "B-O"). */
PcfPrediction predict(String glass, String pair) {
  return model.predict(GlassComposition.parse(glass), ElementPair.parse(pair));
}

/** g(r) as text: two by four dots a character, a dot 0.1 A wide; coarser where there is no Unicode. */
class TextPlot {
  static final int ROWS = 12;
  static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  static final boolean BRAILLE =
      Charset.forName(System.getProperty("stdout.encoding", Charset.defaultCharset().name()))
          .newEncoder()
          .canEncode('\u28ff');
  static final String ANGSTROM = BRAILLE ? "\u00c5" : "Angstrom";

  static void print(double[] g, double rMax) {
    int top = (int) (2 * Math.max(1, Math.ceil(Arrays.stream(g).max().orElseThrow() / 2)));
    int[][] cells = cells(g, top);
    System.out.println("  g(r)");
    for (int row = 0; row < ROWS; row++) {
      boolean tick = row == 0 || row == ROWS / 2;
      StringBuilder line = new StringBuilder();
      line.append(tick ? String.format(Locale.ROOT, "%4d +", row == 0 ? top : top / 2) : "     |");
      for (int cell : cells[row]) {
        line.append(character(cell));
      }
      System.out.println(line.toString().stripTrailing());
    }
    StringBuilder axis = new StringBuilder("   0 +");
    StringBuilder numbers = new StringBuilder("     ");
    for (int r = 0; r < rMax; r++) {
      axis.append("----+");
      numbers.append(String.format(Locale.ROOT, "%-5d", r));
    }
    System.out.println(axis);
    System.out.println(numbers.append(Math.round(rMax) + "  r (" + ANGSTROM + ")"));
  }

  static int[][] cells(double[] g, int top) {
    int[][] cells = new int[ROWS][(g.length + 1) / 2];
    int highest = 4 * ROWS - 1;
    for (int i = 0; i < g.length; i++) {
      // Up and down to half the way to the neighbors, so that the line has no gaps.
      double before = (g[i] + g[Math.max(i - 1, 0)]) / 2;
      double after = (g[i] + g[Math.min(i + 1, g.length - 1)]) / 2;
      double low = Math.min(g[i], Math.min(before, after));
      double high = Math.max(g[i], Math.max(before, after));
      for (long y = Math.round(low / top * highest); y <= Math.round(high / top * highest); y++) {
        int down = highest - (int) y;
        cells[down / 4][i / 2] |= DOTS[down % 4][i % 2];
      }
    }
    return cells;
  }

  static char character(int dots) {
    if (dots == 0) {
      return ' ';
    }
    if (BRAILLE) {
      return (char) (0x2800 + dots);
    }
    boolean upper = (dots & 0x1b) != 0;
    boolean lower = (dots & 0xe4) != 0;
    return upper && lower ? ':' : upper ? '\'' : '.';
  }
}

/** Prints g(r), the first peak and, for a cation and oxygen, bond length and coordination number. */
void show(PcfPrediction p) {
  System.out.println(p.pair() + " in " + p.composition());
  TextPlot.print(p.curve().values(), p.curve().grid().rMax());
  String length = TextPlot.ANGSTROM;
  p.firstPeakPosition().ifPresent(r -> line("first peak", "%.3f %s", r, length));
  BandLevel level = BandLevel.NINETY_PERCENT;
  Optional<Interval> bond = p.bondLength(level);
  CationOxygenScores.cutoff(p.pair()).ifPresent(r -> line("neighbors within", "%.1f %s", r, length));
  bond.ifPresent(b -> line("bond length", "%.3f %s (%.3f to %.3f)", b.value(), length, b.lower(), b.upper()));
  p.coordinationNumber(level, MolarVolumeModel.bundled().densities(p.composition()))
      .ifPresent(n -> line("coordination number", "%.2f (%.2f to %.2f)", n.value(), n.lower(), n.upper()));
  bond.ifPresent(b -> line("", "in brackets where 90 %% of melts of %d atoms lie", PcfPrediction.MELT_ATOMS));
  DomainVerdict domain = p.domain();
  String nearest = domain.nearest().stream().findFirst().map(n -> ", nearest " + n).orElse("");
  line("training domain", "%s%s", domain.place().name().toLowerCase(Locale.ROOT), nearest);
}

void line(String name, String format, Object... values) {
  System.out.println(String.format("%-21s", name) + String.format(Locale.ROOT, format, values));
}

/** Draws g(r) with its 90 % band to a file, .png or .svg, and opens it where there is a desktop. */
void picture(PcfPrediction p, String file) throws IOException {
  CurvePanel bare = CurvePanel.of(p);
  CurvePanel panel = p.band(BandLevel.NINETY_PERCENT).map(bare::withBand).orElse(bare);
  Path path = Path.of(file).toAbsolutePath();
  CurvePanels.of(PlotLabels.of(p.composition()), List.of(panel)).write(path);
  System.out.println("saved " + path);
  if (!GraphicsEnvironment.isHeadless()
      && Desktop.isDesktopSupported()
      && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
    Desktop.getDesktop().open(path.toFile());
  }
}

System.out.println(
    """
    Glass PCF: try
      PcfPrediction bo = predict("57SiO2-23.5B2O3-19.5Na2O", "B-O")
      show(bo)
      picture(bo, "bo.png")
    /exit ends; model = GlassPcfPipeline.load(Path.of("my.glasspcf")) takes another model.""");
