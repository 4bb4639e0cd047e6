package org.glasspcf.pipeline.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedArchiveTest {

  private static final TensorSchema ONE_INT =
      metadata -> List.of(TensorSpec.of("n", TensorType.I32, 1));
  private static final byte[] INT = {5, 0, 0, 0};
  private static final String N = "\"n\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,4]}";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("damaged.glasspcf");
  }

  private ModelFileException refused(byte[] content, TensorSchema schema) throws IOException {
    Files.write(file, content);
    ModelFileException refused =
        assertThrows(ModelFileException.class, () -> TensorArchive.read(file, schema));
    assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
    return refused;
  }

  private void assertCorrupt(String message, byte[] content, TensorSchema schema)
      throws IOException {
    ModelFileException refused = refused(content, schema);
    assertInstanceOf(CorruptModelException.class, refused);
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x08, 0x20, 0x80, 0xff})
  void file_withAnyByteChanged_isCorrupt(int bits) throws IOException {
    TensorArchive archive = Archives.small();
    archive.write(file);
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < content.length; i++) {
      assertCorrupt("", CraftedFile.flipped(content, i, bits), Archives.schemaOf(archive));
    }
  }

  @Test
  void file_cutAnywhere_isCorrupt() throws IOException {
    TensorArchive archive = Archives.small();
    archive.write(file);
    byte[] content = Files.readAllBytes(file);
    for (int length = 0; length < content.length; length++) {
      assertCorrupt("", Arrays.copyOf(content, length), Archives.schemaOf(archive));
    }
    assertCorrupt("sha256", Arrays.copyOf(content, content.length + 1), Archives.schemaOf(archive));
  }

  @Test
  void craftedFile_intact_isRead() throws IOException {
    Files.write(file, CraftedFile.withTensors(N, INT));
    assertEquals(5, TensorArchive.read(file, ONE_INT).tensor("n").ints()[0]);
    assertEquals("v", TensorArchive.read(file, ONE_INT).metadata().get("k"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "10", "999999999", "1000000000", "99999999999999999999"})
  void file_ofNewerVersion_isUnsupported(String version) throws IOException {
    ModelFileException refused =
        refused(CraftedFile.withVersion(version, "}, anything}", INT), ONE_INT);
    assertInstanceOf(UnsupportedModelVersionException.class, refused);
    assertTrue(
        refused.getMessage().contains("format version " + version + ", newer than 2"),
        refused.getMessage());
  }

  @Test
  void file_ofOlderVersion_isUnsupported() throws IOException {
    ModelFileException refused = refused(CraftedFile.withVersion("0", "}}", INT), ONE_INT);
    assertInstanceOf(UnsupportedModelVersionException.class, refused);
    assertTrue(refused.getMessage().contains("version 0, older than 2"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01", "-1", "1.0", "x"})
  void file_ofSenselessVersion_isCorrupt(String version) throws IOException {
    assertCorrupt("", CraftedFile.withVersion(version, "}," + N + "}", INT), ONE_INT);
  }

  @ParameterizedTest
  @MethodSource("crafted")
  void craftedFile_againstTheRules_isCorrupt(String message, String tensors, int payload)
      throws IOException {
    assertCorrupt(message, CraftedFile.withTensors(tensors, new byte[payload]), ONE_INT);
  }

  private static String entry(String name, String dtype, String shape, String offsets) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, dtype, shape, offsets);
  }

  static Stream<Arguments> crafted() {
    return Stream.of(
        arguments(
            "must take data_offsets 0 to 4, got 4 to 8", entry("n", "I32", "[1]", "[4,8]"), 8),
        arguments(
            "tensor b I32[1] must take data_offsets 4 to 8, got 8 to 12",
            N + "," + entry("b", "I32", "[1]", "[8,12]"),
            12),
        arguments(
            "tensor b I32[1] must take data_offsets 4 to 8, got 0 to 4",
            N + "," + entry("b", "I32", "[1]", "[0,4]"),
            4),
        arguments(
            "tensor b I32[1] must take data_offsets 0 to 4, got 4 to 8",
            entry("b", "I32", "[1]", "[4,8]") + "," + N,
            8),
        arguments("must fill the 5 bytes after the header, they take 4", N, 5),
        arguments("must fill the 0 bytes after the header, they take 4", N, 0),
        arguments("got 0 to 5", entry("n", "I32", "[1]", "[0,5]"), 5),
        arguments("got 4 to 0", entry("n", "I32", "[1]", "[4,0]"), 4),
        arguments("tensor n I32[1] is missing", "", 0),
        arguments("tensor n I32[1] is missing", entry("m", "I32", "[1]", "[0,4]"), 4),
        arguments(
            "tensor b I32[1] is not expected", N + "," + entry("b", "I32", "[1]", "[4,8]"), 8),
        arguments("expected, the file has n F32[1]", entry("n", "F32", "[1]", "[0,4]"), 4),
        arguments("expected, the file has n I32[1, 1]", entry("n", "I32", "[1,1]", "[0,4]"), 4),
        arguments(
            "dtype must be one of [F32, F64, I32], got \"I64\"",
            entry("n", "I64", "[1]", "[0,4]"),
            4),
        arguments("a name may stand once in an object, \"n\"", N + "," + N, 4),
        arguments("a name may stand once", "\"__metadata__\":{}", 0),
        arguments(
            "must have dtype, shape and data_offsets, got [dtype]", "\"n\":{\"dtype\":\"I32\"}", 4),
        arguments(
            "must have dtype, shape and data_offsets",
            "\"n\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}",
            4),
        arguments("tensor \"n\" must be a JSON object", "\"n\":[]", 0),
        arguments("shape must be a JSON array", entry("n", "I32", "1", "[0,4]"), 4),
        arguments(
            "shape must hold whole numbers not below 0, got -1",
            entry("n", "I32", "[-1]", "[0,4]"),
            4),
        arguments("shape must hold whole numbers", entry("n", "I32", "[1.0]", "[0,4]"), 4),
        arguments("shape must hold whole numbers", entry("n", "I32", "[1e0]", "[0,4]"), 4),
        arguments(
            "shape must hold whole numbers",
            entry("n", "I32", "[9999999999999999999]", "[0,4]"),
            4),
        arguments(
            "shape must hold numbers below 2^31", entry("n", "I32", "[4294967297]", "[0,4]"), 4),
        arguments("fewer than 2^31 bytes", entry("n", "I32", "[65536,65536]", "[0,4]"), 4),
        arguments(
            "at most 8 dimensions, got 9", entry("n", "I32", "[1,1,1,1,1,1,1,1,1]", "[0,4]"), 4),
        arguments("data_offsets must be two numbers", entry("n", "I32", "[1]", "[0]"), 4),
        arguments("data_offsets must hold whole numbers", entry("n", "I32", "[1]", "[\"0\",4]"), 4),
        arguments("a tensor's name must be", entry("n n", "I32", "[1]", "[0,4]"), 4),
        arguments("nested at most 3 deep", "\"n\":" + "[".repeat(100_000), 4),
        arguments("nested at most 3 deep", "\"n\":{\"shape\":[[1]]}", 4),
        arguments("(offset ", "\"n\":{,}", 4));
  }

  @Test
  void file_withBadMetadata_isCorrupt() throws IOException {
    assertCorrupt(
        "metadata k must be a JSON string",
        CraftedFile.withVersion("2", ",\"k\":1}," + N + "}", INT),
        ONE_INT);
    assertCorrupt(
        "a name may stand once",
        CraftedFile.withVersion("2", ",\"format\":\"x\"}," + N + "}", INT),
        ONE_INT);
    assertCorrupt(
        "metadata: trees must be there",
        CraftedFile.withTensors(N, INT),
        metadata -> {
          throw new IllegalArgumentException("trees must be there");
        });
    byte[] notUtf8 = "}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] after = {',', '"', 'k', '"', ':', '"', (byte) 0xc3, '"', notUtf8[0], notUtf8[1]};
    assertCorrupt("the header must be UTF-8", CraftedFile.of("2", after, new byte[0]), ONE_INT);
    assertCorrupt(
        "nothing may follow the value",
        CraftedFile.withVersion("2", "}," + N + "} x", INT),
        ONE_INT);
  }

  @Test
  void file_withTooManyTensors_isCorrupt() throws IOException {
    StringBuilder tensors = new StringBuilder();
    for (int i = 0; i < 1025; i++) {
      tensors.append(i == 0 ? "" : ",").append(entry("t" + i, "I32", "[0]", "[0,0]"));
    }
    assertCorrupt(
        "at most 1024 tensors, this one 1025",
        CraftedFile.withTensors(tensors.toString(), new byte[0]),
        ONE_INT);
  }

  @Test
  void file_withNumbersNotFinite_isCorrupt() throws IOException {
    TensorSchema schema = metadata -> List.of(TensorSpec.of("x", TensorType.F64, 2));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      ByteBuffer payload = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      payload.putDouble(1).putDouble(bad);
      assertCorrupt(
          "tensor x must hold finite numbers, number 1 is " + bad,
          CraftedFile.withTensors(entry("x", "F64", "[2]", "[0,16]"), payload.array()),
          schema);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, (4 << 20) + 8, 0, 1, 9})
  void file_withSenselessHeaderLength_isCorrupt(long length) throws IOException {
    byte[] content = CraftedFile.withTensors(N, INT);
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    assertCorrupt("", content, ONE_INT);
  }

  @Test
  void file_ofAnotherKind_isCorrupt() throws IOException {
    assertCorrupt("header length", "PK\u0003\u0004 a zip file, for one".getBytes("UTF-8"), ONE_INT);
    byte[] other = new byte[72];
    other[0] = 64;
    assertCorrupt("this is none, or damaged", other, ONE_INT);
  }

  @Test
  void read_noFile_saysSo() throws IOException {
    assertEquals(
        file + ": there is no such file",
        assertThrows(ModelFileException.class, () -> TensorArchive.read(file, ONE_INT))
            .getMessage());
    assertEquals(
        folder + ": a model file is expected, this is no regular file",
        assertThrows(ModelFileException.class, () -> TensorArchive.read(folder, ONE_INT))
            .getMessage());
  }
}
