package org.glasspcf.pipeline.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OrderedMapTest {
  private final AtomicInteger begun = new AtomicInteger();

  private static <T, R> OrderedMap<T, R> map(Stream<T> source, int threads, Function<T, R> work) {
    return new OrderedMap<>(
        source.spliterator(), 0, threads, (item, out) -> out.accept(work.apply(item)));
  }

  private static <R> List<R> read(Spliterator<R> results) {
    return StreamSupport.stream(results, false).toList();
  }

  private static Stream<Integer> numbers() {
    return Stream.iterate(0, n -> n + 1);
  }

  private Function<Integer, Integer> counting(Function<Integer, Integer> work) {
    return n -> {
      begun.incrementAndGet();
      return work.apply(n);
    };
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("glass-pcf-screening"))
        .count();
  }

  @AfterEach
  void threads_areGoneSoonAfterwards() throws InterruptedException {
    for (int waited = 0; workers() > 0 && waited < 1000; waited++) {
      Thread.sleep(10);
    }
    assertEquals(0, workers(), "threads left");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void results_comeInTheOrderOfTheSource(int threads) {
    List<Integer> expected = IntStream.range(0, 10_000).mapToObj(n -> n * n).toList();
    assertEquals(
        expected,
        read(
            map(
                numbers().limit(10_000),
                threads,
                n -> {
                  if (n % 640 == 0) { // the first of every tenth chunk dawdles
                    sleep(2);
                  }
                  return n * n;
                })));
    assertEquals(List.of(), read(map(Stream.<Integer>empty(), threads, n -> n)));
  }

  @Test
  void results_mayBeNoneOrManyOfAnItem() {
    OrderedMap<Integer, Integer> map =
        new OrderedMap<>(
            numbers().limit(1000).spliterator(),
            0,
            2,
            (n, out) -> IntStream.range(0, n % 200 < 100 ? 0 : 3).forEach(i -> out.accept(n)));
    List<Integer> read = read(map);
    assertEquals(1500, read.size());
    assertEquals(List.of(100, 100, 100, 101), read.subList(0, 4));
  }

  @Test
  void work_isNeverFarAheadOfTheConsumer() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    OrderedMap<Integer, Integer> map =
        map(numbers().peek(n -> taken.incrementAndGet()), 2, counting(n -> n));
    int most = 2 * OrderedMap.AHEAD * OrderedMap.CHUNK;
    List<Integer> read = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      assertTrue(map.tryAdvance(read::add));
      assertTrue(taken.get() <= i + most, "taken " + taken + " after " + i);
    }
    Thread.sleep(50);
    assertTrue(begun.get() <= 2000 + most, "worked on " + begun);
    map.close();
  }

  @Test
  void work_runsOnOwnThreadsAtOnce() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    AtomicReference<Thread> consumer = new AtomicReference<>(Thread.currentThread());
    List<Boolean> read =
        read(
            map(
                numbers().limit(2L * OrderedMap.CHUNK),
                2,
                n -> {
                  if (n % OrderedMap.CHUNK == 0) {
                    both.countDown();
                    await(both);
                  }
                  return Thread.currentThread() != consumer.get()
                      && Thread.currentThread().isDaemon();
                }));
    assertFalse(read.contains(false));
  }

  @Test
  void failure_comesAfterAllResultsBeforeIt_andNamesItsItem() {
    OrderedMap<Integer, Integer> map =
        new OrderedMap<>(
            numbers().spliterator(),
            5000,
            2,
            (n, out) -> {
              if (n >= 777) {
                throw new IllegalArgumentException("too large");
              }
              out.accept(n);
            });
    List<Integer> read = new ArrayList<>();
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> map.forEachRemaining(read::add));
    assertEquals("glass 5777 of the screening, 777: too large", failure.getMessage());
    assertEquals("too large", failure.getCause().getMessage());
    assertEquals(IntStream.range(0, 777).boxed().toList(), read);
    assertThrows(IllegalArgumentException.class, () -> map.tryAdvance(read::add), "still");
  }

  @Test
  void failure_thatIsNoBadArgument_isNamedToo() {
    OrderedMap<Integer, Integer> map =
        map(
            numbers(),
            1,
            n -> {
              throw new ArithmeticException("inside");
            });
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> map.tryAdvance(n -> {}));
    assertEquals("glass 0 of the screening, 0: inside", failure.getMessage());
  }

  @Test
  void error_isThrownAsItIs() {
    AssertionError error = new AssertionError("of a thread");
    OrderedMap<Integer, Integer> map =
        map(
            numbers(),
            2,
            n -> {
              throw error;
            });
    assertSame(error, assertThrows(AssertionError.class, () -> map.tryAdvance(n -> {})));
  }

  @Test
  void source_thatFails_doesSoAfterItsItems() {
    IllegalStateException broken = new IllegalStateException("line 1000");
    OrderedMap<Integer, Integer> map =
        map(
            numbers()
                .peek(
                    n -> {
                      if (n == 1000) {
                        throw broken;
                      }
                    }),
            2,
            n -> n);
    List<Integer> read = new ArrayList<>();
    assertSame(
        broken, assertThrows(IllegalStateException.class, () -> map.forEachRemaining(read::add)));
    assertEquals(1000, read.size());
  }

  @Test
  void interrupt_whileWaiting_stopsAtOnce() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    OrderedMap<Integer, Integer> map =
        map(
            numbers(),
            2,
            counting(
                n -> {
                  await(never);
                  return n;
                }));
    Thread consumer = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              while (begun.get() < 2) {
                sleep(1);
              }
              consumer.interrupt();
            });
    other.start();
    String message =
        assertThrows(CalculationInterruptedException.class, () -> map.tryAdvance(n -> {}))
            .getMessage();
    assertEquals("the screening was interrupted", message);
    assertTrue(Thread.interrupted(), "the flag stays set");
    other.join();
    never.countDown();
    assertEquals(2, begun.get(), "each thread ended after its item");
  }

  @Test
  void interrupt_isSeenWithinAChunk() {
    OrderedMap<Integer, Integer> map = map(numbers(), 2, n -> n);
    List<Integer> read = new ArrayList<>();
    map.tryAdvance(read::add);
    Thread.currentThread().interrupt();
    assertThrows(CalculationInterruptedException.class, () -> map.forEachRemaining(read::add));
    assertTrue(Thread.interrupted(), "the flag stays set");
    assertEquals(OrderedMap.CHUNK, read.size());
  }

  @Test
  void close_byAnotherThread_endsTheWaiting() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    OrderedMap<Integer, Integer> map =
        map(
            numbers(),
            1,
            counting(
                n -> {
                  await(never);
                  return n;
                }));
    Thread other =
        new Thread(
            () -> {
              while (begun.get() < 1) {
                sleep(1);
              }
              map.close();
              never.countDown();
            });
    other.start();
    String message =
        assertThrows(CalculationInterruptedException.class, () -> map.tryAdvance(n -> {}))
            .getMessage();
    assertEquals("the screening was closed before its end", message);
    other.join();
    assertEquals(1, begun.get());
  }

  @Test
  void close_afterTheEnd_changesNothing() {
    OrderedMap<Integer, Integer> map = map(numbers().limit(3), 2, n -> n);
    assertEquals(List.of(0, 1, 2), read(map));
    map.close();
    assertFalse(map.tryAdvance(n -> {}));
  }

  @Test
  void map_thatIsAbandoned_leavesNoThread() {
    // Neither closed nor read to its end; threads_areGoneSoonAfterwards sees to the rest.
    List<Integer> read = StreamSupport.stream(map(numbers(), 4, n -> n), false).limit(5).toList();
    assertEquals(5, read.size());
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    boolean interrupted = false;
    boolean open = false;
    while (!open) {
      try {
        open = latch.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
