package org.glasspcf.pipeline.archive;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Name, type and shape of a tensor.
 *
 * @param name letters, digits, {@code _}, {@code .} and {@code -}, 1 to 100 of them, not {@code
 *     __metadata__}
 * @param type what its numbers are
 * @param shape its sizes, at most 8 of them, none negative, fewer than 2³¹ bytes in all; none at
 *     all for a single number
 */
public record TensorSpec(String name, TensorType type, List<Integer> shape) {

  static final int MAX_RANK = 8;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /**
   * Checks the name and the shape.
   *
   * @param name the name
   * @param type what the numbers are
   * @param shape the sizes
   * @throws IllegalArgumentException if the name or the shape breaks a rule
   */
  public TensorSpec {
    shape = List.copyOf(shape);
    if (!NAME.matcher(name).matches() || name.equals(ArchiveLayout.METADATA)) {
      throw new IllegalArgumentException(
          "a tensor's name must be 1 to 100 of the characters A-Z a-z 0-9 _ . -, not __metadata__, got \""
              + name
              + '"');
    }
    if (shape.size() > MAX_RANK) {
      throw new IllegalArgumentException(
          "tensor " + name + " must have at most " + MAX_RANK + " dimensions, got " + shape.size());
    }
    // With a size of 0 the others must still be bounded, so that their product is.
    long most = 1;
    for (int size : shape) {
      most = size < 0 ? Long.MAX_VALUE : most * Math.max(1, size);
      if (most > Integer.MAX_VALUE / type.bytes()) {
        throw new IllegalArgumentException(
            "tensor "
                + name
                + " must have sizes not below 0 and fewer than 2^31 bytes, got shape "
                + shape);
      }
    }
  }

  /**
   * A description of a tensor.
   *
   * @param name the name
   * @param type what the numbers are
   * @param shape the sizes
   * @return the description
   * @throws IllegalArgumentException if the name or the shape breaks a rule
   */
  public static TensorSpec of(String name, TensorType type, int... shape) {
    return new TensorSpec(name, type, Arrays.stream(shape).boxed().toList());
  }

  /**
   * How many numbers the tensor holds.
   *
   * @return product of the sizes, 1 for none
   */
  public int count() {
    int count = 1;
    for (int size : shape) {
      count *= size;
    }
    return count;
  }

  /**
   * How much room the numbers take.
   *
   * @return size (bytes)
   */
  public long byteCount() {
    return (long) count() * type.bytes();
  }

  @Override
  public String toString() {
    return name + " " + type + shape;
  }
}
