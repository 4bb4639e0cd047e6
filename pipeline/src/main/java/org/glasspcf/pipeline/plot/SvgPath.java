package org.glasspcf.pipeline.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/** Shapes as SVG path data: relative commands, coordinates rounded to 0.01 pixels. */
final class SvgPath {
  private static final double STEPS = 100;

  private final StringBuilder data = new StringBuilder();
  private final double[] numbers = new double[6];
  private long x;
  private long y;
  private long startX;
  private long startY;
  private char last;

  private SvgPath() {}

  /** A shape's path data after a transform; empty for a shape without points. */
  static String of(Shape shape, AffineTransform transform) {
    SvgPath path = new SvgPath();
    for (PathIterator it = shape.getPathIterator(transform); !it.isDone(); it.next()) {
      path.add(it.currentSegment(path.numbers));
    }
    return path.data.toString();
  }

  private void add(int segment) {
    switch (segment) {
      case PathIterator.SEG_MOVETO -> move();
      case PathIterator.SEG_LINETO -> line();
      case PathIterator.SEG_QUADTO -> relative('q', 2);
      case PathIterator.SEG_CUBICTO -> relative('c', 3);
      default -> close();
    }
  }

  private void move() {
    x = hundredths(numbers[0]);
    y = hundredths(numbers[1]);
    startX = x;
    startY = y;
    command('M');
    append(x);
    append(y);
    // A pair of numbers after a move would be a line; the next command writes its letter.
    last = 0;
  }

  private void line() {
    long toX = hundredths(numbers[0]);
    long toY = hundredths(numbers[1]);
    if (toY == y && toX != x) {
      command('h');
      append(toX - x);
    } else if (toX == x && toY != y) {
      command('v');
      append(toY - y);
    } else {
      command('l');
      append(toX - x);
      append(toY - y);
    }
    x = toX;
    y = toY;
  }

  private void relative(char letter, int points) {
    command(letter);
    for (int i = 0; i < points; i++) {
      append(hundredths(numbers[2 * i]) - x);
      append(hundredths(numbers[2 * i + 1]) - y);
    }
    x = hundredths(numbers[2 * points - 2]);
    y = hundredths(numbers[2 * points - 1]);
  }

  private void close() {
    command('z');
    last = 0;
    x = startX;
    y = startY;
  }

  private void command(char letter) {
    if (letter != last) {
      data.append(letter);
    }
    last = letter;
  }

  private void append(long hundredths) {
    boolean afterLetter = data.isEmpty() || Character.isLetter(data.charAt(data.length() - 1));
    if (!afterLetter && hundredths >= 0) {
      data.append(' ');
    }
    data.append(text(hundredths));
  }

  private static long hundredths(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("coordinates must be finite, got " + value);
    }
    return Math.round(value * STEPS);
  }

  /** A number with at most two decimals, in as few characters as it needs. */
  static String number(double value) {
    return text(hundredths(value));
  }

  private static String text(long hundredths) {
    long size = Math.abs(hundredths);
    StringBuilder out = new StringBuilder();
    if (hundredths < 0) {
      out.append('-');
    }
    if (size >= 100 || size % 100 == 0) {
      out.append(size / 100);
    }
    if (size % 100 != 0) {
      out.append('.').append(size % 100 / 10);
      if (size % 10 != 0) {
        out.append(size % 10);
      }
    }
    return out.toString();
  }
}
