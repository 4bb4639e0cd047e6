package org.glasspcf.pipeline.screening;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;

/** Glasses that can be gone through again from any of them on. */
public interface CompositionSource {
  /**
   * What tells these glasses from others, for the head of a file.
   *
   * @return one line; the same glasses in the same order whenever it is the same
   */
  String description();

  /**
   * How many there are.
   *
   * @return the number of glasses; empty if it is not known before they have been read
   */
  OptionalLong size();

  /**
   * The glasses from one on.
   *
   * @param index of the first, from 0
   * @return the rest in order, made as they are asked for; none beyond the last; to be closed
   */
  Stream<GlassComposition> from(long index);

  /**
   * The same glasses at a condition, for a pipeline with a numeric input.
   *
   * @param input what the value is of
   * @param value the value (the input's unit), in its range
   * @return the glasses in the same order
   * @throws IllegalArgumentException if the value is out of the input's range
   */
  default CompositionSource withCondition(NumericInput input, double value) {
    return ConditionedSource.of(this, input, value);
  }

  /**
   * All glasses of a grid.
   *
   * @param grid the grid
   * @return its glasses in order
   */
  static CompositionSource of(CompositionGrid grid) {
    return new GridSource(grid.toString(), grid.size(), grid::get);
  }

  /**
   * Glasses drawn from a grid, as {@link CompositionGrid#random} gives them.
   *
   * @param grid the grid
   * @param seed which ones
   * @param count how many, at least 1 and at most those of the grid
   * @return the glasses in the order in which they are drawn
   * @throws IllegalArgumentException if the grid has fewer glasses, or none are asked for
   */
  static CompositionSource random(CompositionGrid grid, long seed, long count) {
    if (count < 1 || count > grid.size()) {
      throw new IllegalArgumentException(
          "glasses drawn from a grid must be from 1 to the "
              + grid.size()
              + " that it has, got "
              + count
              + "; a smaller step gives more");
    }
    return new GridSource(
        count + " drawn with seed " + seed + " from " + grid,
        count,
        place -> grid.draw(seed, place));
  }

  /**
   * The glasses of a file in the layout of {@link org.glasspcf.core.dataset.CompositionFile}.
   *
   * @param file a regular file; read once now, for its hash, and again for its glasses; must not
   *     change in between
   * @return its glasses in order
   * @throws org.glasspcf.core.GlassDataException if it is no regular file or cannot be read
   */
  static CompositionSource ofFile(Path file) {
    return FileSource.of(file);
  }
}
