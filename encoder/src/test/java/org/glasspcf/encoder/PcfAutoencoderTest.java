package org.glasspcf.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.glasspcf.encoder.AutoencoderArchitecture.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcfAutoencoderTest {
  private static final AutoencoderArchitecture ARCHITECTURE =
      new AutoencoderArchitecture(8, LatentActivation.LINEAR);
  private static final Map<String, float[]> PARAMETERS = parameters(ARCHITECTURE);
  private static final PcfAutoencoder AUTOENCODER = PcfAutoencoder.of(ARCHITECTURE, PARAMETERS);

  /** As large as He's initialization, so that nothing fades or grows, with biases. */
  private static Map<String, float[]> parameters(AutoencoderArchitecture architecture) {
    Random random = new Random(5);
    Map<String, float[]> out = new HashMap<>();
    for (Convolution c : architecture.convolutions()) {
      double size = Math.sqrt(2.0 / (9 * c.inputs()));
      out.put(c.weightName(), PlainConvolutions.draw(random, c.weights(), size));
      out.put(c.biasName(), PlainConvolutions.draw(random, c.filters(), 0.2));
    }
    return out;
  }

  private static float[] latent(int seed) {
    return PlainConvolutions.draw(new Random(seed), 8, 2);
  }

  /** Noise in some of the rows of an image that is black elsewhere. */
  private static PcfImage image(int seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[PcfImage.PIXELS];
    random.nextBytes(pixels);
    int from = random.nextInt(PcfImage.SIZE);
    int to = from + random.nextInt(PcfImage.SIZE - from + 1);
    Arrays.fill(pixels, 0, from * PcfImage.SIZE, (byte) 0);
    Arrays.fill(pixels, to * PcfImage.SIZE, PcfImage.PIXELS, (byte) 0);
    return PcfImage.of(pixels);
  }

  @ParameterizedTest
  @EnumSource
  void encode_equalsThePlainNetwork_toTheBit(LatentActivation activation) {
    AutoencoderArchitecture architecture = new AutoencoderArchitecture(8, activation);
    PcfAutoencoder autoencoder = PcfAutoencoder.of(architecture, PARAMETERS);
    for (int seed = 0; seed < 12; seed++) {
      PcfImage image = seed == 0 ? PcfImage.of(new byte[PcfImage.PIXELS]) : image(seed);
      float[][] planes = {image.intensities()};
      List<Convolution> layers = architecture.encoder();
      for (int i = 0, n = PcfImage.SIZE; i < layers.size(); i++, n /= 2) {
        Convolution c = layers.get(i);
        float[][] out = new float[c.filters()][];
        for (int f = 0; f < out.length; f++) {
          float bias = PARAMETERS.get(c.biasName())[f];
          float[] weights = PARAMETERS.get(c.weightName());
          float[] sums = PlainConvolutions.convolveInOrder(planes, n, weights, bias, f);
          out[f] = PlainConvolutions.largestOfFour(sums, n);
          if (i < layers.size() - 1 || activation == LatentActivation.RELU) {
            PlainConvolutions.rectify(out[f]);
          }
        }
        planes = out;
      }
      float[] expected = new float[8];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = planes[i][0];
      }
      assertArrayEquals(expected, autoencoder.encode(image), "image " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 19})
  void decode_equalsThePlainNetwork(int latentSize) {
    AutoencoderArchitecture architecture =
        new AutoencoderArchitecture(latentSize, LatentActivation.LINEAR);
    Map<String, float[]> parameters = parameters(architecture);
    PcfAutoencoder autoencoder = PcfAutoencoder.of(architecture, parameters);
    for (int seed = 0; seed < 3; seed++) {
      float[] latent = PlainConvolutions.draw(new Random(seed), latentSize, 2);
      float[][] planes = new float[latentSize][1];
      for (int i = 0; i < latentSize; i++) {
        planes[i][0] = latent[i];
      }
      List<Convolution> layers = architecture.decoder();
      for (int i = 0, n = 1; i < layers.size(); i++, n *= 2) {
        Convolution c = layers.get(i);
        float[][] out = new float[c.filters()][];
        for (int f = 0; f < out.length; f++) {
          float bias = parameters.get(c.biasName())[f];
          float[] weights = parameters.get(c.weightName());
          out[f] = PlainConvolutions.convolve(planes, n, weights, bias, f);
          if (i < layers.size() - 1) {
            PlainConvolutions.rectify(out[f]);
          }
        }
        planes = i < layers.size() - 1 ? PlainConvolutions.doubled(out, n) : out;
      }
      float[] actual = autoencoder.decodeIntensities(latent);
      for (int i = 0; i < actual.length; i++) {
        assertEquals(1 / (1 + Math.exp(-planes[0][i])), actual[i], 2e-6, "pixel " + i);
      }
      assertEquals(PcfImage.ofIntensities(actual), autoencoder.decode(latent));
    }
  }

  @Test
  void calls_fromManyThreads_equalSerialOnes() throws Exception {
    int calls = 200;
    List<float[]> drawn = new ArrayList<>();
    List<float[]> condensed = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      drawn.add(AUTOENCODER.decodeIntensities(latent(i)));
      condensed.add(AUTOENCODER.encode(image(i)));
    }
    PcfAutoencoder shared = PcfAutoencoder.of(ARCHITECTURE, PARAMETERS);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int call = i;
        tasks.add(
            () -> {
              assertArrayEquals(drawn.get(call), shared.decodeIntensities(latent(call)));
              assertEquals(PcfImage.ofIntensities(drawn.get(call)), shared.decode(latent(call)));
              assertArrayEquals(condensed.get(call), shared.encode(image(call)));
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void calls_allocateTheirResultOnly() {
    float[][] latents = IntStream.range(0, 10).mapToObj(i -> latent(i)).toArray(float[][]::new);
    PcfImage[] images = IntStream.range(0, 10).mapToObj(i -> image(i)).toArray(PcfImage[]::new);
    assertAllocates(PcfImage.PIXELS, i -> AUTOENCODER.decode(latents[i % 10]));
    assertAllocates(4 * PcfImage.PIXELS, i -> AUTOENCODER.decodeIntensities(latents[i % 10]));
    assertAllocates(4 * 8, i -> AUTOENCODER.encode(images[i % 10]));
  }

  /** Headers and padding of two objects are 64 bytes at most; working memory would be 300,000. */
  private static void assertAllocates(long bytes, IntFunction<Object> call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Object[] results = new Object[300];
    for (int i = 0; i < 20; i++) {
      results[i] = call.apply(i);
    }
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < results.length; i++) {
      results[i] = call.apply(i);
    }
    long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    double each = (after - before) / (double) results.length;
    assertTrue(each >= bytes && each <= bytes + 128, each + " bytes a call, " + bytes + " result");
  }

  @Test
  void latents_ofAnotherSizeOrNotFinite_areRefused() {
    var size = assertThrows(IllegalArgumentException.class, () -> AUTOENCODER.decode(new float[7]));
    assertEquals("a latent vector must have 8 numbers, got 7", size.getMessage());
    float[] bad = new float[8];
    bad[3] = Float.NaN;
    var finite =
        assertThrows(IllegalArgumentException.class, () -> AUTOENCODER.decodeIntensities(bad));
    assertEquals("latent 3 must be finite, got NaN", finite.getMessage());
  }
}
