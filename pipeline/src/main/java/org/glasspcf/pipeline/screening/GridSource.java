package org.glasspcf.pipeline.screening;

import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;

/**
 * Glasses that are known by their index.
 *
 * @param description one line
 * @param count how many there are
 * @param glass makes one, by its index
 */
record GridSource(String description, long count, LongFunction<GlassComposition> glass)
    implements CompositionSource {

  @Override
  public OptionalLong size() {
    return OptionalLong.of(count);
  }

  @Override
  public Stream<GlassComposition> from(long index) {
    return LongStream.range(index, count).mapToObj(glass);
  }
}
