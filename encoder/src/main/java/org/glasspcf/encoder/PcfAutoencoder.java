package org.glasspcf.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glasspcf.encoder.AutoencoderArchitecture.Convolution;

/**
 * A trained autoencoder: image → latent vector → image, computed in plain Java without any native
 * code.
 *
 * <p>Its numbers equal those of the network that {@link AutoencoderTrainer} trained to 1e-5.
 * Immutable; safe to share between threads without locks, and equal inputs give equal outputs to
 * the bit.
 */
public final class PcfAutoencoder {
  private final AutoencoderArchitecture architecture;
  private final Map<String, float[]> parameters;
  private final List<float[]> upsamplingKernels;

  private PcfAutoencoder(AutoencoderArchitecture architecture, Map<String, float[]> parameters) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.upsamplingKernels =
        architecture.decoder().stream()
            .skip(1)
            .map(c -> Convolutions.phaseKernels(weights(c), c.filters(), c.inputs()))
            .toList();
  }

  /**
   * Puts an autoencoder together from stored parameters.
   *
   * @param architecture the network's shape
   * @param parameters name → values, flat, exactly the names and lengths of {@link
   *     AutoencoderArchitecture#parameterShapes()}; copied
   * @return the autoencoder
   * @throws IllegalArgumentException if an array is missing, superfluous, of another length or not
   *     finite
   */
  public static PcfAutoencoder of(
      AutoencoderArchitecture architecture, Map<String, float[]> parameters) {
    Objects.requireNonNull(architecture, "architecture");
    Map<String, List<Integer>> shapes = architecture.parameterShapes();
    Map<String, float[]> copy = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          float[] values = parameters.get(name);
          int length = shape.stream().reduce(1, (a, b) -> a * b);
          if (values == null) {
            throw new IllegalArgumentException(
                "the autoencoder's parameter " + name + " is missing");
          }
          if (values.length != length) {
            throw new IllegalArgumentException(
                "parameter "
                    + name
                    + " must hold "
                    + length
                    + " numbers "
                    + shape
                    + ", got "
                    + values.length);
          }
          for (float v : values) {
            if (!(Math.abs(v) <= Float.MAX_VALUE)) {
              throw new IllegalArgumentException("parameter " + name + " must be finite, got " + v);
            }
          }
          copy.put(name, values.clone());
        });
    for (String name : parameters.keySet()) {
      if (!shapes.containsKey(name)) {
        throw new IllegalArgumentException("the autoencoder has no parameter " + name);
      }
    }
    return new PcfAutoencoder(architecture, copy);
  }

  /**
   * Returns the network's shape.
   *
   * @return the architecture
   */
  public AutoencoderArchitecture architecture() {
    return architecture;
  }

  /**
   * Returns the size of a latent vector.
   *
   * @return how many numbers
   */
  public int latentSize() {
    return architecture.latentSize();
  }

  /**
   * Returns a copy of all parameters.
   *
   * @return name → values, flat, in the order of {@link AutoencoderArchitecture#parameterShapes()}
   */
  public Map<String, float[]> parameters() {
    Map<String, float[]> copy = new LinkedHashMap<>();
    parameters.forEach((name, values) -> copy.put(name, values.clone()));
    return copy;
  }

  /**
   * Condenses an image.
   *
   * @param image the image of a curve
   * @return its latent vector, {@link #latentSize()} numbers (1)
   */
  public float[] encode(PcfImage image) {
    float[][] planes = {image.intensities()};
    int n = PcfImage.SIZE;
    List<Convolution> layers = architecture.encoder();
    for (int i = 0; i < layers.size(); i++) {
      Convolution c = layers.get(i);
      planes = Convolutions.maxPool(Convolutions.convolve(planes, n, weights(c), bias(c)), n);
      n /= 2;
      if (i < layers.size() - 1 || architecture.latentActivation() == LatentActivation.RELU) {
        Convolutions.rectify(planes);
      }
    }
    float[] latent = new float[planes.length];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = planes[i][0];
    }
    return latent;
  }

  /**
   * Draws the image of a latent vector.
   *
   * @param latent {@link #latentSize()} numbers (1)
   * @return the image, rounded to 256 gray values
   * @throws IllegalArgumentException if the vector has another size or is not finite
   */
  public PcfImage decode(float[] latent) {
    return PcfImage.ofIntensities(decodeIntensities(latent));
  }

  /**
   * Draws the image of a latent vector without rounding.
   *
   * @param latent {@link #latentSize()} numbers (1)
   * @return 4,096 intensities from 0 to 1, row by row from the top
   * @throws IllegalArgumentException if the vector has another size or is not finite
   */
  public float[] decodeIntensities(float[] latent) {
    if (latent.length != latentSize()) {
      throw new IllegalArgumentException(
          "a latent vector must have " + latentSize() + " numbers, got " + latent.length);
    }
    float[][] planes = new float[latent.length][];
    for (int i = 0; i < latent.length; i++) {
      if (!(Math.abs(latent[i]) <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException("latent " + i + " must be finite, got " + latent[i]);
      }
      planes[i] = new float[] {latent[i]};
    }
    List<Convolution> layers = architecture.decoder();
    planes = Convolutions.convolve(planes, 1, weights(layers.get(0)), bias(layers.get(0)));
    for (int i = 1, n = 1; i < layers.size(); i++, n *= 2) {
      Convolutions.rectify(planes);
      planes =
          Convolutions.convolveUpsampled(
              planes, n, upsamplingKernels.get(i - 1), bias(layers.get(i)));
    }
    return sigmoid(planes[0]);
  }

  private static float[] sigmoid(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 / (1 + Math.exp(-values[i])));
    }
    return values;
  }

  private float[] weights(Convolution c) {
    return parameters.get(c.weightName());
  }

  private float[] bias(Convolution c) {
    return parameters.get(c.biasName());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PcfAutoencoder a
        && architecture.equals(a.architecture)
        && parameters.entrySet().stream()
            .allMatch(e -> Arrays.equals(e.getValue(), a.parameters.get(e.getKey())));
  }

  @Override
  public int hashCode() {
    return Objects.hash(architecture, Arrays.hashCode(parameters.get("decoder.6.weight")));
  }
}
