package org.glasspcf.core.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.glasspcf.core.GlassComposition;

/**
 * A data set in two parts, one to train on and one to test or validate on.
 *
 * @param kind how the parts were chosen
 * @param training the part to train on, not empty
 * @param test the part to test or validate on, not empty; shares no composition with {@code
 *     training} unless {@code kind} is {@link SplitKind#BY_CURVE}
 */
public record DatasetSplit(SplitKind kind, GlassDataset training, GlassDataset test) {
  /**
   * Checks the parts.
   *
   * @param kind how the parts were chosen
   * @param training the part to train on
   * @param test the part to test or validate on
   * @throws IllegalArgumentException if a part is empty, or if a composition stands on both sides
   *     of a split that is not by curve, or in a split by glass at whatever conditions
   */
  public DatasetSplit {
    Objects.requireNonNull(kind, "kind");
    if (training.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "both parts of a split must hold curves, but the "
              + (training.isEmpty() ? "training" : "test")
              + " part is empty");
    }
    if (kind != SplitKind.BY_CURVE) {
      Set<GlassComposition> shared = new HashSet<>(sided(kind, training));
      shared.retainAll(sided(kind, test));
      if (!shared.isEmpty()) {
        throw new IllegalArgumentException(
            "a composition must stand on one side of a "
                + kind
                + " split, but "
                + shared.iterator().next()
                + " stands on both");
      }
    }
  }

  private static List<GlassComposition> sided(SplitKind kind, GlassDataset part) {
    return kind == SplitKind.BY_GLASS ? part.compositionsWithoutConditions() : part.compositions();
  }
}
