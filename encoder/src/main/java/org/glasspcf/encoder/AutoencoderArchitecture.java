package org.glasspcf.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The network's shape: which convolutions stand in which order.
 *
 * <p>Encoder: six 3×3 convolutions that keep the size, with 64, 32, 32, 16, 16 filters and one for
 * each latent number, each followed by 2×2 max-pooling: 64×64×1 → 1×1×8. Decoder: six with 8, 16,
 * 16, 32, 32, 64 filters, each followed by ×2 upsampling, then one with a single filter: 1×1×8 →
 * 64×64×1. Rectifiers follow all but the last of each half; a sigmoid ends the decoder. A stride-1
 * transposed convolution, as the paper calls its decoder's, is a convolution with a mirrored
 * kernel. Source: paper, section IV.
 *
 * @param latentSize numbers in a latent vector (1 to 1,024)
 * @param latentActivation what follows the encoder's last convolution
 */
public record AutoencoderArchitecture(int latentSize, LatentActivation latentActivation) {
  static final int KERNEL = 9;
  private static final int MAX_LATENT = 1024;
  private static final int[] ENCODER_FILTERS = {64, 32, 32, 16, 16};
  private static final int[] DECODER_FILTERS = {8, 16, 16, 32, 32, 64, 1};

  /**
   * Checks the values.
   *
   * @param latentSize numbers in a latent vector (1 to 1,024)
   * @param latentActivation what follows the encoder's last convolution
   * @throws IllegalArgumentException if the latent size is out of range
   */
  public AutoencoderArchitecture {
    Objects.requireNonNull(latentActivation, "latentActivation");
    requireLatentSize(latentSize);
  }

  static void requireLatentSize(int latentSize) {
    if (latentSize < 1 || latentSize > MAX_LATENT) {
      throw new IllegalArgumentException(
          "the latent size must be 1 to " + MAX_LATENT + ", got " + latentSize);
    }
  }

  /** One convolution: its name, input planes and filters. */
  record Convolution(String name, int inputs, int filters) {
    String weightName() {
      return name + ".weight";
    }

    String biasName() {
      return name + ".bias";
    }

    int weights() {
      return filters * inputs * KERNEL;
    }
  }

  List<Convolution> encoder() {
    List<Convolution> out = new ArrayList<>();
    int inputs = 1;
    for (int i = 0; i <= ENCODER_FILTERS.length; i++) {
      int filters = i < ENCODER_FILTERS.length ? ENCODER_FILTERS[i] : latentSize;
      out.add(new Convolution("encoder." + i, inputs, filters));
      inputs = filters;
    }
    return out;
  }

  List<Convolution> decoder() {
    List<Convolution> out = new ArrayList<>();
    int inputs = latentSize;
    for (int i = 0; i < DECODER_FILTERS.length; i++) {
      out.add(new Convolution("decoder." + i, inputs, DECODER_FILTERS[i]));
      inputs = DECODER_FILTERS[i];
    }
    return out;
  }

  List<Convolution> convolutions() {
    List<Convolution> out = new ArrayList<>(encoder());
    out.addAll(decoder());
    return out;
  }

  /**
   * Returns every parameter array with its shape, in the order of the layers: the whole of what a
   * model file must hold.
   *
   * @return name → shape: weights as [filters, inputs, 3, 3], biases as [filters]
   */
  public Map<String, List<Integer>> parameterShapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    for (Convolution c : convolutions()) {
      shapes.put(c.weightName(), List.of(c.filters(), c.inputs(), 3, 3));
      shapes.put(c.biasName(), List.of(c.filters()));
    }
    return Collections.unmodifiableMap(shapes);
  }
}
