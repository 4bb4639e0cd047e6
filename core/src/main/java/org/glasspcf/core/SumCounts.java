package org.glasspcf.core;

/**
 * Whole numbers in ranges that sum to a total: how many choices there are, and which is the n-th.
 *
 * <p>Choices come in lexicographic order: the first number rises slowest. A table for each number
 * holds how many ways its successors have to sum up to what is left, added up over the sums that
 * can be left, so that a choice is found by a binary search for each number and none is listed.
 */
final class SumCounts {
  private final int[] least;
  private final int[] most;
  private final int total;

  /** The smallest sum that can be left for number i and its successors. */
  private final int[] base;

  /** Ways to make a sum of up to base[i] + j of the numbers from i on. */
  private final long[][] upTo;

  /**
   * Counts.
   *
   * @param least the least value of each number, not below 0; at least one number
   * @param most the largest value of each
   * @param total what they sum to; between the sums of least and most values
   * @throws ArithmeticException if there are 2⁶³ choices or more
   */
  SumCounts(int[] least, int[] most, int total) {
    this.least = least.clone();
    this.most = most.clone();
    this.total = total;
    int numbers = least.length;
    int[] leastFrom = sumsFrom(least);
    int[] mostFrom = sumsFrom(most);
    this.base = new int[numbers + 1];
    this.upTo = new long[numbers + 1][];
    upTo[numbers] = new long[] {1};
    for (int i = numbers - 1; i >= 0; i--) {
      // Only sums that can be met on the way: then no count exceeds the number of choices.
      base[i] = Math.max(leastFrom[i], total - (mostFrom[0] - mostFrom[i]));
      int top = Math.min(mostFrom[i], total - (leastFrom[0] - leastFrom[i]));
      upTo[i] = new long[top - base[i] + 1];
      long sum = 0;
      for (int left = base[i]; left <= top; left++) {
        sum = Math.addExact(sum, waysUpTo(i, left, most[i]));
        upTo[i][left - base[i]] = sum;
      }
    }
  }

  private static int[] sumsFrom(int[] values) {
    int[] sums = new int[values.length + 1];
    for (int i = values.length - 1; i >= 0; i--) {
      sums[i] = Math.addExact(sums[i + 1], values[i]);
    }
    return sums;
  }

  /** How many choices of the numbers from i on sum to what is left, number i being up to value. */
  private long waysUpTo(int i, int left, int value) {
    return sumsUpTo(i + 1, left - least[i]) - sumsUpTo(i + 1, left - value - 1);
  }

  private long sumsUpTo(int i, int left) {
    int at = Math.min(left - base[i], upTo[i].length - 1);
    return at < 0 ? 0 : upTo[i][at];
  }

  /** The number of choices. */
  long size() {
    return waysUpTo(0, total, most[0]);
  }

  /** The numbers of a choice, by its place in the order, from 0 to size() − 1. */
  int[] get(long index) {
    int[] values = new int[least.length];
    long place = index;
    int left = total;
    for (int i = 0; i < values.length; i++) {
      int low = least[i];
      int high = most[i];
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (waysUpTo(i, left, middle) > place) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      values[i] = low;
      place -= waysUpTo(i, left, low - 1);
      left -= low;
    }
    return values;
  }
}
