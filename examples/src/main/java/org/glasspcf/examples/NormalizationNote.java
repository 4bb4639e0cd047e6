package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.screening.CompositionSource;

/** A source that counts the glasses whose amounts had to be normalized to 100 mol%. */
final class NormalizationNote implements CompositionSource {
  private final CompositionSource source;
  private long count;
  private Optional<GlassComposition> first = Optional.empty();

  NormalizationNote(CompositionSource source) {
    this.source = source;
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public OptionalLong size() {
    return source.size();
  }

  @Override
  public Stream<GlassComposition> from(long index) {
    return source.from(index).peek(this::see);
  }

  private void see(GlassComposition glass) {
    if (glass.statedSum().isPresent()) {
      count++;
      first = Optional.of(first.orElse(glass));
    }
  }

  /** Names one of them and says how many others there were, if any. */
  void print(PrintWriter err) {
    first.ifPresent(
        glass ->
            err.printf(
                Locale.ROOT,
                "note: the amounts of %s, which sum to %s mol%%, were normalized to 100%s%n",
                glass,
                glass.statedSum().getAsDouble(),
                count > 1 ? ", and so were those of " + (count - 1) + " more" : ""));
  }
}
