package org.glasspcf.encoder;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Working memory that calls hand on to each other, without locks: one that finds none makes its
 * own. What is kept is what was in use at one time, at most one for each processor; nothing is tied
 * to threads.
 */
final class WorkPool<T> {
  private final Supplier<T> maker;
  private final AtomicReferenceArray<T> idle;

  WorkPool(Supplier<T> maker) {
    this.maker = maker;
    this.idle = new AtomicReferenceArray<>(Runtime.getRuntime().availableProcessors());
  }

  /** Takes one for the caller alone. */
  T take() {
    for (int i = 0; i < idle.length(); i++) {
      if (idle.get(i) != null) {
        T work = idle.getAndSet(i, null);
        if (work != null) {
          return work;
        }
      }
    }
    return maker.get();
  }

  /** Gives back what {@link #take()} gave; the caller must not touch it again. */
  void giveBack(T work) {
    for (int i = 0; i < idle.length(); i++) {
      if (idle.get(i) == null && idle.compareAndSet(i, null, work)) {
        return;
      }
    }
  }
}
