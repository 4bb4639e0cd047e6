package org.glasspcf.core.correlation;

import static org.glasspcf.core.Element.O;
import static org.glasspcf.core.Element.Si;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelCountingTest {
  private static final RadialGrid GRID = RadialGrid.uniform(6, 300);
  private static final List<Frame> FRAMES =
      IntStream.range(0, 4)
          .mapToObj(
              seed ->
                  Atoms.gas(
                      SimulationCell.orthorhombic(24 + seed, 25, 26),
                      Atoms.mix(700, Si, 900, O),
                      seed))
          .toList();

  private final PairCorrelationCalculator calculator = PairCorrelationCalculator.of(GRID);
  private final PairCorrelations serial = calculator.withParallelism(1).ofFrames(FRAMES);
  private final ExecutorService pool = Executors.newFixedThreadPool(3);

  @AfterEach
  void endPool() {
    pool.shutdownNow();
  }

  private void assertSameBits(PairCorrelations result) {
    assertEquals(serial.curves(), result.curves());
    for (ElementPair pair : serial.pairs()) {
      assertArrayEquals(serial.pairCounts(pair), result.pairCounts(pair));
    }
    assertEquals(serial.meanVolume(), result.meanVolume());
  }

  @Test
  void anyNumberOfThreads_givesTheSameBits() {
    for (int threads = 1; threads <= 4; threads++) {
      assertSameBits(calculator.withExecutor(pool, threads).ofFrames(FRAMES));
      assertSameBits(calculator.withParallelism(threads).ofFrames(FRAMES));
    }
    assertSameBits(calculator.ofFrames(FRAMES));
  }

  @Test
  void helpers_takePart() {
    AtomicInteger tasks = new AtomicInteger();
    calculator
        .withExecutor(
            task -> {
              tasks.incrementAndGet();
              pool.execute(task);
            },
            3)
        .ofFrames(FRAMES);
    assertEquals(2 * FRAMES.size(), tasks.get());
  }

  @Test
  void parallelismOfOne_leavesTheExecutorAlone() {
    assertSameBits(
        calculator
            .withExecutor(
                task -> {
                  throw new AssertionError("no task was to be given");
                },
                1)
            .ofFrames(FRAMES));
  }

  @Test
  void executorThatRunsNothing_isNotWaitedFor() {
    List<Runnable> kept = new ArrayList<>();
    assertSameBits(calculator.withExecutor(kept::add, 3).ofFrames(FRAMES));
    kept.forEach(Runnable::run); // too late; there is nothing left to spoil
    assertEquals(8, kept.size());
  }

  @Test
  void executorThatRunsOnTheCallingThread_isFine() {
    assertSameBits(calculator.withExecutor(Runnable::run, 3).ofFrames(FRAMES));
  }

  @Test
  void calculationInsideABusyPool_ends() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      PairCorrelationCalculator inside = calculator.withExecutor(one, 3);
      assertSameBits(one.submit(() -> inside.ofFrames(FRAMES)).get(60, TimeUnit.SECONDS));
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void executorThatRefuses_isReported() {
    pool.shutdown();
    PairCorrelationCalculator refused = calculator.withExecutor(pool, 2);
    assertThrows(RejectedExecutionException.class, () -> refused.ofFrames(FRAMES));
  }

  @Test
  void interruptBefore_stopsAtOnceAndIsKept() {
    for (int threads = 1; threads <= 3; threads++) {
      PairCorrelationCalculator some = calculator.withExecutor(pool, threads);
      Thread.currentThread().interrupt();
      CalculationInterruptedException e =
          assertThrows(CalculationInterruptedException.class, () -> some.ofFrames(FRAMES));
      assertTrue(Thread.interrupted(), "the flag must be kept");
      assertEquals("the calculation of g(r) was interrupted in frame 1", e.getMessage());
    }
  }

  @Test
  void interruptOnTheWay_stopsInTheFrameAtWork() {
    Iterator<Frame> source = FRAMES.iterator();
    AtomicInteger given = new AtomicInteger();
    Iterator<Frame> frames =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return source.hasNext();
          }

          @Override
          public Frame next() {
            if (given.incrementAndGet() == 3) {
              Thread.currentThread().interrupt();
            }
            return source.next();
          }
        };
    CalculationInterruptedException e =
        assertThrows(
            CalculationInterruptedException.class,
            () -> calculator.withExecutor(pool, 2).ofFrames(frames));
    assertTrue(Thread.interrupted(), "the flag must be kept");
    assertEquals("the calculation of g(r) was interrupted in frame 2", e.getMessage());
    assertEquals(3, given.get());
  }

  @Test
  void failureOfTheSource_passesAndLeavesNobodyAtWork() {
    IllegalStateException broken = new IllegalStateException("broken file");
    AtomicInteger running = new AtomicInteger();
    Iterator<Frame> frames =
        new Iterator<>() {
          private boolean started;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Frame next() {
            if (started) {
              throw broken;
            }
            started = true;
            return FRAMES.get(0);
          }
        };
    PairCorrelationCalculator counted =
        calculator.withExecutor(
            task ->
                pool.execute(
                    () -> {
                      running.incrementAndGet();
                      task.run();
                      running.decrementAndGet();
                    }),
            3);
    assertSame(broken, assertThrows(IllegalStateException.class, () -> counted.ofFrames(frames)));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void failureOfAHelper_reachesTheCaller() {
    PairTally tally = new PairTally(GRID, FRAMES.get(0).atomCounts());
    CellLists broken = CellLists.of(FRAMES.get(0), element -> 1_000_000, GRID.rMax());
    try (CountingTeam team = new CountingTeam(tally, Runnable::run, 2)) {
      team.start(broken); // the helper runs and fails here
      assertThrows(ArrayIndexOutOfBoundsException.class, team::finish);
    }
    assertEquals(0, tally.frames());
  }

  @Test
  void parallelismBelowOne_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calculator.withParallelism(0));
    assertEquals("parallelism must be at least 1, got 0", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> calculator.withExecutor(pool, -1));
  }
}
