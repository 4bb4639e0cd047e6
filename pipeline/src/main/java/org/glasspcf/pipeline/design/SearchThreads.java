package org.glasspcf.pipeline.design;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.glasspcf.core.correlation.CalculationInterruptedException;

/** Applies a function to the items of a list on threads of its own. */
final class SearchThreads {
  private static final int CHUNK = 256;

  private SearchThreads() {}

  /**
   * What a function makes of items, in their order.
   *
   * @param items the items
   * @param function called by several threads at once
   * @param threads how many, at least 1
   * @return the results, a list that can be added to
   */
  static <T, R> List<R> map(List<T> items, Function<T, R> function, int threads) {
    int chunk = Math.max(1, Math.min(CHUNK, items.size() / threads));
    List<Callable<List<R>>> tasks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += chunk) {
      List<T> part = items.subList(from, Math.min(items.size(), from + chunk));
      tasks.add(() -> part.stream().map(item -> applied(function, item)).toList());
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(threads, tasks.size())),
            task -> {
              Thread thread = new Thread(task, "glass-pcf-design");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<R> results = new ArrayList<>(items.size());
      for (Future<List<R>> done : pool.invokeAll(tasks)) {
        results.addAll(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T, R> R applied(Function<T, R> function, T item) {
    throwIfInterrupted();
    return function.apply(item);
  }

  /** Ends a search whose thread is interrupted; the flag stays set. */
  static void throwIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private static CalculationInterruptedException interrupted() {
    return new CalculationInterruptedException("the search was interrupted");
  }
}
