package org.glasspcf.encoder;

/**
 * The inner loops of {@link PcfAutoencoder}, written for HotSpot's vectorizer.
 *
 * <p>What it takes, on JDK 17 as on 25: one index, one body of at most six places in arrays, and
 * the same index in all arrays. Places in one array may lie apart by constants of the source; if
 * these are multiples of 16 floats, all places are aligned alike, which is worth a third of the
 * time. Each loop has up to 16 scalar turns around its vectors and is unrolled only if it was long
 * in the profile, so nothing here may be called for a few numbers. There is no fused multiply-add:
 * it gains nothing where loads are the limit, is 20,000 times slower on a processor without it, and
 * results would depend on the processor.
 */
final class LongLoops {
  /** A plane of 16×16 pixels and a row of zeros behind it (numbers). */
  static final int PLANE = 17 * 16;

  private static final int PIXELS = 16 * 16;
  private static final int ALIGNED = 12;

  private LongLoops() {}

  /**
   * A new array of at least the size: with its header a multiple of 64 bytes, so that arrays made
   * one after the other are mostly aligned alike.
   *
   * @param size numbers, a multiple of 16
   */
  static float[] array(int size) {
    return new float[size + ALIGNED];
  }

  /** y += a·p + b·q + c·r from one place to before another. */
  static void addThree(
      float[] y, float[] p, float[] q, float[] r, float a, float b, float c, int from, int to) {
    for (int k = from; k < to; k++) {
      y[k] = y[k] + (a * p[k] + b * q[k] + c * r[k]);
    }
  }

  /** y += a·p + b·q + c·r + d·t over all of y. */
  static void addFour(
      float[] y, float[] p, float[] q, float[] r, float[] t, float a, float b, float c, float d) {
    for (int k = 0; k < y.length; k++) {
      y[k] = y[k] + (a * p[k] + b * q[k] + c * r[k] + d * t[k]);
    }
  }

  /**
   * A link of a chain of planes in one array, which are a sum so far, four inputs, and the sum with
   * them.
   */
  static void addPlanes(float[] w, int at, float a, float b, float c, float d) {
    int to = at + PIXELS;
    for (int k = at; k < to; k++) {
      w[k + 5 * PLANE] =
          w[k]
              + (a * w[k + PLANE]
                  + b * w[k + 2 * PLANE]
                  + c * w[k + 3 * PLANE]
                  + d * w[k + 4 * PLANE]);
    }
  }

  /** y = max(y, z) over the first numbers. */
  static void max(float[] y, float[] z, int size) {
    for (int k = 0; k < size; k++) {
      y[k] = Math.max(y[k], z[k]);
    }
  }

  /** y = max(y, 0). */
  static void rectify(float[] y) {
    for (int k = 0; k < y.length; k++) {
      y[k] = Math.max(y[k], 0);
    }
  }

  /**
   * y = 1 / (1 + exp(−y)).
   *
   * <p>The exponential is the 256th power of exp(−y/256), whose series of eight terms is off by
   * less than 1e-11 for |y| ≤ 40, where the sigmoid is within 1e-17 of 0 and 1: only products and
   * sums, which are vectors and the same on every processor.
   */
  static void sigmoid(double[] y) {
    for (int k = 0; k < y.length; k++) {
      double x = Math.max(Math.min(y[k], 40), -40) * (-1 / 256.0);
      double e =
          1
              + x
                  * (1
                      + x
                          * (1 / 2.0
                              + x
                                  * (1 / 6.0
                                      + x
                                          * (1 / 24.0
                                              + x
                                                  * (1 / 120.0
                                                      + x * (1 / 720.0 + x * (1 / 5040.0)))))));
      double e4 = (e * e) * (e * e);
      double e16 = (e4 * e4) * (e4 * e4);
      double e64 = (e16 * e16) * (e16 * e16);
      y[k] = 1 / (1 + (e64 * e64) * (e64 * e64));
    }
  }
}
