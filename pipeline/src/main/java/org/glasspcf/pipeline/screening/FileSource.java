package org.glasspcf.pipeline.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.dataset.CompositionFile;

/**
 * The glasses of a file.
 *
 * @param file the file
 * @param sha256 the hash of its bytes, in hexadecimal digits
 */
record FileSource(Path file, String sha256) implements CompositionSource {

  static FileSource of(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw GlassDataException.inFile(
          file.toString(),
          "must be a regular file: its glasses are read twice, and again to go on");
    }
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw GlassDataException.inFile(file.toString(), "cannot be read: " + e, e);
    }
    return new FileSource(file, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public String description() {
    return "of a file with SHA-256 " + sha256;
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  public Stream<GlassComposition> from(long index) {
    return CompositionFile.read(file, index);
  }
}
