package org.glasspcf.pipeline.plot;

import java.awt.Color;

/**
 * Viridis, from dark blue to yellow: equal steps look equal, also to color-blind eyes and in gray
 * print. Eight pieces of the public-domain map, straight between them.
 */
final class ColorScale {
  private static final int[] VIRIDIS = {
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
  };

  private ColorScale() {}

  /** The color of a share of the scale; shares beyond 0 to 1 have the color of its ends. */
  static Color at(double share) {
    double place = Math.max(0, Math.min(1, share)) * (VIRIDIS.length - 1);
    int index = Math.min((int) place, VIRIDIS.length - 2);
    double part = place - index;
    Color one = new Color(VIRIDIS[index]);
    Color two = new Color(VIRIDIS[index + 1]);
    return new Color(
        mix(one.getRed(), two.getRed(), part),
        mix(one.getGreen(), two.getGreen(), part),
        mix(one.getBlue(), two.getBlue(), part));
  }

  private static int mix(int one, int two, double part) {
    return (int) Math.round(one + part * (two - one));
  }
}
