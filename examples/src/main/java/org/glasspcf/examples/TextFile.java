package org.glasspcf.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.GlassDataException;

/**
 * Writes a text to a file, whole or not at all; compressed if its name ends in {@code .gz}, and
 * directly if it is something else than a regular file, such as {@code /dev/stdout}.
 */
final class TextFile {
  private static final MathContext DIGITS = new MathContext(12);

  private TextFile() {}

  /**
   * Writes the file.
   *
   * @param file the file, replaced if it exists
   * @param text all of its new content
   * @throws GlassDataException if it cannot be written; what stood there stays
   */
  static void write(Path file, String text) {
    try {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      if (file.toString().endsWith(".gz")) {
        content = compressed(content);
      }
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        try (OutputStream out = Files.newOutputStream(file)) {
          out.write(content);
        }
      } else {
        AtomicFile.write(file, content);
      }
    } catch (IOException e) {
      throw GlassDataException.inFile(file.toString(), "cannot be written: " + e, e);
    }
  }

  /** A number in at most 12 digits, the same in every locale: 0, 1.042, 16.2, 1E-17. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
  }

  private static byte[] compressed(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
