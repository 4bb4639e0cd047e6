package org.glasspcf.pipeline.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Files with a right hash and any content, put together without the code under test. */
final class CraftedFile {

  private static final String START =
      "{\"__metadata__\":{\"format\":\"glasspcf\",\"format_version\":\"";

  private CraftedFile() {}

  /** A file of version 2 whose metadata holds one line, "k": "v". */
  static byte[] withTensors(String tensors, byte[] payload) {
    return withVersion(
        "2", ",\"k\":\"v\"}" + (tensors.isEmpty() ? "" : "," + tensors) + "}", payload);
  }

  static byte[] withVersion(String version, String afterHash, byte[] payload) {
    return of(version, afterHash.getBytes(StandardCharsets.UTF_8), payload);
  }

  static byte[] of(String version, byte[] afterHash, byte[] payload) {
    String start = START + version + "\",\"sha256\":\"";
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(start.getBytes(StandardCharsets.UTF_8));
    header.writeBytes("0".repeat(64).getBytes(StandardCharsets.UTF_8));
    header.write('"');
    header.writeBytes(afterHash);
    while (header.size() % 8 != 0) {
      header.write(' ');
    }
    ByteBuffer file =
        ByteBuffer.allocate(8 + header.size() + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.size()).put(header.toByteArray()).put(payload);
    byte[] bytes = file.array();
    byte[] hash = HexFormat.of().formatHex(sha256(bytes)).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(hash, 0, bytes, 8 + start.length(), 64);
    return bytes;
  }

  static byte[] flipped(byte[] file, int index, int bits) {
    byte[] copy = Arrays.copyOf(file, file.length);
    copy[index] ^= (byte) bits;
    return copy;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
