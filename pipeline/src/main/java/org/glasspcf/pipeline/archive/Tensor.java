package org.glasspcf.pipeline.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A named array of numbers of any shape, row by row (the last index runs fastest). Immutable:
 * numbers are copied on the way in and on the way out.
 */
public final class Tensor {

  private final TensorSpec spec;
  // The numbers as they are stored: equality is then bit by bit, and reading and writing are
  // copies.
  private final byte[] bytes;

  private Tensor(TensorSpec spec, byte[] bytes) {
    this.spec = spec;
    this.bytes = bytes;
  }

  /**
   * A tensor of single-precision numbers.
   *
   * @param name the name
   * @param values the numbers, finite
   * @param shape the sizes; their product is the number of values
   * @return the tensor
   * @throws IllegalArgumentException if the name or the shape breaks a rule or a number is not
   *     finite
   */
  public static Tensor ofFloats(String name, float[] values, int... shape) {
    ByteBuffer buffer = buffer(TensorSpec.of(name, TensorType.F32, shape), values.length);
    buffer.asFloatBuffer().put(values);
    return checked(TensorSpec.of(name, TensorType.F32, shape), buffer);
  }

  /**
   * A tensor of double-precision numbers.
   *
   * @param name the name
   * @param values the numbers, finite
   * @param shape the sizes; their product is the number of values
   * @return the tensor
   * @throws IllegalArgumentException if the name or the shape breaks a rule or a number is not
   *     finite
   */
  public static Tensor ofDoubles(String name, double[] values, int... shape) {
    ByteBuffer buffer = buffer(TensorSpec.of(name, TensorType.F64, shape), values.length);
    buffer.asDoubleBuffer().put(values);
    return checked(TensorSpec.of(name, TensorType.F64, shape), buffer);
  }

  /**
   * A tensor of integers.
   *
   * @param name the name
   * @param values the numbers
   * @param shape the sizes; their product is the number of values
   * @return the tensor
   * @throws IllegalArgumentException if the name or the shape breaks a rule
   */
  public static Tensor ofInts(String name, int[] values, int... shape) {
    ByteBuffer buffer = buffer(TensorSpec.of(name, TensorType.I32, shape), values.length);
    buffer.asIntBuffer().put(values);
    return checked(TensorSpec.of(name, TensorType.I32, shape), buffer);
  }

  /** A tensor of stored bytes, of which there must be as many as the spec says. */
  static Tensor ofBytes(TensorSpec spec, byte[] bytes) {
    return checked(spec, littleEndian(bytes));
  }

  private static ByteBuffer buffer(TensorSpec spec, int count) {
    if (count != spec.count()) {
      throw new IllegalArgumentException(
          "tensor " + spec + " must hold " + spec.count() + " numbers, got " + count);
    }
    return littleEndian(new byte[Math.toIntExact(spec.byteCount())]);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Tensor checked(TensorSpec spec, ByteBuffer buffer) {
    Tensor tensor = new Tensor(spec, buffer.array());
    switch (spec.type()) {
      case F32 -> {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
          requireFinite(spec, i, values[i]);
        }
      }
      case F64 -> {
        double[] values = tensor.doubles();
        for (int i = 0; i < values.length; i++) {
          requireFinite(spec, i, values[i]);
        }
      }
      case I32 -> {
        // Every integer is finite.
      }
    }
    return tensor;
  }

  private static void requireFinite(TensorSpec spec, int index, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "tensor " + spec.name() + " must hold finite numbers, number " + index + " is " + value);
    }
  }

  /**
   * Name, type and shape.
   *
   * @return the description of this tensor
   */
  public TensorSpec spec() {
    return spec;
  }

  /**
   * The name.
   *
   * @return the name
   */
  public String name() {
    return spec.name();
  }

  /**
   * The numbers of a tensor of type {@link TensorType#F32}.
   *
   * @return a copy, row by row
   * @throws IllegalStateException if the type is another one
   */
  public float[] floats() {
    requireType(TensorType.F32);
    float[] values = new float[spec.count()];
    littleEndian(bytes).asFloatBuffer().get(values);
    return values;
  }

  /**
   * The numbers of a tensor of type {@link TensorType#F64}.
   *
   * @return a copy, row by row
   * @throws IllegalStateException if the type is another one
   */
  public double[] doubles() {
    requireType(TensorType.F64);
    double[] values = new double[spec.count()];
    littleEndian(bytes).asDoubleBuffer().get(values);
    return values;
  }

  /**
   * The numbers of a tensor of type {@link TensorType#I32}.
   *
   * @return a copy, row by row
   * @throws IllegalStateException if the type is another one
   */
  public int[] ints() {
    requireType(TensorType.I32);
    int[] values = new int[spec.count()];
    littleEndian(bytes).asIntBuffer().get(values);
    return values;
  }

  /** The stored bytes, not to be changed. */
  ByteBuffer stored() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  private void requireType(TensorType type) {
    if (spec.type() != type) {
      throw new IllegalStateException("tensor " + spec + " does not hold numbers of type " + type);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && spec.equals(that.spec)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * spec.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return spec.toString();
  }
}
