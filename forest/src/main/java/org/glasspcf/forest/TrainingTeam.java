package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingInterruptedException;

/**
 * The calling thread and its helpers in an executor, who train one forest or tree after the other.
 *
 * <p>A helper that has not begun when there is nothing left to do is not waited for, so a busy
 * executor makes a training slower but cannot bring it to a halt.
 */
final class TrainingTeam {
  private final IntConsumer training;
  private final String what;
  private final Queue<Integer> jobs = new ConcurrentLinkedQueue<>();
  private final List<Helper> helpers = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  private TrainingTeam(int count, IntConsumer training, String what) {
    this.training = training;
    this.what = what;
    IntStream.range(0, count).forEach(jobs::add);
  }

  /**
   * Does jobs 0 to count − 1, in any order; when it returns or throws, nobody is at work.
   *
   * @param count the number of jobs
   * @param training does one job and stops with a TrainingInterruptedException when its thread is
   *     interrupted
   * @param executor what the helpers run on
   * @param parallelism the size of the team, with the calling thread
   * @param what the work's name, for the exception
   * @throws TrainingInterruptedException if the calling thread is interrupted
   */
  static void run(
      int count, IntConsumer training, Executor executor, int parallelism, String what) {
    TrainingTeam team = new TrainingTeam(count, training, what);
    try {
      for (int i = 1; i < Math.min(parallelism, count); i++) {
        Helper helper = team.new Helper();
        team.helpers.add(helper);
        executor.execute(helper);
      }
      team.work();
      team.leaveHelpers();
      team.work(); // on what helpers handed back
    } finally {
      team.stop();
      team.leaveHelpers();
    }
    Throwable failure = team.failure.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** The calling thread's part. */
  private void work() {
    stopIfInterrupted();
    Integer job = next();
    while (job != null) {
      training.accept(job);
      stopIfInterrupted();
      job = next();
    }
  }

  private void stopIfInterrupted() {
    TrainingInterruptedException.throwIfInterrupted(what);
  }

  private Integer next() {
    return stopped ? null : jobs.poll();
  }

  private void stop() {
    stopped = true;
    helpers.forEach(Helper::interrupt);
  }

  /** Withdraws helpers that have not begun and waits for the others; an interrupt stops them. */
  private void leaveHelpers() {
    boolean interrupted = false;
    if (stopped) {
      stop();
    }
    for (Helper helper : helpers) {
      boolean over = helper.withdraw();
      while (!over) {
        try {
          helper.done.await();
          over = true;
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Work that either a thread of the executor takes up, or nobody. */
  private final class Helper implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private Thread thread;
    private boolean withdrawn;
    private boolean interrupted;

    @Override
    public void run() {
      if (!begin()) {
        return;
      }
      try {
        help();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
        stopped = true;
      } finally {
        end();
      }
    }

    private void help() {
      Integer job = next();
      while (job != null) {
        try {
          training.accept(job);
        } catch (TrainingInterruptedException e) {
          // Somebody wants this thread for himself: others can do the job.
          jobs.add(job);
          return;
        }
        job = next();
      }
    }

    private synchronized boolean begin() {
      if (withdrawn) {
        return false;
      }
      thread = Thread.currentThread();
      return true;
    }

    /** The executor gets its thread back without the team's interrupt. */
    private synchronized void end() {
      thread = null;
      if (interrupted) {
        Thread.interrupted();
      }
      done.countDown();
    }

    /** True if the helper is not at work and never will be. */
    private synchronized boolean withdraw() {
      withdrawn |= thread == null;
      return withdrawn;
    }

    private synchronized void interrupt() {
      if (thread != null) {
        interrupted = true;
        thread.interrupt();
      }
    }
  }
}
