package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.glasspcf.core.TrainingInterruptedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.memory.AllocationsTracker;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationKind;
import org.nd4j.linalg.factory.Nd4j;

class AutoencoderNetworkTest {
  private static final AutoencoderOptions OPTIONS =
      AutoencoderOptions.defaults().withSeed(3).withLearningRate(1e-3);

  private static float[][] noise(int count, long seed) {
    Random random = new Random(seed);
    float[][] images = new float[count][PcfImage.PIXELS];
    for (float[] image : images) {
      for (int i = 0; i < image.length; i++) {
        image[i] = random.nextInt(256) / 255f;
      }
    }
    return images;
  }

  private static AutoencoderNetwork network(LatentActivation activation) {
    return new AutoencoderNetwork(new AutoencoderArchitecture(8, activation), OPTIONS, 100);
  }

  @ParameterizedTest
  @EnumSource
  void plainJava_equalsTheNetwork_afterTrainingSteps(LatentActivation activation) {
    try (AutoencoderNetwork network = network(activation)) {
      float[][] images = noise(3, 1);
      for (int i = 0; i < 3; i++) {
        AutoencoderNetwork.Share share = network.differentiate(images).join();
        network.learn(share.gradient(), images.length, i).join();
      }
      PcfAutoencoder plain =
          PcfAutoencoder.of(new AutoencoderArchitecture(8, activation), network.parameters());
      for (float[] image : images) {
        float[] expected = network.reconstruct(new float[][] {image});
        float[] actual = plain.decodeIntensities(plain.encode(PcfImage.ofIntensities(image)));
        assertArrayEquals(expected, actual, 1e-5f);
      }
    }
  }

  /**
   * Central differences of the loss along random directions, against what one step of the engine
   * sees.
   */
  @Test
  void gradients_equalCentralDifferences() {
    AutoencoderArchitecture architecture = new AutoencoderArchitecture(8, LatentActivation.LINEAR);
    float[][] images = noise(2, 2);
    Map<String, float[]> gradients;
    Map<String, float[]> start;
    try (AutoencoderNetwork network = network(LatentActivation.LINEAR)) {
      gradients = network.gradients(images);
      start = network.parameters();
    }
    for (String name : architecture.parameterShapes().keySet()) {
      float[] gradient = gradients.get(name);
      double length = 0;
      for (float g : gradient) {
        length += g * g;
      }
      length = Math.sqrt(length);
      assertTrue(length > 0, name + " has a gradient");
      double step = 1e-4;
      double up = lossAlong(architecture, start, name, gradient, step / length, images);
      double down = lossAlong(architecture, start, name, gradient, -step / length, images);
      assertEquals(length, (up - down) / (2 * step), 0.02 * length + 1e-5, name);
    }
  }

  private static double lossAlong(
      AutoencoderArchitecture architecture,
      Map<String, float[]> start,
      String name,
      float[] direction,
      double step,
      float[][] images) {
    var moved = new java.util.LinkedHashMap<>(start);
    float[] values = start.get(name).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (step * direction[i]);
    }
    moved.put(name, values);
    PcfAutoencoder plain = PcfAutoencoder.of(architecture, moved);
    double sum = 0;
    for (float[] image : images) {
      float[] drawn = plain.decodeIntensities(plain.encode(PcfImage.ofIntensities(image)));
      for (int i = 0; i < drawn.length; i++) {
        sum += (drawn[i] - (double) image[i]) * (drawn[i] - (double) image[i]);
      }
    }
    return sum / images.length / PcfImage.PIXELS;
  }

  @Test
  void configuration_leavesTheCallersRandomNumbersAlone() {
    Nd4j.getRandom().setSeed(7);
    double expected = Nd4j.rand(1, 1).getDouble(0);
    Nd4j.getRandom().setSeed(7);
    network(LatentActivation.LINEAR).close();
    assertEquals(expected, Nd4j.rand(1, 1).getDouble(0));
  }

  @Test
  void loss_onInterruptedThread_stops() {
    try (AutoencoderNetwork network = network(LatentActivation.LINEAR)) {
      Thread.currentThread().interrupt();
      assertThrows(TrainingInterruptedException.class, () -> network.loss(noise(2, 1)));
      assertTrue(Thread.interrupted(), "the flag is still set for the caller");
    }
  }

  /** What ND4J holds for a thread, it holds until that thread releases it. */
  @Test
  void close_releasesItsWorkspaces_andNoOthers() throws InterruptedException {
    WorkspaceConfiguration size = WorkspaceConfiguration.builder().initialSize(1 << 20).build();
    try (MemoryWorkspace host = Nd4j.getWorkspaceManager().getAndActivateWorkspace(size, "HOST")) {
      List<String> before = Nd4j.getWorkspaceManager().getAllWorkspacesIdsForCurrentThread();
      long bytes = workspaceBytes();
      long used;
      Thread thread;
      try (AutoencoderNetwork network = network(LatentActivation.LINEAR)) {
        network.differentiate(noise(4, 1)).join();
        network.differentiate(noise(4, 2)).join();
        network.reconstruct(noise(1, 3));
        used = workspaceBytes() - bytes;
        assertTrue(used > 1e6, used + " bytes to release");
        thread = threadOfTheNetwork();
      }
      // ND4J's own count of what it released is off by some kilobytes.
      assertEquals(bytes, workspaceBytes(), 0.01 * used);
      assertEquals(before, Nd4j.getWorkspaceManager().getAllWorkspacesIdsForCurrentThread());
      assertTrue(host.isScopeActive());
      assertEquals(3, Nd4j.createFromArray(1f, 2f).sumNumber().intValue());
      thread.join(10_000);
      assertFalse(thread.isAlive());
    }
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  private static long workspaceBytes() {
    return AllocationsTracker.getInstance().bytesOnDevice(AllocationKind.WORKSPACE, 0);
  }

  private static Thread threadOfTheNetwork() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(NativeThread.NAME))
        .findFirst()
        .orElseThrow();
  }
}
