package org.glasspcf.examples.reproduce;

import java.util.List;
import org.glasspcf.core.dataset.SplitKind;

/**
 * One of the four experiments: how the curves are split, and how many there are.
 *
 * @param kind {@code BY_CURVE} as in the paper, or {@code BY_GLASS}
 * @param size how many curves
 */
public record Setting(SplitKind kind, DataSize size) {
  /**
   * Checks the kind.
   *
   * @param kind how the curves are split
   * @param size how many curves
   * @throws IllegalArgumentException if the kind is {@code FIXED}: the fixed test list never enters
   */
  public Setting {
    if (kind == SplitKind.FIXED) {
      throw new IllegalArgumentException(
          "a reproduction splits the training part BY_CURVE or BY_GLASS, not " + kind);
    }
  }

  /**
   * Returns all experiments in the order in which they are made.
   *
   * @return the paper's size first, its split first
   */
  public static List<Setting> all() {
    return List.of(
        new Setting(SplitKind.BY_CURVE, DataSize.PAPER_SIZE),
        new Setting(SplitKind.BY_GLASS, DataSize.PAPER_SIZE),
        new Setting(SplitKind.BY_CURVE, DataSize.ALL_CURVES),
        new Setting(SplitKind.BY_GLASS, DataSize.ALL_CURVES));
  }

  /**
   * Returns the name in files.
   *
   * @return for example {@code by-curve-paper-size}
   */
  public String id() {
    return label().replace(' ', '-') + "-" + size.id();
  }

  /**
   * Returns how the curves are split, for people.
   *
   * @return {@code by curve} or {@code by glass}
   */
  public String label() {
    return label(kind);
  }

  static String label(SplitKind kind) {
    return kind == SplitKind.BY_CURVE ? "by curve" : "by glass";
  }
}
