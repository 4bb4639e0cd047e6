package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexShuffleTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 1000, 65_536, 65_537})
  void order_holdsEveryNumberOnce(int size) {
    for (long seed = -2; seed < 3; seed++) {
      BitSet seen = new BitSet(size);
      for (int i = 0; i < size; i++) {
        long at = IndexShuffle.at(seed, i, size);
        assertTrue(at >= 0 && at < size, "inside: " + at);
        seen.set((int) at);
      }
      assertEquals(size, seen.cardinality());
    }
  }

  @Test
  void order_ofTheLargestSize_staysInside() {
    for (int i = 0; i < 1000; i++) {
      assertTrue(IndexShuffle.at(9, i, Long.MAX_VALUE) >= 0);
      assertTrue(IndexShuffle.at(9, Long.MAX_VALUE - 1 - i, Long.MAX_VALUE) >= 0);
    }
  }

  @Test
  void places_areEquallyLikelyForEveryNumber() {
    int size = 20;
    int seeds = 20_000;
    int[][] counts = new int[size][size];
    for (long seed = 0; seed < seeds; seed++) {
      for (int i = 0; i < size; i++) {
        counts[i][(int) IndexShuffle.at(seed, i, size)]++;
      }
    }
    double chiSquared = 0;
    double expected = seeds / (double) size;
    for (int[] row : counts) {
      for (int count : row) {
        chiSquared += (count - expected) * (count - expected) / expected;
      }
    }
    // (size − 1)² = 361 degrees of freedom: mean 361, deviation 27
    assertEquals(361, chiSquared, 4 * 27, "χ²");
  }

  @Test
  void neighbors_areNotKeptTogether() {
    int size = 10_000;
    double product = 0;
    for (int i = 0; i + 1 < size; i++) {
      double one = IndexShuffle.at(5, i, size) / (double) size - 0.5;
      double next = IndexShuffle.at(5, i + 1, size) / (double) size - 0.5;
      product += one * next;
    }
    // The correlation of independent draws: 0 ± 1/√n
    assertEquals(0, product * 12 / size, 4 / Math.sqrt(size));
  }
}
