package org.glasspcf.encoder;

import static org.glasspcf.encoder.PcfImage.SIZE;

import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * The codec of warped columns filled up to asinh(g); {@link PcfImageCodec.Kind#WARPED} describes
 * it.
 */
record WarpedImageCodec(double maxHeight) implements PcfImageCodec {
  private static final RadialGrid AXIS = warpedAxis();
  private static final double[] AXIS_CUBES = cubes(AXIS);

  private static RadialGrid warpedAxis() {
    double[] edges = new double[SIZE + 1];
    int k = 1; // edges[0] = 0: one column for the empty core
    k = ramp(edges, k, 1.2, 2.8, 28);
    k = ramp(edges, k, 2.8, 4.5, 17);
    k = ramp(edges, k, 4.5, 10, 18);
    edges[k] = 10;
    return RadialGrid.ofEdges(edges);
  }

  private static int ramp(double[] edges, int start, double from, double to, int steps) {
    for (int i = 0; i < steps; i++) {
      edges[start + i] = from + (to - from) * i / steps;
    }
    return start + steps;
  }

  @Override
  public Kind kind() {
    return Kind.WARPED;
  }

  @Override
  public RadialGrid axis() {
    return AXIS;
  }

  @Override
  public PcfImage encode(PairCorrelationFunction curve) {
    PairCorrelationFunction columns = curve.rebin(AXIS);
    double full = asinh(maxHeight);
    float[] image = new float[PcfImage.PIXELS];
    for (int column = 0; column < SIZE; column++) {
      double height = Math.min(asinh(columns.value(column)) / full, 1) * SIZE;
      for (int k = 0; k < SIZE; k++) { // k counts from the bottom row
        image[(SIZE - 1 - k) * SIZE + column] = (float) Math.min(Math.max(height - k, 0), 1);
      }
    }
    return PcfImage.ofIntensities(image);
  }

  @Override
  public PairCorrelationFunction decode(PcfImage image, RadialGrid grid) {
    double full = asinh(maxHeight);
    int[] sums = image.columnSums();
    double[] integral = new double[SIZE + 1];
    for (int column = 0; column < SIZE; column++) {
      double g = Math.sinh(sums[column] / (255.0 * SIZE) * full);
      integral[column + 1] = integral[column] + g * AXIS.shellMoment(column);
    }
    PaperImageCodec.requireInside(grid, AXIS.rMax());
    // Over r³, not r: a constant g is a straight line, and g stays bounded as r goes to 0.
    double[] running = new MonotoneCubic(AXIS_CUBES, integral).values(cubes(grid));
    double[] g = new double[grid.bins()];
    for (int i = 0; i < g.length; i++) {
      g[i] = Math.max(0, (running[i + 1] - running[i]) / grid.shellMoment(i));
    }
    return PairCorrelationFunction.of(grid, g);
  }

  private static double[] cubes(RadialGrid grid) {
    double[] out = grid.edges();
    for (int i = 0; i < out.length; i++) {
      out[i] = out[i] * out[i] * out[i];
    }
    return out;
  }

  private static double asinh(double v) {
    return Math.log(v + Math.sqrt(v * v + 1));
  }
}
