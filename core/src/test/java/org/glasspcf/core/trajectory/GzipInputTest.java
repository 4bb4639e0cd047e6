package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipInputTest {
  private static final byte[] TEXT = "one two three".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private static byte[] read(byte[]... parts) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(joined(parts)))) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] member() {
    return TextFolder.gzip(TEXT);
  }

  private static void assertBroken(String words, byte[]... parts) {
    ZipException error = assertThrows(ZipException.class, () -> read(parts));
    assertEquals(words, error.getMessage());
  }

  @Test
  void member_isDecompressed() throws IOException {
    assertArrayEquals(TEXT, read(member()));
  }

  @Test
  void members_areJoined() throws IOException {
    byte[] nothing = TextFolder.gzip(new byte[0]);
    assertArrayEquals(joined(TEXT, TEXT), read(nothing, member(), nothing, nothing, member()));
  }

  @Test
  void largeMembers_areJoined() throws IOException {
    byte[] large = new byte[300_000];
    new SplittableRandom(1).nextBytes(large);
    assertArrayEquals(joined(large, large), read(TextFolder.gzip(large), TextFolder.gzip(large)));
  }

  @Test
  void bytes_areReadOneByOne() throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(member()))) {
      assertEquals('o', in.read());
      assertEquals(0, in.read(new byte[0], 0, 0));
      assertEquals('n', in.read());
      in.skipNBytes(TEXT.length - 2);
      assertEquals(-1, in.read());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void zerosAtTheEnd_areIgnored() throws IOException {
    assertArrayEquals(TEXT, read(member(), new byte[1000]));
  }

  @Test
  void headerWithAllFields_isSkipped() throws IOException {
    byte[] plain = member();
    byte[] header = Arrays.copyOf(plain, HEADER);
    header[3] = 2 | 4 | 8 | 16;
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 'a', 'm', 'e', 0, 'w', 'h', 'y', 0};
    CRC32 checksum = new CRC32();
    checksum.update(joined(header, fields));
    byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(plain, HEADER, plain.length);
    assertArrayEquals(TEXT, read(header, fields, sum, rest));
    sum[0]++;
    assertBroken("wrong checksum of the gzip header", header, fields, sum, rest);
  }

  @Test
  void everyCut_isSeen() throws IOException {
    byte[] two = joined(member(), member());
    for (int length = 1; length < two.length; length++) {
      byte[] cut = Arrays.copyOf(two, length);
      if (length == member().length) {
        assertArrayEquals(TEXT, read(cut));
      } else {
        assertThrows(EOFException.class, () -> read(cut));
      }
    }
  }

  @Test
  void secondMember_thatIsNone_isRefused() {
    assertBroken("not a gzip header", member(), TEXT);
    assertBroken("trailing bytes that are no gzip member", member(), new byte[3], member());
  }

  @ParameterizedTest
  @CsvSource({
    "0, not a gzip header",
    "1, not a gzip header",
    "2, unknown compression method",
    "3, reserved flag set in the gzip header"
  })
  void damagedHeader_isRefused(int place, String words) {
    byte[] bytes = member();
    bytes[place] ^= (byte) 0x81;
    assertBroken(words, bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void damagedChecksum_isRefused(int place) {
    byte[] bytes = member();
    bytes[bytes.length - TRAILER + place]++;
    assertBroken("wrong checksum of the decompressed data", bytes);
  }

  @Test
  void damagedLength_isRefused() {
    byte[] bytes = member();
    bytes[bytes.length - 1]++;
    assertBroken("wrong length of the decompressed data", bytes);
  }

  @Test
  void damagedData_areRefused() {
    byte[] bytes = member();
    bytes[HEADER] = 7;
    assertBroken("invalid block type", bytes);
  }
}
