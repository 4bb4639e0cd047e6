package org.glasspcf.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelTuningTest {
  private static final ForestTuning TUNING =
      GroupedRows.smooth(60, 6, 3)
          .tuning()
          .from(ForestOptions.defaults().withFeaturesPerSplit(3).withTrees(4))
          .withSeeds(1, 2)
          .withMaxDepth(1, 3, 8);
  private static final TuningResult SERIAL = TUNING.grid();

  /** One forest takes seconds. */
  private static final ForestTuning SLOW = GroupedRows.smooth(2000, 12, 40).tuning();

  private final ExecutorService pool = Executors.newFixedThreadPool(3);
  private final List<Boolean> flagsLeft = Collections.synchronizedList(new ArrayList<>());

  /** Notes whether a task leaves the interrupt flag of its thread set. */
  private final Executor watched =
      task ->
          pool.execute(
              () -> {
                task.run();
                flagsLeft.add(Thread.currentThread().isInterrupted());
              });

  @AfterEach
  void endPool() {
    pool.shutdownNow();
  }

  private void assertNobodyAtWork() throws InterruptedException {
    pool.shutdown();
    assertTrue(pool.awaitTermination(5, TimeUnit.SECONDS), "a helper is still at work");
    assertFalse(flagsLeft.contains(true), "a helper left its thread interrupted");
  }

  @Test
  void anyNumberOfThreads_givesTheSameBits() throws InterruptedException {
    assertEquals(SERIAL, TUNING.withExecutor(watched, 1).grid());
    assertEquals(SERIAL, TUNING.withExecutor(watched, 3).grid());
    assertEquals(SERIAL, TUNING.withExecutor(watched, 99).grid());
    assertNobodyAtWork();
  }

  @Test
  void helpers_workAtTheSameTime() {
    CountDownLatch together = new CountDownLatch(3);
    TrainingTeam.run(
        3,
        job -> {
          together.countDown();
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> together.await());
        },
        pool,
        3,
        "tuning of the forest");
    assertEquals(0, together.getCount());
  }

  @Test
  void executorThatRunsNothing_isNotWaitedFor() {
    List<Runnable> kept = new ArrayList<>();
    assertEquals(SERIAL, TUNING.withExecutor(kept::add, 3).grid());
    kept.forEach(Runnable::run); // too late; there is nothing left to do
    assertEquals(2, kept.size());
  }

  @Test
  void executorThatRunsOnTheCallingThread_isFine() {
    assertEquals(SERIAL, TUNING.withExecutor(Runnable::run, 3).grid());
  }

  @Test
  void tuningInsideABusyPool_ends() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      ForestTuning inside = TUNING.withExecutor(one, 3);
      assertEquals(SERIAL, one.submit(() -> inside.grid()).get(30, TimeUnit.SECONDS));
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void executorThatRefusesTheSecondHelper_isReported_andTheFirstStops()
      throws InterruptedException {
    AtomicInteger given = new AtomicInteger();
    Executor refusing =
        task -> {
          if (given.incrementAndGet() == 2) {
            throw new RejectedExecutionException("full");
          }
          watched.execute(task);
        };
    ForestTuning refused = SLOW.withExecutor(refusing, 3);
    assertThrows(RejectedExecutionException.class, refused::grid);
    assertNobodyAtWork();
  }

  @Test
  void interruptBefore_stopsAtOnceAndIsKept() throws InterruptedException {
    for (int threads = 1; threads <= 3; threads++) {
      ForestTuning some = SLOW.withExecutor(watched, threads);
      Thread.currentThread().interrupt();
      TrainingInterruptedException e = assertThrows(TrainingInterruptedException.class, some::grid);
      assertTrue(Thread.interrupted(), "the flag must be kept");
      assertEquals("tuning of the forest was interrupted", e.getMessage());
    }
    assertNobodyAtWork();
  }

  @Test
  void interruptOnTheWay_stopsEverybodySoon() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(2);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    ForestTuning slow =
        SLOW.withExecutor(
            task ->
                watched.execute(
                    () -> {
                      begun.countDown();
                      task.run();
                    }),
            3);
    Thread caller =
        new Thread(
            () -> {
              try {
                slow.grid();
              } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    begun.await();
    Thread.sleep(200);
    assertTrue(caller.isAlive(), "tuned before it was interrupted: take more rows");
    long interrupt = System.nanoTime();
    caller.interrupt();
    caller.join();
    assertTrue(System.nanoTime() - interrupt < 5e9, "must stop soon");
    assertEquals(TrainingInterruptedException.class, thrown.get().getClass());
    assertTrue(flag.get(), "the flag must be kept");
    assertNobodyAtWork();
    assertEquals(2, flagsLeft.size());
  }

  @Test
  void interruptWhileWaitingForAHelper_stopsIt() throws InterruptedException {
    Thread caller = Thread.currentThread();
    CountDownLatch taken = new CountDownLatch(2);
    TrainingInterruptedException e =
        assertThrows(
            TrainingInterruptedException.class,
            () ->
                TrainingTeam.run(
                    2,
                    job -> {
                      taken.countDown();
                      while (taken.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                      if (Thread.currentThread() != caller) {
                        interruptOnceItWaits(caller);
                        await(new CountDownLatch(1));
                      }
                    },
                    watched,
                    2,
                    "tuning of the forest"));
    assertTrue(Thread.interrupted(), "the flag must be kept");
    assertEquals("tuning of the forest was interrupted", e.getMessage());
    assertNobodyAtWork();
  }

  private static void interruptOnceItWaits(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingInterruptedException("a job was interrupted", e);
    }
  }

  @Test
  void helperInterruptedByOthers_handsItsJobBack() {
    Executor hostile =
        task ->
            pool.execute(
                () -> {
                  Thread.currentThread().interrupt();
                  task.run();
                  flagsLeft.add(Thread.currentThread().isInterrupted());
                });
    assertEquals(SERIAL, TUNING.withExecutor(hostile, 3).grid());
    assertFalse(flagsLeft.contains(false), "it is not the team's interrupt to clear");
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void failureOfAHelper_reachesTheCaller() throws InterruptedException {
    Thread caller = Thread.currentThread();
    IllegalStateException broken = new IllegalStateException("broken");
    CountDownLatch failed = new CountDownLatch(1);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                TrainingTeam.run(
                    50,
                    job -> {
                      if (Thread.currentThread() != caller) {
                        failed.countDown();
                        throw broken;
                      }
                      await(failed);
                    },
                    watched,
                    2,
                    "tuning of the forest"));
    assertSame(broken, thrown);
    assertNobodyAtWork();
  }

  @Test
  void listener_hearsOfEveryForest_neverOnTwoThreadsAtOnce() {
    List<Integer> finished = new ArrayList<>(); // not safe for two threads
    AtomicInteger inside = new AtomicInteger();
    TUNING
        .withExecutor(pool, 3)
        .withListener(
            progress -> {
              assertEquals(1, inside.incrementAndGet());
              LockSupport.parkNanos(2_000_000); // long enough for another to come in
              finished.add(progress.finished());
              assertEquals(30, progress.forests());
              assertTrue(progress.validationMse() > 0);
              assertFalse(progress.timeLeft().isNegative());
              inside.decrementAndGet();
            })
        .grid();
    assertEquals(IntStream.rangeClosed(1, 30).boxed().toList(), finished);
  }

  @Test
  void listener_thatThrows_endsTheTuning() throws InterruptedException {
    IllegalStateException enough = new IllegalStateException("enough");
    AtomicInteger heard = new AtomicInteger();
    ForestTuning tuning =
        TUNING
            .withExecutor(watched, 3)
            .withListener(
                progress -> {
                  heard.incrementAndGet();
                  throw enough;
                });
    assertSame(enough, assertThrows(IllegalStateException.class, tuning::grid));
    assertTrue(heard.get() <= 3);
    assertNobodyAtWork();
  }
}
