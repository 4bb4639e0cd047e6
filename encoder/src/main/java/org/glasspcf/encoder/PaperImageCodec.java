package org.glasspcf.encoder;

import static org.glasspcf.encoder.PcfImage.SIZE;

import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/** The codec of a line drawn on a uniform axis; {@link PcfImageCodec.Kind#PAPER} describes it. */
record PaperImageCodec(double maxHeight) implements PcfImageCodec {
  private static final RadialGrid AXIS = RadialGrid.uniform(10, SIZE);

  /** The line's lowest and highest center stay half a pixel inside the image. */
  private static final double MARGIN = 0.5;

  private static final double RANGE = SIZE - 2;

  @Override
  public Kind kind() {
    return Kind.PAPER;
  }

  @Override
  public RadialGrid axis() {
    return AXIS;
  }

  @Override
  public PcfImage encode(PairCorrelationFunction curve) {
    PairCorrelationFunction columns = curve.rebin(AXIS);
    float[] image = new float[PcfImage.PIXELS];
    for (int column = 0; column < SIZE; column++) {
      double y = Math.min(columns.value(column) / maxHeight, 1) * RANGE + MARGIN;
      for (int k = 0; k < SIZE; k++) {
        image[(SIZE - 1 - k) * SIZE + column] = (float) Math.exp(-(k - y) * (k - y) / 2);
      }
    }
    return PcfImage.ofIntensities(image);
  }

  /**
   * {@inheritDoc} A column without any light reads as 0: the center of gravity of nothing lies at
   * the bottom.
   */
  @Override
  public PairCorrelationFunction decode(PcfImage image, RadialGrid grid) {
    requireInside(grid, AXIS.rMax());
    double[] heights = new double[SIZE];
    for (int column = 0; column < SIZE; column++) {
      double weight = 0;
      double moment = 0;
      for (int k = 0; k < SIZE; k++) {
        double v = image.pixel(SIZE - 1 - k, column) / 255.0;
        weight += v * v; // squared: the pen's core counts, a blurred background hardly
        moment += v * v * k;
      }
      double center = moment / Math.max(weight, 1e-9);
      heights[column] = Math.min(Math.max((center - MARGIN) / RANGE, 0), 1) * maxHeight;
    }
    double[] g = new double[grid.bins()];
    for (int i = 0; i < g.length; i++) {
      g[i] = straight(heights, grid.center(i) / AXIS.rMax() * SIZE - 0.5);
    }
    return PairCorrelationFunction.of(grid, g);
  }

  private static double straight(double[] heights, double at) {
    double inside = Math.min(Math.max(at, 0), SIZE - 1);
    int left = Math.min((int) inside, SIZE - 2);
    double t = inside - left;
    return heights[left] * (1 - t) + heights[left + 1] * t;
  }

  static void requireInside(RadialGrid grid, double rMax) {
    if (!(grid.rMax() <= rMax * (1 + 1e-12))) {
      throw new IllegalArgumentException(
          "an image holds g(r) up to "
              + rMax
              + " Å, the grid asked for reaches "
              + grid.rMax()
              + " Å");
    }
  }
}
