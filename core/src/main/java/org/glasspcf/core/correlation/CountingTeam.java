package org.glasspcf.core.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The calling thread and its helpers in an executor, who count the pairs of one frame after the
 * other, small cell by small cell.
 *
 * <p>A helper that has not begun when there is nothing left to do is not waited for, so a busy
 * executor makes a calculation slower but cannot bring it to a halt.
 */
final class CountingTeam implements AutoCloseable {
  private final PairTally tally;
  private final Executor executor;
  private final List<PairCounter> counters = new ArrayList<>();

  private final List<Helper> helpers = new ArrayList<>();
  private CellLists cells;
  private AtomicInteger nextCell;
  private volatile boolean stopped;
  private volatile Throwable failure;

  /**
   * A team that has nothing to do yet.
   *
   * @param tally where the counts go
   * @param executor what the helpers run on
   * @param parallelism the size of the team, with the calling thread
   */
  CountingTeam(PairTally tally, Executor executor, int parallelism) {
    this.tally = tally;
    this.executor = executor;
    for (int i = 0; i < parallelism; i++) {
      counters.add(tally.newCounter());
    }
  }

  /**
   * Lets the helpers begin with a frame. The one before must be finished.
   *
   * @param frame the atoms
   */
  void start(CellLists frame) {
    AtomicInteger next = new AtomicInteger();
    cells = frame;
    nextCell = next;
    int size = Math.min(counters.size(), frame.size());
    for (PairCounter counter : counters.subList(1, Math.max(1, size))) {
      Helper helper = new Helper(() -> help(counter, frame, next));
      executor.execute(helper);
      helpers.add(helper);
    }
  }

  /**
   * Counts along with the helpers until the frame is done, and adds its pairs to the tally.
   *
   * @throws CalculationInterruptedException if the calling thread is interrupted
   */
  void finish() {
    boolean interrupted = Thread.currentThread().isInterrupted();
    int cell = nextCell.getAndIncrement();
    while (cell < cells.size() && !stopped && !interrupted) {
      counters.get(0).count(cells, cell);
      cell = nextCell.getAndIncrement();
      interrupted = Thread.currentThread().isInterrupted();
    }
    stopped |= interrupted;
    leaveHelpers();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (stopped) {
      throw new CalculationInterruptedException(
          "the calculation of g(r) was interrupted in frame " + (tally.frames() + 1));
    }
    tally.add(counters, cells.volume);
  }

  private void help(PairCounter counter, CellLists frame, AtomicInteger next) {
    try {
      int cell = next.getAndIncrement();
      while (cell < frame.size() && !stopped) {
        counter.count(frame, cell);
        cell = next.getAndIncrement();
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      stopped = true;
    }
  }

  private void leaveHelpers() {
    boolean interrupted = false;
    for (Helper helper : helpers) {
      interrupted |= helper.leave(() -> stopped = true);
    }
    helpers.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until no helper is at work, so that nothing runs on after an exception. */
  @Override
  public void close() {
    stopped = true;
    leaveHelpers();
  }

  /** Work that either a thread of the executor takes up, or nobody. */
  private static final class Helper implements Runnable {
    private final AtomicReference<Runnable> work;
    private final CountDownLatch done = new CountDownLatch(1);

    Helper(Runnable work) {
      this.work = new AtomicReference<>(work);
    }

    @Override
    public void run() {
      Runnable mine = work.getAndSet(null);
      if (mine != null) {
        try {
          mine.run();
        } finally {
          done.countDown();
        }
      }
    }

    /** Withdraws the work or waits until it is done; true if interrupted meanwhile. */
    boolean leave(Runnable onInterrupt) {
      boolean interrupted = false;
      boolean over = work.getAndSet(null) != null;
      while (!over) {
        try {
          done.await();
          over = true;
        } catch (InterruptedException e) {
          interrupted = true;
          onInterrupt.run();
        }
      }
      return interrupted;
    }
  }
}
