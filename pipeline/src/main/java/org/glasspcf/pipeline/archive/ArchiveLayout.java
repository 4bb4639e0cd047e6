package org.glasspcf.pipeline.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.pipeline.json.JsonValue;

/** Where everything stands in a file, and how an archive becomes bytes. */
final class ArchiveLayout {

  static final String FORMAT = "glasspcf";
  static final int VERSION = 2;
  static final List<String> RESERVED = List.of("format", "format_version", "sha256");

  static final String METADATA = "__metadata__";
  static final int LENGTH_BYTES = 8;
  static final int ALIGNMENT = 8;
  static final int HASH_DIGITS = 64;
  static final int MAX_HEADER_BYTES = 4 << 20;
  static final int MAX_FILE_BYTES = 512 << 20;

  /** What every version's header starts with: these, the version, these, the hash. */
  static final String BEFORE_VERSION =
      "{\"" + METADATA + "\":{\"format\":\"" + FORMAT + "\",\"format_version\":\"";

  static final String BEFORE_HASH = "\",\"sha256\":\"";

  private static final int HASH_START =
      LENGTH_BYTES
          + BEFORE_VERSION.length()
          + Integer.toString(VERSION).length()
          + BEFORE_HASH.length();

  private ArchiveLayout() {}

  static byte[] encode(TensorArchive archive) {
    byte[] header = header(archive);
    long size = (long) LENGTH_BYTES + header.length;
    for (Tensor tensor : archive.tensors().values()) {
      size += tensor.spec().byteCount();
    }
    if (header.length > MAX_HEADER_BYTES || size > MAX_FILE_BYTES) {
      throw new ModelFileException(
          "a model file must have a header of at most %d and at most %d bytes, got %d and %d"
              .formatted(MAX_HEADER_BYTES, MAX_FILE_BYTES, header.length, size));
    }
    ByteBuffer file = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (Tensor tensor : archive.tensors().values()) {
      file.put(tensor.stored());
    }
    byte[] hash = hash(file.array(), HASH_START).getBytes(StandardCharsets.US_ASCII);
    file.put(HASH_START, hash);
    return file.array();
  }

  /** The hash that {@link #encode} puts into the file. */
  static String hash(TensorArchive archive) {
    return new String(encode(archive), HASH_START, HASH_DIGITS, StandardCharsets.US_ASCII);
  }

  /** The SHA-256 of the file with its own 64 digits set to 0, in hexadecimal digits. */
  static String hash(byte[] file, int hashStart) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    int hashEnd = hashStart + HASH_DIGITS;
    digest.update(file, 0, hashStart);
    digest.update("0".repeat(HASH_DIGITS).getBytes(StandardCharsets.US_ASCII));
    digest.update(file, hashEnd, file.length - hashEnd);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] header(TensorArchive archive) {
    Map<String, JsonValue> metadata = new LinkedHashMap<>();
    metadata.put("format", JsonValue.of(FORMAT));
    metadata.put("format_version", JsonValue.of(Integer.toString(VERSION)));
    metadata.put("sha256", JsonValue.of("0".repeat(HASH_DIGITS)));
    archive.metadata().forEach((name, text) -> metadata.put(name, JsonValue.of(text)));
    Map<String, JsonValue> header = new LinkedHashMap<>();
    header.put(METADATA, JsonValue.object(metadata));
    long offset = 0;
    for (Tensor tensor : archive.tensors().values()) {
      long end = offset + tensor.spec().byteCount();
      header.put(tensor.name(), entry(tensor.spec(), offset, end));
      offset = end;
    }
    byte[] json = JsonValue.object(header).toJson().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream padded = new ByteArrayOutputStream(json.length + ALIGNMENT);
    padded.writeBytes(json);
    while (padded.size() % ALIGNMENT != 0) {
      padded.write(' ');
    }
    return padded.toByteArray();
  }

  private static JsonValue entry(TensorSpec spec, long offset, long end) {
    List<JsonValue> shape = new ArrayList<>();
    spec.shape().forEach(size -> shape.add(JsonValue.of((long) size)));
    Map<String, JsonValue> entry = new LinkedHashMap<>();
    entry.put("dtype", JsonValue.of(spec.type().name()));
    entry.put("shape", JsonValue.array(shape));
    entry.put("data_offsets", JsonValue.array(List.of(JsonValue.of(offset), JsonValue.of(end))));
    return JsonValue.object(entry);
  }
}
