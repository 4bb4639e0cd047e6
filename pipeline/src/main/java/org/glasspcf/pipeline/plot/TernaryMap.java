package org.glasspcf.pipeline.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A quantity over the glasses of three oxides, on a triangular grid. {@link GlassPlot#ternary}
 * draws it. Immutable.
 *
 * <pre>{@code
 * GlassPcfPipeline pipeline = GlassPcfPipeline.pretrained();
 * TernaryMap map =
 *     TernaryGrid.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O)
 *         .withStep(5) // mol%
 *         .coordinationNumber(pipeline, ElementPair.of("B", "O"), BandLevel.NINETY_PERCENT)
 *         .withGlasses("training glasses", pipeline.provenance().trainingGlasses());
 * GlassPlot.ternary(map).figure().write(Path.of("b-o-map.png"));
 * }</pre>
 */
public final class TernaryMap {
  private final TernaryGrid grid;
  private final String quantity;
  private final List<Point> points;
  private final String marked;
  private final List<GlassComposition> glasses;

  /**
   * One glass of the grid.
   *
   * @param place its shares of the three oxides
   * @param glass the glass, with the fixed oxides
   * @param value the quantity and its interval; empty where it has none
   * @param outside whether the glass lies outside the training domain
   */
  public record Point(
      TernaryGrid.Place place, GlassComposition glass, Optional<Interval> value, boolean outside) {}

  TernaryMap(
      TernaryGrid grid,
      String quantity,
      List<Point> points,
      String marked,
      List<GlassComposition> glasses) {
    this.grid = grid;
    this.quantity = Objects.requireNonNull(quantity, "quantity");
    this.points = List.copyOf(points);
    this.marked = Objects.requireNonNull(marked, "marked");
    this.glasses = List.copyOf(glasses);
  }

  static TernaryMap of(
      TernaryGrid grid,
      String quantity,
      Function<GlassComposition, Optional<Interval>> value,
      Function<GlassComposition, DomainVerdict.Place> domain) {
    List<Point> points = new ArrayList<>();
    for (TernaryGrid.Place place : grid.places()) {
      GlassComposition glass = grid.glass(place);
      points.add(
          new Point(
              place,
              glass,
              value.apply(glass),
              domain.apply(glass) == DomainVerdict.Place.OUTSIDE));
    }
    if (points.stream().allMatch(p -> p.value().isEmpty())) {
      throw new IllegalArgumentException(
          "a map needs at least one glass with a value, got none of " + quantity);
    }
    return new TernaryMap(grid, quantity, points, "", List.of());
  }

  /** What predictions of a pair tell, where the glass has the pair. */
  static TernaryMap ofPredictions(
      TernaryGrid grid,
      GlassPcfPipeline pipeline,
      ElementPair pair,
      String quantity,
      Function<PcfPrediction, Optional<Interval>> value) {
    return of(
        grid,
        quantity,
        glass ->
            glass.pairs().contains(pair)
                ? value.apply(pipeline.predict(glass, pair))
                : Optional.empty(),
        glass ->
            glass.pairs().contains(pair)
                ? pipeline.predict(glass, pair).domain().place()
                : DomainVerdict.Place.OUTSIDE);
  }

  /**
   * Marks glasses by dots, such as those that were trained on. Glasses of other oxides, or of other
   * amounts of the fixed ones, have no place on the map and are left out.
   *
   * @param name what they are, in the note below the map
   * @param value any glasses
   * @return a changed copy
   */
  public TernaryMap withGlasses(String name, List<GlassComposition> value) {
    return new TernaryMap(grid, quantity, points, name, value);
  }

  /**
   * Returns what is mapped.
   *
   * @return the quantity, with its unit if it has one
   */
  public String quantity() {
    return quantity;
  }

  /**
   * Returns the grid.
   *
   * @return oxides and step
   */
  public TernaryGrid grid() {
    return grid;
  }

  /**
   * Returns the values.
   *
   * @return the glasses, from the edge without the first oxide to its corner; unmodifiable
   */
  public List<Point> points() {
    return points;
  }

  String marked() {
    return marked;
  }

  /** The places of marked glasses. */
  List<TernaryGrid.Place> marks() {
    return glasses.stream().flatMap(g -> grid.place(g).stream()).toList();
  }

  Map<TernaryGrid.Place, Point> byPlace() {
    Map<TernaryGrid.Place, Point> byPlace = new LinkedHashMap<>();
    points.forEach(point -> byPlace.put(point.place(), point));
    return byPlace;
  }

  /** The oxides and conditions that are the same everywhere, in words; empty without. */
  String fixedText() {
    StringBuilder out = new StringBuilder();
    grid.fixed()
        .forEach(
            (oxide, amount) ->
                out.append(out.isEmpty() ? "With " : " and ")
                    .append(TernaryPlot.number(amount))
                    .append(" mol% ")
                    .append(PlotLabels.of(oxide)));
    grid.conditions()
        .forEach(
            (input, value) ->
                out.append(out.isEmpty() ? "At " : ", ")
                    .append(input.name())
                    .append(' ')
                    .append(TernaryPlot.number(value))
                    .append(' ')
                    .append(input.unit()));
    return out.toString();
  }
}
