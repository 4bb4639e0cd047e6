package org.glasspcf.pipeline.plot;

/**
 * How large a plot is to be; letters have at least 6 points in each print size, but for titles too
 * long for their line, which are set smaller.
 */
public enum PlotSize {
  /** For screens: a plot in the pixels that it is laid out in. */
  SCREEN(0),
  /** A column of a journal, 85 mm, at 300 pixels an inch. */
  COLUMN(85),
  /** A page of a journal, 175 mm, at 300 pixels an inch. */
  PAGE(175);

  /** Letters of a chart's layout (pixels); the numbers at the axes are smaller by 1. */
  static final int FONT = 15;

  private static final double MILLIMETERS_PER_INCH = 25.4;
  private static final double POINTS_PER_INCH = 72;
  private static final double PIXELS_PER_INCH = 300;

  private final double millimeters;

  PlotSize(double millimeters) {
    this.millimeters = millimeters;
  }

  /** The figure, scaled to the width. */
  Figure fit(Figure figure) {
    return this == SCREEN
        ? figure
        : figure.scaled(millimeters / MILLIMETERS_PER_INCH * PIXELS_PER_INCH / figure.width());
  }

  /** The size of letters (pt) in print, of some pixels in a layout of some width (pixels). */
  double points(double letters, int layoutWidth) {
    return letters * millimeters / MILLIMETERS_PER_INCH * POINTS_PER_INCH / layoutWidth;
  }

  /** The width of a chart's layout (pixels), of letters of {@link #FONT}. */
  int layoutWidth() {
    return this == COLUMN ? 480 : this == PAGE ? 960 : 800;
  }

  /** Its height. */
  int layoutHeight() {
    return this == COLUMN ? 360 : 540;
  }
}
