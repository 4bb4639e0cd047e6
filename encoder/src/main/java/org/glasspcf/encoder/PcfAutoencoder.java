package org.glasspcf.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A trained autoencoder: image → latent vector → image, computed in plain Java without any native
 * code.
 *
 * <p>Its numbers equal those of the network that {@link AutoencoderTrainer} trained to 1e-5.
 * Immutable; safe to share between threads without locks, and equal inputs give equal outputs to
 * the bit, on every processor. A call allocates its result only: calls hand their working memory on
 * to later ones, 0.6 MB for encoding and 0.4 MB for decoding, as many as were running at one time
 * and at most one of each for every processor.
 */
public final class PcfAutoencoder {
  private final AutoencoderArchitecture architecture;
  private final Map<String, float[]> parameters;
  private final ImageEncoder encoder;
  private final ImageDecoder decoder;
  private final WorkPool<ImageEncoder.Work> encoding;
  private final WorkPool<ImageDecoder.Work> decoding;

  private PcfAutoencoder(AutoencoderArchitecture architecture, Map<String, float[]> parameters) {
    this.architecture = architecture;
    this.parameters = parameters;
    this.encoder = new ImageEncoder(architecture, parameters);
    this.decoder = new ImageDecoder(architecture, parameters);
    this.encoding = new WorkPool<>(encoder::work);
    this.decoding = new WorkPool<>(decoder::work);
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
    float[] latent = new float[latentSize()];
    ImageEncoder.Work work = encoding.take();
    image.intensities(work.intensities);
    encoder.condense(work, latent);
    encoding.giveBack(work);
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
    requireLatent(latent);
    ImageDecoder.Work work = decoding.take();
    decoder.draw(latent, work);
    PcfImage image = PcfImage.ofIntensities(work.intensities);
    decoding.giveBack(work);
    return image;
  }

  /**
   * Draws the image of a latent vector without rounding.
   *
   * @param latent {@link #latentSize()} numbers (1)
   * @return 4,096 intensities from 0 to 1, row by row from the top
   * @throws IllegalArgumentException if the vector has another size or is not finite
   */
  public float[] decodeIntensities(float[] latent) {
    requireLatent(latent);
    ImageDecoder.Work work = decoding.take();
    decoder.draw(latent, work);
    float[] intensities = work.intensities.clone();
    decoding.giveBack(work);
    return intensities;
  }

  private void requireLatent(float[] latent) {
    if (latent.length != latentSize()) {
      throw new IllegalArgumentException(
          "a latent vector must have " + latentSize() + " numbers, got " + latent.length);
    }
    for (int i = 0; i < latent.length; i++) {
      if (!(Math.abs(latent[i]) <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException("latent " + i + " must be finite, got " + latent[i]);
      }
    }
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
