package org.glasspcf.pipeline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what is in one file; nothing in it is believed before it is checked. */
final class ArchiveReader {

  private static final int MAX_VERSION_DIGITS = 9;

  private final String file;
  private final TensorSchema schema;

  /** A reader of what is in a file; its name is for messages. */
  ArchiveReader(String file, TensorSchema schema) {
    this.file = file;
    this.schema = schema;
  }

  TensorArchive read(byte[] content) {
    int headerEnd = headerEnd(content);
    checkHashAndVersion(content, headerEnd);
    ArchiveHeader header =
        ArchiveHeader.parse(
            file, Arrays.copyOfRange(content, ArchiveLayout.LENGTH_BYTES, headerEnd));
    header.checkFills(content.length - headerEnd);
    header.checkHolds(required(header));
    List<Tensor> tensors = new ArrayList<>();
    for (ArchiveHeader.Entry entry : header.entries()) {
      int from = headerEnd + Math.toIntExact(entry.start());
      int to = headerEnd + Math.toIntExact(entry.end());
      try {
        tensors.add(Tensor.ofBytes(entry.spec(), Arrays.copyOfRange(content, from, to)));
      } catch (IllegalArgumentException e) {
        throw corrupt(e.getMessage() + " (the tensor starts at offset " + from + ")", e);
      }
    }
    return TensorArchive.of(header.metadata(), tensors);
  }

  private List<TensorSpec> required(ArchiveHeader header) {
    try {
      return schema.tensors(header.metadata());
    } catch (IllegalArgumentException e) {
      throw corrupt("metadata: " + e.getMessage(), e);
    }
  }

  /** The whole file. */
  static byte[] content(Path file) {
    try {
      long size = Files.size(file);
      if (!Files.isRegularFile(file)) {
        throw new ModelFileException(file + ": a model file is expected, this is no regular file");
      }
      if (size > ArchiveLayout.MAX_FILE_BYTES) {
        throw new ModelFileException(
            "%s: a model file has at most %d bytes, this one has %d"
                .formatted(file, ArchiveLayout.MAX_FILE_BYTES, size));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] content = in.readNBytes((int) size);
        if (content.length < size || in.read() >= 0) {
          throw new ModelFileException(file + ": the file changed its size while it was read");
        }
        return content;
      }
    } catch (NoSuchFileException e) {
      throw new ModelFileException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new ModelFileException(file + ": cannot be read: " + e, e);
    }
  }

  private int headerEnd(byte[] content) {
    if (content.length < ArchiveLayout.LENGTH_BYTES) {
      throw corrupt("a model file starts with 8 bytes of header length, it has " + content.length);
    }
    long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int room = content.length - ArchiveLayout.LENGTH_BYTES;
    if (length < 0
        || length > Math.min(room, ArchiveLayout.MAX_HEADER_BYTES)
        || length % ArchiveLayout.ALIGNMENT != 0) {
      throw corrupt(
          "the header length (offset 0) must be a multiple of %d, at most %d and inside the file, got %s of %d bytes"
              .formatted(
                  ArchiveLayout.ALIGNMENT,
                  ArchiveLayout.MAX_HEADER_BYTES,
                  Long.toUnsignedString(length),
                  content.length));
    }
    return ArchiveLayout.LENGTH_BYTES + (int) length;
  }

  /** Finds version and hash by their place alone; the JSON is parsed once the hash is right. */
  private void checkHashAndVersion(byte[] content, int headerEnd) {
    int versionStart =
        skip(content, ArchiveLayout.LENGTH_BYTES, headerEnd, ArchiveLayout.BEFORE_VERSION);
    int versionEnd = versionStart;
    while (versionEnd < headerEnd && isDigit(content[versionEnd])) {
      versionEnd++;
    }
    int hashStart = skip(content, versionEnd, headerEnd, ArchiveLayout.BEFORE_HASH);
    int hashEnd = hashStart + ArchiveLayout.HASH_DIGITS;
    if (hashEnd >= headerEnd || content[hashEnd] != '"') {
      throw corrupt("sha256 (offset " + hashStart + ") must have 64 digits");
    }
    String stated = ascii(content, hashStart, hashEnd);
    String actual = ArchiveLayout.hash(content, hashStart);
    if (!actual.equals(stated)) {
      throw corrupt(
          "sha256 (offset %d) must be the hash of the file, %s; the file is damaged"
              .formatted(hashStart, actual));
    }
    checkVersion(ascii(content, versionStart, versionEnd), versionStart);
  }

  private void checkVersion(String version, int offset) {
    if (version.isEmpty() || (version.startsWith("0") && version.length() > 1)) {
      throw corrupt("format_version (offset " + offset + ") must be a whole number");
    }
    boolean tooNew =
        version.length() > MAX_VERSION_DIGITS || Integer.parseInt(version) > ArchiveLayout.VERSION;
    if (tooNew) {
      throw new UnsupportedModelVersionException(
          "%s: the file has format version %s, newer than %d, the only one this library reads; a newer library is needed"
              .formatted(file, version, ArchiveLayout.VERSION));
    }
    if (Integer.parseInt(version) < ArchiveLayout.VERSION) {
      throw new UnsupportedModelVersionException(
          "%s: the file has format version %s, older than %d, the only one this library reads; train the model again"
              .formatted(file, version, ArchiveLayout.VERSION));
    }
  }

  private int skip(byte[] content, int from, int end, String expected) {
    byte[] bytes = expected.getBytes(StandardCharsets.US_ASCII);
    int to = from + bytes.length;
    if (to > end || !Arrays.equals(content, from, to, bytes, 0, bytes.length)) {
      throw corrupt(
          "a model file has " + expected + " at offset " + from + "; this is none, or damaged");
    }
    return to;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static String ascii(byte[] content, int from, int to) {
    return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private CorruptModelException corrupt(String rule) {
    return new CorruptModelException(file + ": " + rule);
  }

  private CorruptModelException corrupt(String rule, Throwable cause) {
    return new CorruptModelException(file + ": " + rule, cause);
  }
}
