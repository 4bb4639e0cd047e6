package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    AutoencoderNetwork network = network(activation);
    float[][] images = noise(3, 1);
    for (int i = 0; i < 3; i++) {
      network.step(images);
    }
    PcfAutoencoder plain =
        PcfAutoencoder.of(new AutoencoderArchitecture(8, activation), network.parameters());
    for (float[] image : images) {
      float[] expected = network.reconstruct(image);
      float[] actual = plain.decodeIntensities(plain.encode(PcfImage.ofIntensities(image)));
      assertArrayEquals(expected, actual, 1e-5f);
    }
  }

  /**
   * Central differences of the loss along random directions, against what one step of the engine
   * sees.
   */
  @Test
  void gradients_equalCentralDifferences() {
    AutoencoderArchitecture architecture = new AutoencoderArchitecture(8, LatentActivation.LINEAR);
    AutoencoderNetwork network = network(LatentActivation.LINEAR);
    float[][] images = noise(2, 2);
    Map<String, float[]> gradients = network.gradients(images);
    Map<String, float[]> start = network.parameters();
    for (String name : architecture.parameterShapes().keySet()) {
      float[] gradient = gradients.get(name);
      double length = 0;
      for (float g : gradient) {
        length += g * g;
      }
      length = Math.sqrt(length);
      assertTrue(length > 0, name + " has a gradient");
      double step = 1e-4;
      double up = lossAlong(network, architecture, start, name, gradient, step / length, images);
      double down = lossAlong(network, architecture, start, name, gradient, -step / length, images);
      assertEquals(length, (up - down) / (2 * step), 0.02 * length + 1e-5, name);
    }
  }

  private static double lossAlong(
      AutoencoderNetwork network,
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
    network(LatentActivation.LINEAR);
    assertEquals(expected, Nd4j.rand(1, 1).getDouble(0));
  }
}
