package org.glasspcf.pipeline.plot;

import java.util.Objects;

/**
 * A position to compare curves with, such as a bond length or a diffraction peak that was measured:
 * a dashed vertical line with a label.
 *
 * @param position where it is, in the unit of the horizontal axis
 * @param label what it is; may be empty
 */
public record PlotMark(double position, String label) {
  /**
   * Checks the position.
   *
   * @param position where it is, in the unit of the horizontal axis
   * @param label what it is; may be empty
   * @throws IllegalArgumentException if the position is not finite
   */
  public PlotMark {
    Objects.requireNonNull(label, "label");
    if (!Double.isFinite(position)) {
      throw new IllegalArgumentException("the position of a mark must be finite, got " + position);
    }
  }

  /**
   * Reads a mark as it is written on a command line.
   *
   * @param text a position, and a label after a colon if there is one: {@code 1.52:FSDP}
   * @return the mark
   * @throws IllegalArgumentException if the text does not begin with a finite number
   */
  public static PlotMark parse(String text) {
    int colon = text.indexOf(':');
    String number = colon < 0 ? text : text.substring(0, colon);
    String label = colon < 0 ? "" : text.substring(colon + 1).strip();
    try {
      return new PlotMark(Double.parseDouble(number.strip()), label);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a mark must be a position and a label, such as 1.52:FSDP, got \"" + text + "\"", e);
    }
  }
}
