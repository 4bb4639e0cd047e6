package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkPoolTest {
  @Test
  void work_givenBack_isTakenAgain() {
    WorkPool<Object> pool = new WorkPool<>(Object::new);
    Object first = pool.take();
    Object second = pool.take();
    assertNotSame(first, second, "each has its own");
    pool.giveBack(second);
    assertSame(second, pool.take());
  }

  @Test
  void pool_keepsOneForEachProcessor() {
    AtomicInteger made = new AtomicInteger();
    WorkPool<Integer> pool = new WorkPool<>(made::incrementAndGet);
    int many = 3 * Runtime.getRuntime().availableProcessors();
    for (int round = 1; round <= 2; round++) {
      List<Integer> taken = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        taken.add(pool.take());
      }
      taken.forEach(pool::giveBack);
    }
    assertEquals(2 * many - many / 3, made.get());
  }
}
