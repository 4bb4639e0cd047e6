package org.glasspcf.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  private void assertFiles(int count) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(count, files.count(), "no temporary file stays");
    }
  }

  @Test
  void write_replacesTheWholeFile() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[100]);
    AtomicFile.write(file, new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
    assertFiles(1);
  }

  @Test
  void write_throughALink_keepsTheLink() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[100]);
    Path link = Files.createSymbolicLink(folder.resolve("b"), file);
    AtomicFile.write(link, new byte[] {3});
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(new byte[] {3}, Files.readAllBytes(file));
    assertFiles(2);
  }

  @Test
  void write_ontoAFolderOrIntoNone_fails_andLeavesNothing() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    var e = assertThrows(IOException.class, () -> AtomicFile.write(inner, new byte[1]));
    assertTrue(e.getMessage().contains("folder"), e.getMessage());
    Path nowhere = folder.resolve("none").resolve("a");
    assertThrows(IOException.class, () -> AtomicFile.write(nowhere, new byte[1]));
    assertFiles(1);
  }
}
