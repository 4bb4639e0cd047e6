package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Shares a batch among the calling thread and helpers, in as many equal parts. */
final class BatchTeam implements AutoCloseable {
  private final int threads;
  private final ExecutorService helpers;

  BatchTeam(int threads) {
    this.threads = threads;
    this.helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1));
  }

  /** Applies a function to each element and keeps the results until all are there. */
  <T> Object[] map(List<T> batch, Function<T, ?> function)
      throws ExecutionException, InterruptedException {
    Object[] results = new Object[batch.size()];
    List<Future<?>> parts = new ArrayList<>();
    for (int part = 1; part < threads; part++) {
      int from = part * batch.size() / threads;
      int to = (part + 1) * batch.size() / threads;
      parts.add(helpers.submit(() -> fill(results, batch, function, from, to)));
    }
    fill(results, batch, function, 0, batch.size() / threads);
    for (Future<?> part : parts) {
      part.get();
    }
    return results;
  }

  private static <T> void fill(
      Object[] results, List<T> batch, Function<T, ?> function, int from, int to) {
    for (int i = from; i < to; i++) {
      results[i] = function.apply(batch.get(i));
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
