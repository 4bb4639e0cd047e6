package org.glasspcf.pipeline.screening;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.glasspcf.core.correlation.CalculationInterruptedException;

/**
 * What a function makes of the items of a source: computed by own threads, given out in the order
 * of the source.
 *
 * <p>The consumer's thread takes items from the source, a chunk at a time and only so many chunks
 * ahead of what it has consumed, so that memory is bounded however slow it is. An exception, of an
 * item or of the source, comes after all that lies before it. Threads end by themselves when there
 * is nothing to do: an abandoned map leaves none behind.
 *
 * @param <T> items
 * @param <R> results
 */
final class OrderedMap<T, R> implements Spliterator<R>, AutoCloseable {
  /** Items of a chunk: enough to hide the handing over, few enough to stop soon. */
  static final int CHUNK = 64;

  /** Chunks begun and not yet consumed, for each thread. */
  static final int AHEAD = 4;

  private static final long IDLE_MILLISECONDS = 100;

  private final Spliterator<T> source;
  private final Work<T, R> work;
  private final int ahead;
  private final ThreadPoolExecutor threads;
  private final Queue<Future<Done<R>>> begun = new ArrayDeque<>();

  private long taken;
  private boolean sourceEnded;
  private Optional<RuntimeException> sourceFailure = Optional.empty();
  private Done<R> current = new Done<>(List.of(), Optional.empty());
  private int given;
  private boolean ended;
  private volatile boolean closed;

  /**
   * Makes results of an item.
   *
   * @param <T> items
   * @param <R> results
   */
  @FunctionalInterface
  interface Work<T, R> {
    void accept(T item, Consumer<R> results);
  }

  private record Done<R>(List<R> results, Optional<Throwable> failure) {}

  /**
   * A map that has not begun.
   *
   * @param source the items
   * @param first the index of its first item, for messages
   * @param threads how many threads work, at least 1
   * @param work called by several threads at once
   */
  OrderedMap(Spliterator<T> source, long first, int threads, Work<T, R> work) {
    this.source = source;
    this.taken = first;
    this.work = work;
    this.ahead = AHEAD * threads;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_MILLISECONDS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "glass-pcf-screening");
              thread.setDaemon(true);
              return thread;
            });
    this.threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean tryAdvance(Consumer<? super R> action) {
    while (given == current.results().size()) {
      if (!nextChunk()) {
        return false;
      }
    }
    action.accept(current.results().get(given++));
    return true;
  }

  private boolean nextChunk() {
    if (current.failure().isPresent()) {
      close();
      throw unchecked(current.failure().get());
    }
    if (ended) {
      return false;
    }
    stopIfAsked();
    begin();
    if (begun.isEmpty()) {
      if (sourceFailure.isPresent()) {
        stopIfAsked(); // an interrupt makes some sources fail
      }
      ended = true;
      close();
      sourceFailure.ifPresent(
          failure -> {
            throw failure;
          });
      return false;
    }
    current = await(begun.remove());
    given = 0;
    return true;
  }

  private void stopIfAsked() {
    if (Thread.currentThread().isInterrupted()) {
      close();
      throw new CalculationInterruptedException("the screening was interrupted");
    }
    if (closed) {
      throw new CalculationInterruptedException("the screening was closed before its end");
    }
  }

  private void begin() {
    while (!sourceEnded && begun.size() < ahead) {
      long first = taken;
      List<T> items = take();
      if (!items.isEmpty()) {
        try {
          begun.add(threads.submit(() -> done(first, items)));
        } catch (RejectedExecutionException e) {
          stopIfAsked();
          throw e;
        }
      }
    }
  }

  private List<T> take() {
    List<T> items = new ArrayList<>(CHUNK);
    try {
      while (items.size() < CHUNK && !sourceEnded) {
        sourceEnded = !source.tryAdvance(items::add);
      }
    } catch (RuntimeException e) {
      sourceEnded = true;
      sourceFailure = Optional.of(e);
    }
    taken += items.size();
    return items;
  }

  private Done<R> done(long first, List<T> items) {
    List<R> results = new ArrayList<>(items.size());
    for (int i = 0; i < items.size() && !closed; i++) {
      try {
        work.accept(items.get(i), results::add);
      } catch (RuntimeException e) {
        return new Done<>(results, Optional.of(named(first + i, items.get(i), e)));
      } catch (Error e) {
        return new Done<>(results, Optional.of(e));
      }
    }
    return new Done<>(results, Optional.empty());
  }

  private static RuntimeException named(long index, Object item, RuntimeException e) {
    String message = "glass " + index + " of the screening, " + item + ": " + e.getMessage();
    return e instanceof IllegalArgumentException
        ? new IllegalArgumentException(message, e)
        : new IllegalStateException(message, e);
  }

  private Done<R> await(Future<Done<R>> chunk) {
    try {
      Done<R> done = chunk.get();
      stopIfAsked();
      return done;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopIfAsked();
      throw new IllegalStateException("an interrupted thread must be stopped", e);
    } catch (CancellationException e) {
      stopIfAsked();
      throw e;
    } catch (ExecutionException e) {
      close();
      throw unchecked(e.getCause());
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }

  /** Stops all threads within the item that each is at; whoever waits for one gets an exception. */
  @Override
  public void close() {
    closed = true;
    for (Runnable waiting : threads.shutdownNow()) {
      ((Future<?>) waiting).cancel(false);
    }
  }

  @Override
  public Spliterator<R> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
