package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.PcfImageCodec.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcfImageCodecTest {
  private static final GlassDataset DATA = GlassDataset.bundled();
  private static final RadialGrid BINS = RadialGrid.uniform(10, 100);

  private static PcfImageCodec fitted(Kind kind) {
    return kind.fittedTo(
        DATA.trainingPart().samples().stream().map(GlassSample::meanCurve).toList());
  }

  private record RoundTrip(double rmse, double r2, double siliconPeak, int clipped) {}

  private static RoundTrip roundTrip(PcfImageCodec codec) {
    double squared = 0;
    double sum = 0;
    double sumOfSquares = 0;
    double peak = 0;
    int peaks = 0;
    int clipped = 0;
    List<GlassSample> curves = DATA.samples().stream().filter(GlassSample::wellSampled).toList();
    for (GlassSample sample : curves) {
      PairCorrelationFunction truth = sample.meanCurve().rebin(BINS);
      PairCorrelationFunction read = codec.decode(codec.encode(sample.meanCurve()), BINS);
      for (int i = 0; i < 100; i++) {
        double t = truth.value(i);
        squared += (read.value(i) - t) * (read.value(i) - t);
        sum += t;
        sumOfSquares += t * t;
      }
      if (sample.pair().equals(ElementPair.of("Si", "O"))) {
        peak += Math.abs(read.maximum() / truth.maximum() - 1);
        peaks++;
      }
      clipped += codec.clippedColumns(sample.meanCurve());
    }
    double n = 100.0 * curves.size();
    return new RoundTrip(
        Math.sqrt(squared / n),
        1 - squared / (sumOfSquares - sum * sum / n),
        peak / peaks,
        clipped);
  }

  /** The figures that the Javadoc of the kinds states. */
  @Test
  void warped_roundTripOverTheDataSet_isAsDocumented() {
    RoundTrip error = roundTrip(fitted(Kind.WARPED));
    assertEquals(0.0183, error.rmse(), 0.00005);
    assertEquals(0.9996, error.r2(), 0.00005);
    assertEquals(0.0068, error.siliconPeak(), 0.00005);
    assertEquals(0, error.clipped());
  }

  @Test
  void paper_roundTripOverTheDataSet_isAsDocumented() {
    RoundTrip error = roundTrip(fitted(Kind.PAPER));
    assertEquals(0.231, error.rmse(), 0.0005);
    assertEquals(0.938, error.r2(), 0.0005);
    assertEquals(0.103, error.siliconPeak(), 0.0005);
    assertEquals(0, error.clipped());
  }

  /** Of columns 0, 1, 2, … the line from the first column's center rises as r does. */
  @Test
  void paper_readsTheLineAtTheCentersOfBins() {
    PcfImageCodec codec = Kind.PAPER.withMaxHeight(63);
    double[] g = new double[PcfImage.SIZE];
    for (int i = 0; i < g.length; i++) {
      g[i] = i;
    }
    PcfImage image = codec.encode(PairCorrelationFunction.of(codec.axis(), g));
    for (int bins : new int[] {7, 20, 64, 100}) {
      RadialGrid grid = RadialGrid.uniform(10, bins);
      PairCorrelationFunction read = codec.decode(image, grid);
      for (int i = 0; i < bins; i++) {
        double column = Math.max(0, Math.min(63, grid.center(i) * 6.4 - 0.5));
        assertEquals(column, read.value(i), 0.15, "r = " + grid.center(i) + " Å");
      }
    }
  }

  /** What a shell holds is what its column says: the sum of a shell's count survives. */
  @Test
  void warped_keepsEveryShellsCount() {
    PcfImageCodec codec = fitted(Kind.WARPED);
    GlassSample sample =
        DATA.samples().stream()
            .filter(s -> s.pair().equals(ElementPair.of("Si", "O")))
            .findFirst()
            .orElseThrow();
    PairCorrelationFunction columns = sample.meanCurve().rebin(codec.axis());
    PairCorrelationFunction read = codec.decode(codec.encode(sample.meanCurve()), codec.axis());
    for (int i = 0; i < PcfImage.SIZE; i++) {
      // A column's partly filled pixel is off by half a gray value, of 64 · 255 in the height
      // range.
      double step = 0.51 * Math.log(2 * codec.maxHeight() + 1) / (64 * 255);
      double slope = Math.sqrt(1 + columns.value(i) * columns.value(i));
      assertEquals(columns.value(i), read.value(i), step * slope, "column " + i);
    }
  }

  /** A faint light at the bottom of the first column, as a decoder may draw it, is a small g. */
  @Test
  void warped_faintCore_readsBackFaint() {
    PcfImageCodec codec = Kind.WARPED.withMaxHeight(25);
    byte[] pixels = new byte[PcfImage.PIXELS];
    pixels[PcfImage.PIXELS - PcfImage.SIZE] = 100;
    double column = codec.decode(PcfImage.of(pixels), codec.axis()).value(0);
    PairCorrelationFunction read = codec.decode(PcfImage.of(pixels), BINS);
    assertTrue(column > 0 && read.maximum() < 3.1 * column, read.maximum() + ", " + column);
  }

  @ParameterizedTest
  @EnumSource
  void peakAboveTheRange_isCutOffAndCounted(Kind kind) {
    PcfImageCodec codec = kind.withMaxHeight(2);
    double[] g = new double[100];
    g[20] = 5;
    g[60] = 1;
    PairCorrelationFunction curve = PairCorrelationFunction.of(BINS, g);
    PairCorrelationFunction read = codec.decode(codec.encode(curve), codec.axis());
    assertTrue(codec.clippedColumns(curve) >= 1);
    assertEquals(2, read.maximum(), 0.02);
    assertEquals(0, kind.withMaxHeight(6).clippedColumns(curve));
  }

  @ParameterizedTest
  @EnumSource
  void emptyCurve_readsBackAsZero(Kind kind) {
    PcfImageCodec codec = kind.withMaxHeight(20);
    PairCorrelationFunction empty = PairCorrelationFunction.of(BINS, new double[100]);
    // The paper's pen is cut off at the lower border, which lifts its center of gravity a little.
    double expected = kind == Kind.PAPER ? 0.0016 * codec.maxHeight() : 0;
    assertEquals(expected, codec.decode(codec.encode(empty), BINS).maximum(), 1e-3);
  }

  @ParameterizedTest
  @EnumSource
  void lowestAndHighestRange_stillCarryACurve(Kind kind) {
    for (double height : new double[] {1e-3, 1e6}) {
      PcfImageCodec codec = kind.withMaxHeight(height);
      double[] g = new double[64];
      g[20] = height;
      PairCorrelationFunction curve = PairCorrelationFunction.of(codec.axis(), g);
      double read = codec.decode(codec.encode(curve), codec.axis()).value(20);
      assertEquals(1, read / height, 0.01);
    }
  }

  @ParameterizedTest
  @EnumSource
  void badInput_isRefused(Kind kind) {
    for (double height : new double[] {Double.NaN, 0, -1, 1e-300, 1e200, 1 / 0.0}) {
      var e = assertThrows(IllegalArgumentException.class, () -> kind.withMaxHeight(height));
      assertEquals(
          "the height range of g must be from 0.001 to 1000000 (1), got " + height, e.getMessage());
    }
    PcfImageCodec codec = kind.withMaxHeight(5);
    PcfImage image = PcfImage.of(new byte[PcfImage.PIXELS]);
    var grid =
        assertThrows(
            IllegalArgumentException.class, () -> codec.decode(image, RadialGrid.uniform(12, 10)));
    assertTrue(grid.getMessage().contains("12.0 Å"), grid.getMessage());
    PairCorrelationFunction tooShort =
        PairCorrelationFunction.of(RadialGrid.uniform(8, 10), new double[10]);
    assertThrows(IllegalArgumentException.class, () -> codec.encode(tooShort));
    assertEquals(kind, Kind.ofId(kind.id()));
    assertThrows(IllegalArgumentException.class, () -> Kind.ofId("round/9"));
  }
}
