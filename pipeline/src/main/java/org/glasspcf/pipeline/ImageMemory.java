package org.glasspcf.pipeline;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.glasspcf.encoder.PcfImage;

/**
 * The images of some latent vectors, the latest in each place. Threads share it without locks;
 * those that race for one image may each draw it.
 */
final class ImageMemory {
  /** Places that a latent vector may have: fewer are lost to others of the same hash. */
  private static final int WAYS = 8;

  private final AtomicReferenceArray<Drawn> places;

  private record Drawn(float[] latent, PcfImage image) {}

  private ImageMemory(int images) {
    this.places = new AtomicReferenceArray<>(images);
  }

  /**
   * A memory that is empty.
   *
   * @param images the most images that it holds, at least 1; 4 KiB each
   */
  static ImageMemory of(int images) {
    if (images < 1) {
      throw new IllegalArgumentException(
          "a memory must be for at least 1 image, got " + images + " images");
    }
    return new ImageMemory(images);
  }

  /**
   * The image of a latent vector.
   *
   * @param latent the vector, equal to another if all bits are
   * @param decoder draws it, if it is not known
   */
  PcfImage image(float[] latent, Function<float[], PcfImage> decoder) {
    int hash = mixed(Arrays.hashCode(latent));
    int ways = Math.min(WAYS, places.length());
    int free = -1;
    for (int way = 0; way < ways; way++) {
      int place = place(hash, way);
      Drawn drawn = places.get(place);
      if (drawn == null) {
        free = free < 0 ? place : free;
      } else if (Arrays.equals(drawn.latent, latent)) {
        return drawn.image;
      }
    }
    PcfImage image = decoder.apply(latent);
    int place = free < 0 ? place(hash, (hash >>> 8) % ways) : free;
    places.set(place, new Drawn(latent.clone(), image));
    return image;
  }

  /** Small whole numbers differ in a float's upper bits only; after this, everywhere. */
  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  private int place(int hash, int way) {
    return Integer.remainderUnsigned((hash >>> 1) + way, places.length());
  }
}
