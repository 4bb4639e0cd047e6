package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SearchThreadsTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 1001).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1024})
  void results_areInTheOrderOfTheItems(int threads) {
    assertEquals(
        ITEMS.stream().map(i -> 2 * i).toList(), SearchThreads.map(ITEMS, i -> 2 * i, threads));
  }

  @Test
  void noItems_giveNoResults() {
    assertEquals(List.of(), SearchThreads.map(List.of(), i -> i, 3));
  }

  @Test
  void failure_isThrownAsItWas() {
    IllegalArgumentException failure = new IllegalArgumentException("no such glass");
    assertEquals(
        failure,
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SearchThreads.map(
                    ITEMS,
                    i -> {
                      throw failure;
                    },
                    2)));
  }

  @Test
  void interrupt_endsWithTheFlagSet() {
    Thread.currentThread().interrupt();
    assertThrows(CalculationInterruptedException.class, () -> SearchThreads.map(ITEMS, i -> i, 2));
    assertTrue(Thread.interrupted());
  }
}
