package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The dashes of a curve, along the whole of it. A chart draws a line piece by piece from point to
 * point, and each piece begins its dashes anew: where points are near, all would be one line.
 *
 * @param x the ends of pieces, and not a number between two dashes
 * @param y the same
 */
record DashedCurve(double[] x, double[] y) {
  private static final double DASH = 7;
  private static final double GAP = 5;

  /**
   * Cuts a curve into dashes.
   *
   * @param x places, increasing
   * @param y values
   * @param xPixels pixels of a unit of x
   * @param yPixels pixels of a unit of y
   */
  static DashedCurve of(double[] x, double[] y, double xPixels, double yPixels) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {x[0], y[0]});
    double left = DASH;
    boolean drawn = true;
    for (int i = 1; i < x.length; i++) {
      double length = Math.hypot((x[i] - x[i - 1]) * xPixels, (y[i] - y[i - 1]) * yPixels);
      double done = 0;
      while (length - done > left) {
        done += left;
        double part = done / length;
        double atX = x[i - 1] + part * (x[i] - x[i - 1]);
        double atY = y[i - 1] + part * (y[i] - y[i - 1]);
        points.add(new double[] {atX, atY});
        if (drawn) {
          points.add(new double[] {atX, Double.NaN});
        }
        drawn = !drawn;
        left = drawn ? DASH : GAP;
      }
      left -= length - done;
      if (drawn) {
        points.add(new double[] {x[i], y[i]});
      }
    }
    return new DashedCurve(
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }
}
