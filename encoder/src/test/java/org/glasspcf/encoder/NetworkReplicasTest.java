package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkReplicasTest {
  private static final AutoencoderArchitecture ARCHITECTURE =
      new AutoencoderArchitecture(8, LatentActivation.LINEAR);
  private static final AutoencoderOptions OPTIONS =
      AutoencoderOptions.defaults()
          .withSeed(3)
          .withLearningRate(1e-3)
          .withSchedule(LearningRateSchedule.CONSTANT);

  private static float[][] images(int count, long seed) {
    Random random = new Random(seed);
    float[][] images = new float[count][PcfImage.PIXELS];
    for (float[] image : images) {
      for (int i = 0; i < image.length; i++) {
        image[i] = random.nextInt(256) / 255f;
      }
    }
    return images;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void step_learnsTheSameToTheBit_withOneReplicaAndWithTwo(int batch) {
    try (NetworkReplicas one = new NetworkReplicas(ARCHITECTURE, OPTIONS, 10, 1);
        NetworkReplicas two = new NetworkReplicas(ARCHITECTURE, OPTIONS, 10, 2)) {
      for (int step = 0; step < 3; step++) {
        assertEquals(one.step(images(batch, step)), two.step(images(batch, step)));
      }
      assertSame(one.parameters(), two.parameters());
    }
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
  }

  /** A first step of Adam is the rate, against the sign of the gradient, and a little less. */
  @Test
  void firstStep_goesDownTheWholeBatchsGradient() {
    float[][] images = images(6, 1);
    Map<String, float[]> gradients;
    Map<String, float[]> start;
    try (AutoencoderNetwork network = new AutoencoderNetwork(ARCHITECTURE, OPTIONS, 10)) {
      gradients = network.gradients(images);
      start = network.parameters();
    }
    try (NetworkReplicas replicas = new NetworkReplicas(ARCHITECTURE, OPTIONS, 10, 2)) {
      replicas.step(images);
      Map<String, float[]> moved = replicas.parameters();
      for (String name : start.keySet()) {
        for (int i = 0; i < start.get(name).length; i++) {
          double g = gradients.get(name)[i];
          if (Math.abs(g) > 1e-5) {
            // Adam's rate · m̂ / (√v̂ + ε/√(1 − β₂)) at its first step, ε = 1e-7 as in Keras.
            double expected =
                start.get(name)[i] - 1e-3 * g / (Math.abs(g) + 1e-7 / Math.sqrt(1e-3));
            assertEquals(expected, moved.get(name)[i], 2e-5, name + " " + i);
          }
        }
      }
    }
  }

  @Test
  void step_returnsTheMeanLossOfTheBatch_fromBeforeIt() {
    float[][] images = images(5, 1);
    try (NetworkReplicas replicas = new NetworkReplicas(ARCHITECTURE, OPTIONS, 10, 2)) {
      double before = replicas.loss(images);
      assertEquals(before, replicas.step(images), 1e-6 * before);
      assertTrue(replicas.loss(images) < before);
    }
  }

  @Test
  void failureInAReplica_isThrownOnTheCallingThread_andNoThreadStays() throws InterruptedException {
    try (NetworkReplicas replicas = new NetworkReplicas(ARCHITECTURE, OPTIONS, 10, 2)) {
      float[][] ragged = {new float[PcfImage.PIXELS], new float[1]};
      assertThrows(ArrayIndexOutOfBoundsException.class, () -> replicas.step(ragged));
      assertEquals(2, trainingThreads().size());
    }
    for (Thread thread : trainingThreads()) {
      thread.join(20_000); // told to end, and about to
    }
    assertEquals(List.of(), trainingThreads());
  }

  private static List<Thread> trainingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(NativeThread.NAME) && thread.isAlive())
        .toList();
  }
}
