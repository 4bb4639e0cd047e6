package org.glasspcf.pipeline.plot;

import java.nio.file.Path;
import java.util.Locale;

/** The kinds of picture file, told by a file's ending. */
public enum PictureFormat {
  /** Pixels, {@code .png}. */
  PNG,
  /** Lines and letters of any size, {@code .svg}. */
  SVG;

  /**
   * The format that a file's ending asks for.
   *
   * @param file a file that ends in {@code .png} or {@code .svg}, in small or capital letters
   * @return its format
   * @throws IllegalArgumentException if it ends otherwise
   */
  public static PictureFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException("a picture's file must end in .png or .svg, got " + file);
  }
}
