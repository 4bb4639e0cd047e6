package org.glasspcf.pipeline.screening;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;

/** The glasses of another source, all at one condition. */
record ConditionedSource(CompositionSource glasses, NumericInput input, double value)
    implements CompositionSource {

  static ConditionedSource of(CompositionSource glasses, NumericInput input, double value) {
    return new ConditionedSource(glasses, input, input.requireInRange(value));
  }

  @Override
  public String description() {
    return glasses.description() + ", at " + input.name() + "=" + value;
  }

  @Override
  public OptionalLong size() {
    return glasses.size();
  }

  @Override
  public Stream<GlassComposition> from(long index) {
    return glasses.from(index).map(glass -> glass.withCondition(input, value));
  }
}
