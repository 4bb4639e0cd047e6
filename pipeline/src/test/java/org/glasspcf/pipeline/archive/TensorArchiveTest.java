package org.glasspcf.pipeline.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TensorArchiveTest {

  @TempDir Path folder;

  @Test
  void archive_written_isReadBack() {
    Path file = folder.resolve("a.glasspcf");
    TensorArchive archive = Archives.small();
    archive.write(file);
    TensorArchive read = TensorArchive.read(file, Archives.schemaOf(archive));
    assertEquals(archive, read);
    assertEquals(archive.hashCode(), read.hashCode());
    assertEquals(Map.of("unit", "Å", "quote", "a \"b\" \\ \n"), read.metadata());
    assertArrayEquals(new int[] {-1, Integer.MAX_VALUE, 7}, read.tensor("links").ints());
    assertArrayEquals(new float[] {1.5f, -0.0f, 3e-45f, 4}, read.tensor("conv.weight").floats());
    assertArrayEquals(new double[] {Math.PI}, read.tensor("mean").doubles());
    assertEquals(List.of(0, 5), read.tensor("empty").spec().shape());
  }

  @Test
  void archive_inAnyOrder_givesTheSameBytes() throws IOException {
    List<Tensor> reversed = new ArrayList<>(Archives.small().tensors().values());
    Collections.reverse(reversed);
    Archives.small().write(folder.resolve("a"));
    TensorArchive.of(Archives.small().metadata(), reversed).write(folder.resolve("b"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void file_isInTheSafetensorsLayout() throws IOException {
    Path file = folder.resolve("a");
    Archives.small().write(file);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    assertEquals(0, header.length % 8);
    String text = new String(header, StandardCharsets.UTF_8);
    String hash = text.replaceFirst("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    assertEquals(
        "{\"__metadata__\":{\"format\":\"glasspcf\",\"format_version\":\"2\",\"sha256\":\""
            + hash
            + "\",\"quote\":\"a \\\"b\\\" \\\\ \\n\",\"unit\":\"Å\"},"
            + "\"mean\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"conv.weight\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[8,24]},"
            + "\"empty\":{\"dtype\":\"F32\",\"shape\":[0,5],\"data_offsets\":[24,24]},"
            + "\"links\":{\"dtype\":\"I32\",\"shape\":[3],\"data_offsets\":[24,36]}}",
        text.stripTrailing());
    assertEquals(Math.PI, bytes.getDouble());
    assertEquals(1.5f, bytes.getFloat());
    bytes.position(bytes.limit() - 4);
    assertEquals(7, bytes.getInt());
    String afterHash = text.substring(text.indexOf(hash) + 65);
    byte[] payload = new byte[36];
    bytes.position(bytes.limit() - 36).get(payload);
    assertArrayEquals(
        CraftedFile.withVersion("2", afterHash.stripTrailing(), payload), Files.readAllBytes(file));
  }

  @Test
  void archive_doesNotLeakArrays() {
    int[] numbers = {1, 2};
    Tensor tensor = Tensor.ofInts("n", numbers, 2);
    numbers[0] = 9;
    tensor.ints()[1] = 9;
    assertArrayEquals(new int[] {1, 2}, tensor.ints());
    TensorArchive archive = Archives.small();
    assertThrows(UnsupportedOperationException.class, () -> archive.metadata().put("a", "b"));
    assertThrows(UnsupportedOperationException.class, () -> archive.tensors().clear());
  }

  @Test
  void tensor_badArguments_areRefused() {
    assertRefused(
        "tensor w F32[2, 2] must hold 4 numbers, got 3",
        () -> Tensor.ofFloats("w", new float[3], 2, 2));
    assertRefused(
        "tensor w must hold finite numbers, number 1 is NaN",
        () -> Tensor.ofFloats("w", new float[] {0, Float.NaN}, 2));
    assertRefused(
        "tensor w must hold finite numbers, number 0 is -Infinity",
        () -> Tensor.ofDoubles("w", new double[] {Double.NEGATIVE_INFINITY}, 1));
    assertRefused(
        "tensor w must have sizes not below 0 and fewer than 2^31 bytes, got shape [-1]",
        () -> Tensor.ofInts("w", new int[0], -1));
    assertRefused(
        "tensor w must have sizes not below 0", () -> TensorSpec.of("w", TensorType.F64, 1 << 28));
    assertRefused(
        "tensor w must have sizes not below 0",
        () -> TensorSpec.of("w", TensorType.I32, 0, 1 << 20, 1 << 20));
    assertRefused(
        "tensor w must have at most 8 dimensions, got 9",
        () -> TensorSpec.of("w", TensorType.I32, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    for (String name : List.of("", "a b", "é", "a\n", "__metadata__", "x".repeat(101))) {
      assertRefused("a tensor's name must be", () -> Tensor.ofInts(name, new int[1], 1));
    }
    assertThrows(IllegalStateException.class, () -> Tensor.ofInts("n", new int[1], 1).floats());
  }

  @Test
  void archive_badArguments_areRefused() {
    Tensor tensor = Tensor.ofInts("n", new int[1], 1);
    assertRefused(
        "an archive may hold a tensor once, n",
        () -> TensorArchive.of(Map.of(), List.of(tensor, tensor)));
    assertRefused(
        "the metadata name \"sha256\" is reserved",
        () -> TensorArchive.of(Map.of("sha256", ""), List.of()));
    assertRefused(
        "a string in JSON may not hold half of a surrogate pair",
        () -> TensorArchive.of(Map.of("a", "\ud834"), List.of()));
    assertRefused(
        "an archive must hold at most 1024 tensors, got 1025",
        () ->
            TensorArchive.of(
                Map.of(),
                IntStream.range(0, 1025)
                    .mapToObj(i -> Tensor.ofInts("n" + i, new int[1], 1))
                    .toList()));
    assertRefused(
        "there is no tensor \"x\"; there are [mean, conv.weight, empty, links]",
        () -> Archives.small().tensor("x"));
    assertNotEquals(Archives.uniform(1, 3), Archives.uniform(2, 3));
  }

  private static void assertRefused(String message, Executable call) {
    String actual = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(actual.startsWith(message), actual);
  }

  @Test
  void write_failing_leavesNothing() throws IOException {
    Path missing = folder.resolve("missing").resolve("a");
    ModelFileException refused =
        assertThrows(ModelFileException.class, () -> Archives.small().write(missing));
    assertTrue(refused.getMessage().startsWith(missing + ": cannot be written: "));
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThrows(ModelFileException.class, () -> Archives.small().write(taken));
    assertEquals(List.of("taken"), names());
  }

  @Test
  void write_onInterruptedThread_leavesTheOldFile() throws IOException {
    Path file = folder.resolve("a");
    Archives.uniform(1, 10).write(file);
    Thread.currentThread().interrupt();
    try {
      assertThrows(ModelFileException.class, () -> Archives.uniform(2, 10).write(file));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(List.of("a"), names());
    TensorArchive old = Archives.uniform(1, 10);
    assertEquals(old, TensorArchive.read(file, Archives.schemaOf(old)));
  }

  @Test
  void write_toALink_replacesTheFileItNames() throws IOException {
    Path file = folder.resolve("a");
    Archives.uniform(1, 10).write(file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    TensorArchive other = Archives.uniform(2, 10);
    other.write(link);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(other, TensorArchive.read(file, Archives.schemaOf(other)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
