package org.glasspcf.core;

/**
 * A random order of the numbers 0 to size − 1 of which any place can be asked for, and that needs
 * no memory.
 *
 * <p>A Feistel network permutes the smallest even number of bits that holds the size; what falls
 * outside is permuted again until it falls inside, after fewer than four rounds on average.
 */
final class IndexShuffle {
  private static final int ROUNDS = 6;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private IndexShuffle() {}

  /**
   * What stands at a place.
   *
   * @param seed which order
   * @param index the place, from 0 to size − 1
   * @param size how many numbers there are, at least 1
   * @return a number from 0 to size − 1; another one for each place
   */
  static long at(long seed, long index, long size) {
    int bits = Math.max(1, 64 - Long.numberOfLeadingZeros(size - 1));
    int half = (bits + 1) / 2;
    long mask = (1L << half) - 1;
    long place = index;
    do {
      long left = place >>> half;
      long right = place & mask;
      for (int round = 1; round <= ROUNDS; round++) {
        long mixed = mix(right + mix(seed + round * GOLDEN)) & mask;
        long next = left ^ mixed;
        left = right;
        right = next;
      }
      place = left << half | right;
    } while (Long.compareUnsigned(place, size) >= 0);
    return place;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
