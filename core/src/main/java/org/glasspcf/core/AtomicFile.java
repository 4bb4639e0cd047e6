package org.glasspcf.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that are whole at any time, old or new, even when the process is killed.
 *
 * <p>The content is written beside the file's place, forced to the disk and then moved there in one
 * step. A failure removes what was written; a killed process leaves a file {@code
 * .<name>.<number>.tmp} behind.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces a file.
   *
   * @param file the file, or a link to it; its folder must exist
   * @param content all of its new content
   * @throws IOException if it cannot be written or is a folder; what stood there stays
   */
  public static void write(Path file, byte[] content) throws IOException {
    // A move onto a link would replace the link, not the file it names.
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
