package org.glasspcf.pipeline.archive;

/** What the numbers of a tensor are; all are stored little-endian. */
public enum TensorType {
  /** 32-bit IEEE 754 numbers. */
  F32(4),
  /** 64-bit IEEE 754 numbers. */
  F64(8),
  /** 32-bit two's complement integers. */
  I32(4);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The size of one number.
   *
   * @return size (bytes)
   */
  public int bytes() {
    return bytes;
  }
}
