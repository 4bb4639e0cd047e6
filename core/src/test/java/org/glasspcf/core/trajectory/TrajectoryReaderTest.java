package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoryReaderTest {
  private static final String DUMP = DumpFormatTest.DUMP;
  private static final String XYZ = ExtendedXyzFormatTest.XYZ;
  private static final TrajectoryOptions DROPPING =
      TrajectoryOptions.defaults().withTruncatedLastFrameDropped();

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  @Test
  void next_withoutHasNext_givesFrames_thenNone() {
    try (TrajectoryReader reader = TrajectoryReader.open(folder.write(DUMP + DUMP))) {
      assertTrue(reader.hasNext());
      assertTrue(reader.hasNext());
      assertEquals(2, reader.next().atoms());
      assertEquals(2, reader.next().atoms());
      assertFalse(reader.hasNext());
      assertEquals(Optional.empty(), reader.droppedFrame());
      String message = assertThrows(NoSuchElementException.class, reader::next).getMessage();
      assertTrue(message.endsWith("file.txt has no more than 2 whole frames"), message);
    }
  }

  @Test
  void closedReader_isRefused() {
    TrajectoryReader reader = TrajectoryReader.open(folder.write(DUMP));
    reader.close();
    reader.close();
    String message = assertThrows(IllegalStateException.class, reader::hasNext).getMessage();
    assertTrue(message.endsWith("file.txt was closed"), message);
  }

  @Test
  void error_isGivenAgain() {
    try (TrajectoryReader reader =
        TrajectoryReader.open(folder.write(DUMP + DUMP.replace("Si", "?") + DUMP))) {
      reader.next();
      GlassDataException error = assertThrows(GlassDataException.class, reader::hasNext);
      assertSame(error, assertThrows(GlassDataException.class, reader::hasNext));
      assertSame(error, assertThrows(GlassDataException.class, reader::next));
    }
  }

  @Test
  void file_thatIsNotThere_isAnInputError() {
    String message =
        assertThrows(
                UncheckedIOException.class,
                () -> TrajectoryReader.open(root.resolve("nothing.dump")))
            .getMessage();
    assertTrue(message.contains("nothing.dump cannot be read: "), message);
    assertThrows(UncheckedIOException.class, () -> TrajectoryReader.open(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LAMMPS data file", "# comment", "\n2", "ITEM", "1.5\n", "\u0000\u0001"})
  void otherFormats_areRefused(String text) {
    folder.assertRefused(
        text, 1, "expected a LAMMPS dump (ITEM: …) or extended XYZ (the number of atoms), found '");
  }

  @Test
  void emptyFile_isRefused() {
    for (byte[] bytes : new byte[][] {{}, TextFolder.gzip(new byte[0])}) {
      Path file = folder.write(bytes);
      assertEquals(
          file + ": must be a LAMMPS dump or extended XYZ, but the file is empty",
          assertThrows(GlassDataException.class, () -> TrajectoryReader.open(file)).getMessage());
    }
  }

  private static void assertSameFrame(Frame expected, Frame frame) {
    assertArrayEquals(expected.positions(), frame.positions());
    assertEquals(expected.cell(), frame.cell());
    assertEquals(expected.atomCounts(), frame.atomCounts());
  }

  /** A cut may fall anywhere; only one between frames leaves a whole file. */
  @Test
  void dump_cutAnywhere_isRefusedOrDropped() {
    Frame whole = folder.onlyFrame(DUMP);
    String text = DUMP + DUMP;
    for (int length = DUMP.length() + 1; length < text.length(); length++) {
      assertCut(folder.write(text.substring(0, length)), List.of(whole), "frame 2: ");
    }
  }

  @Test
  void dump_cutInItsFirstFrame_leavesNone() {
    for (int length = "ITEM:".length(); length < DUMP.length(); length++) {
      Path file = folder.write(DUMP.substring(0, length));
      if (length < "ITEM: TIMESTEP\n".length()) {
        // known as a dump, but its first line has no line break
        assertThrows(GlassDataException.class, () -> TextFolder.frames(file));
      }
      assertCut(file, List.of(), "frame 1: ");
    }
  }

  /** The last line of extended XYZ needs no line break, so a cut inside it can look whole. */
  @Test
  void xyz_cutBeforeItsLastLine_isRefusedOrDropped() {
    Frame whole = folder.onlyFrame(XYZ);
    String text = XYZ + XYZ;
    int lastNumber = text.lastIndexOf(' ') + 1;
    for (int length = XYZ.length() + 1; length <= lastNumber; length++) {
      assertCut(folder.write(text.substring(0, length)), List.of(whole), "frame 2: ");
    }
    // 6e is no number, so that this cut shows
    assertCut(folder.write(text.substring(0, lastNumber + 2)), List.of(whole), "frame 2: ");
  }

  @Test
  void gzip_cutAnywhere_neverLosesFramesSilently() {
    Frame whole = folder.onlyFrame(DUMP);
    byte[] one = TextFolder.gzip(DUMP.getBytes(StandardCharsets.UTF_8));
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    for (int length = one.length + 1; length < two.length; length++) {
      Path file = folder.write(Arrays.copyOf(two, length));
      assertThrows(GlassDataException.class, () -> TextFolder.frames(file));
      try (TrajectoryReader reader = TrajectoryReader.open(file, DROPPING)) {
        assertSameFrame(whole, reader.next());
        while (reader.hasNext()) {
          assertSameFrame(whole, reader.next());
        }
        assertTrue(reader.droppedFrame().orElse("").endsWith("its gzip data end early"));
      }
    }
  }

  private static void assertCut(Path file, List<Frame> whole, String dropped) {
    assertThrows(GlassDataException.class, () -> TextFolder.frames(file));
    try (TrajectoryReader reader = TrajectoryReader.open(file, DROPPING)) {
      assertEquals(Optional.empty(), reader.droppedFrame());
      for (Frame expected : whole) {
        assertSameFrame(expected, reader.next());
      }
      assertFalse(reader.hasNext());
      String reason = reader.droppedFrame().orElseThrow();
      assertTrue(reason.startsWith(dropped + file + ":"), reason);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'2 2 O', 11, 'expected atom 2 of 2, found the end of the file'",
    "'e1', 11, 'the last line must end with a line break, or it may be cut off'",
    "'5 35', 8, 'expected two bounds (2 numbers, Å), found the end of the file'",
    "'35', 8, 'the last line must end with a line break, or it may be cut off'",
    "'00\n', 2, 'the last line must end with a line break, or it may be cut off'"
  })
  void cut_isReportedByPlace(String before, int line, String words) {
    String cut = DUMP.substring(0, DUMP.indexOf(before));
    folder.assertRefused(cut, line, words);
    Path file = folder.write(cut);
    try (TrajectoryReader reader = TrajectoryReader.open(file, DROPPING)) {
      assertFalse(reader.hasNext());
      assertEquals(
          "frame 1: " + file + ":" + line + ": " + words, reader.droppedFrame().orElseThrow());
    }
  }

  @Test
  void cutFrame_followedByAnother_isAnErrorAllTheSame() {
    String cut = DUMP.substring(0, DUMP.lastIndexOf("2 2 O"));
    folder.assertRefused(cut + DUMP, DROPPING, 11, "expected atom 2 of 2 in 6 columns, found 2");
  }

  @Test
  void damagedGzip_isRefused_evenIfCutFramesAreDropped() {
    byte[] bytes = TextFolder.gzip(DUMP.getBytes(StandardCharsets.UTF_8));
    bytes[bytes.length - 5]++;
    Path file = folder.write(bytes);
    TextFolder.assertRefused(
        file,
        12,
        "must be valid gzip data: wrong checksum of the decompressed data",
        () -> TextFolder.frames(file, DROPPING));
  }

  /** Space for so many atoms, 17 GB, is not there. */
  @Test
  void claimedAtoms_takeNoSpace() {
    String claim = DUMP.replace("ATOMS\n2", "ATOMS\n715827879");
    folder.assertRefused(claim, 12, "expected atom 3 of 715827879, found the end of the file");
    folder.assertRefused(
        XYZ.replace("2\nL", "715827879\nL"),
        5,
        "expected atom 3 of 715827879, found the end of the file");
  }

  @Test
  void options_areThoseGiven() {
    assertEquals(List.of(), TrajectoryOptions.defaults().typeElements());
    assertFalse(TrajectoryOptions.defaults().truncatedLastFrameDropped());
    assertTrue(DROPPING.truncatedLastFrameDropped());
    assertEquals(
        "types need at least one element, got none",
        assertThrows(IllegalArgumentException.class, () -> DROPPING.withElements()).getMessage());
    for (String label : new String[] {"", "a b", "\t"}) {
      assertEquals(
          "a label must be one word without white space, got \"" + label + '"',
          assertThrows(
                  IllegalArgumentException.class,
                  () -> DROPPING.withElement(label, org.glasspcf.core.Element.O))
              .getMessage());
    }
  }
}
