package org.glasspcf.pipeline.screening;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;

/**
 * Predicts some pairs of very many glasses: a stream of compositions in, a stream of predictions or
 * of derived numbers out, in the order of the compositions and equal to single predictions to the
 * bit.
 *
 * <pre>{@code
 * ElementPair bO = ElementPair.of("B", "O");
 * CompositionGrid grid =
 *     CompositionGrid.of(
 *         1, // mol%
 *         OxideRange.of(Oxide.SiO2, 40, 80),
 *         OxideRange.of(Oxide.B2O3, 0, 40),
 *         OxideRange.rest(Oxide.Na2O));
 * try (var rows = Screening.of(GlassPcfPipeline.pretrained(), bO).rows(grid.stream())) {
 *   rows.filter(row -> row.value(bO, ScreeningQuantity.DOMAIN_PLACE).orElse(2) == 0) // inside
 *       .max(Comparator.comparingDouble(row -> row.value(bO, ScreeningQuantity.COORDINATION_NUMBER).orElse(0)))
 *       .ifPresent(System.out::println);
 * }
 * }</pre>
 *
 * <p><b>Threads</b> are a stream's own, as many as processors unless said otherwise. They read
 * ahead of the consumer by 256 glasses each and no more, so that memory is bounded; the first
 * result comes when so many have been read, or the compositions end. The compositions are taken on
 * the consumer's thread.
 *
 * <p><b>Stopping</b>: closing a stream stops its threads within the glass that each is at. An
 * interrupt of the consumer's thread ends the stream within 64 glasses with a {@link
 * org.glasspcf.core.correlation.CalculationInterruptedException}; the interrupt flag stays set. A
 * stream that is neither closed nor read to its end leaves no thread behind.
 *
 * <p><b>Pairs that a glass does not have</b>, such as B–O at 0 mol% of B2O3, are no error: a corner
 * of a grid may lack them. There is no prediction for them, and their numbers are empty. A glass
 * that the pipeline cannot read, for an oxide outside its schema, is an {@code
 * IllegalArgumentException} that names it and its index, from 0, after all results before it.
 *
 * <p>Equal latent vectors are decoded once, {@link GlassPcfPipeline#rememberingImages}, as far as
 * {@value #IMAGES} images remember. Immutable; safe to share between threads.
 */
public final class Screening {
  /** The most threads of a screening: {@value}. */
  public static final int MOST_THREADS = 1024;

  /** Images that a screening remembers, 4 KiB each: a forest has a few thousand latents a pair. */
  private static final int IMAGES = 16_384;

  private static final ElementPair EVER_PRESENT = ElementPair.of(Element.O, Element.O);

  private final GlassPcfPipeline pipeline;
  private final List<ElementPair> pairs;
  private final List<ScreeningQuantity> quantities;
  private final int threads;

  private Screening(
      GlassPcfPipeline pipeline,
      List<ElementPair> pairs,
      List<ScreeningQuantity> quantities,
      int threads) {
    this.pipeline = pipeline;
    this.pairs = pairs;
    this.quantities = quantities;
    this.threads = threads;
  }

  /**
   * A screening of all quantities on as many threads as there are processors.
   *
   * @param pipeline predicts
   * @param pairs the pairs to predict, at least one, each once
   * @return the screening
   * @throws IllegalArgumentException if there is no pair, one is there twice, or has an element
   *     that the pipeline does not know
   */
  public static Screening of(GlassPcfPipeline pipeline, ElementPair... pairs) {
    return of(pipeline, Arrays.asList(pairs));
  }

  /**
   * A screening of all quantities on as many threads as there are processors.
   *
   * @param pipeline predicts
   * @param pairs the pairs to predict, at least one, each once
   * @return the screening
   * @throws IllegalArgumentException if there is no pair, one is there twice, or has an element
   *     that the pipeline does not know
   */
  public static Screening of(GlassPcfPipeline pipeline, List<ElementPair> pairs) {
    requireDistinct(pairs, "pairs");
    List<Element> known = pipeline.schema().elements();
    for (ElementPair pair : pairs) {
      if (!known.contains(pair.first()) || !known.contains(pair.second())) {
        throw new IllegalArgumentException(
            "a pair to screen must be of the elements that the pipeline knows, "
                + known
                + ", got "
                + pair);
      }
    }
    return new Screening(
        pipeline.rememberingImages(IMAGES),
        List.copyOf(pairs),
        List.of(ScreeningQuantity.values()),
        Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  private static void requireDistinct(List<?> things, String what) {
    if (things.isEmpty() || new HashSet<>(things).size() < things.size()) {
      throw new IllegalArgumentException(
          "a screening must have at least one of its " + what + ", each once, got " + things);
    }
  }

  /**
   * The same screening of other quantities.
   *
   * @param changed what to derive from each prediction, at least one, each once; in this order
   * @return the changed screening
   * @throws IllegalArgumentException if there is none, or one is there twice
   */
  public Screening withQuantities(ScreeningQuantity... changed) {
    return withQuantities(Arrays.asList(changed));
  }

  /**
   * The same screening of other quantities.
   *
   * @param changed what to derive from each prediction, at least one, each once; in this order
   * @return the changed screening
   * @throws IllegalArgumentException if there is none, or one is there twice
   */
  public Screening withQuantities(List<ScreeningQuantity> changed) {
    requireDistinct(changed, "quantities");
    return new Screening(pipeline, pairs, List.copyOf(changed), threads);
  }

  /**
   * The same screening on another number of threads; results do not depend on it.
   *
   * @param changed how many threads predict, from 1 to {@value #MOST_THREADS}
   * @return the changed screening
   * @throws IllegalArgumentException if it is out of that range
   */
  public Screening withThreads(int changed) {
    if (changed < 1 || changed > MOST_THREADS) {
      throw new IllegalArgumentException(
          "a screening must have from 1 to " + MOST_THREADS + " threads, got " + changed);
    }
    return new Screening(pipeline, pairs, quantities, changed);
  }

  /**
   * The pairs.
   *
   * @return what is predicted of each glass that has it; immutable
   */
  public List<ElementPair> pairs() {
    return pairs;
  }

  /**
   * The quantities.
   *
   * @return what is derived from each prediction; immutable
   */
  public List<ScreeningQuantity> quantities() {
    return quantities;
  }

  GlassPcfPipeline pipeline() {
    return pipeline;
  }

  /**
   * Predicts the pairs of each glass.
   *
   * @param compositions the glasses; taken as the result is read, and closed with it
   * @return the predictions, glass by glass, and for each glass in the order of {@link #pairs()},
   *     without those that it does not have; to be closed
   */
  public Stream<PcfPrediction> predictions(Stream<GlassComposition> compositions) {
    return map(compositions, 0, this::predict);
  }

  /**
   * Derives the quantities of each glass.
   *
   * @param compositions the glasses; taken as the result is read, and closed with it
   * @return one row for each glass; to be closed
   */
  public Stream<ScreeningRow> rows(Stream<GlassComposition> compositions) {
    return map(compositions, 0, (glass, rows) -> rows.accept(row(glass)));
  }

  /** What a function makes of glasses, the first of which has an index. */
  <R> Stream<R> map(
      Stream<GlassComposition> compositions,
      long first,
      OrderedMap.Work<GlassComposition, R> work) {
    OrderedMap<GlassComposition, R> results =
        new OrderedMap<>(compositions.sequential().spliterator(), first, threads, work);
    return StreamSupport.stream(results, false)
        .onClose(results::close)
        .onClose(compositions::close);
  }

  private void predict(GlassComposition glass, Consumer<PcfPrediction> predictions) {
    for (ElementPair pair : pairs) {
      if (has(glass, pair)) {
        predictions.accept(pipeline.predict(glass, pair));
      }
    }
  }

  /** Tells whether a glass has a pair; refuses a glass that no pair could be predicted of. */
  private boolean has(GlassComposition glass, ElementPair pair) {
    boolean has = glass.contains(pair.first()) && glass.contains(pair.second());
    if (!has) {
      pipeline.schema().encode(glass, EVER_PRESENT);
    }
    return has;
  }

  ScreeningRow row(GlassComposition glass) {
    GlassDensities densities = new GlassDensities(glass);
    double[] values = new double[pairs.size() * quantities.size()];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < pairs.size(); i++) {
      if (has(glass, pairs.get(i))) {
        DerivedNumbers numbers =
            new DerivedNumbers(pipeline.predict(glass, pairs.get(i)), densities);
        for (int j = 0; j < quantities.size(); j++) {
          values[i * quantities.size() + j] = quantities.get(j).of(numbers).orElse(Double.NaN);
        }
      }
    }
    return new ScreeningRow(glass, pairs, quantities, values);
  }

  @Override
  public String toString() {
    return "Screening[" + pairs + ", " + quantities + ", " + threads + " threads]";
  }
}
