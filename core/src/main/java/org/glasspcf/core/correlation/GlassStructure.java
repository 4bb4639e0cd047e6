package org.glasspcf.core.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.density.NumberDensities;

/**
 * The short-range structure of a glass: the first shell of every pair of elements, from each of its
 * two sides.
 *
 * <pre>{@code
 * GlassStructure structure = GlassStructure.of(curves, MolarVolumeModel.bundled().densities(glass));
 * for (GlassStructure.Row row : structure.rows()) {
 *   System.out.println(row.center() + "→" + row.neighbor() + " " + row.coordinationNumber());
 * }
 * }</pre>
 *
 * @param rows one for each like pair, two for each unlike one (first the pair's own order, cation →
 *     oxygen), in the order of the pairs; immutable
 */
public record GlassStructure(List<Row> rows) {
  /**
   * The shell of one element around another.
   *
   * @param center the element in the middle
   * @param neighbor the element around it
   * @param search what was found in the pair's curve: peak, minimum and mean distance, or why not
   * @param coordinationNumber mean number of neighbors around a center (1); empty without a shell
   */
  public record Row(
      Element center, Element neighbor, ShellSearch search, OptionalDouble coordinationNumber) {
    /**
     * The shell.
     *
     * @return the first shell; empty if {@link #search()} found none
     */
    public Optional<CoordinationShell> shell() {
      return search.shell();
    }

    /**
     * The shares of BO3 and BO4.
     *
     * @return the shares, for oxygen around boron with a shell; empty otherwise
     */
    public Optional<BoronCoordination> boron() {
      return center == Element.B && neighbor == Element.O && coordinationNumber.isPresent()
          ? Optional.of(new BoronCoordination(coordinationNumber.getAsDouble()))
          : Optional.empty();
    }
  }

  /**
   * A structure of these rows.
   *
   * @param rows the rows; copied
   */
  public GlassStructure {
    rows = List.copyOf(rows);
  }

  /**
   * The structure that curves show.
   *
   * @param curves g_ij(r), measured or predicted; not all pairs of a glass need be there
   * @param densities the number densities of the same glass
   * @return the structure
   * @throws IllegalArgumentException if an element of a pair has no density
   */
  public static GlassStructure of(
      Map<ElementPair, PairCorrelationFunction> curves, NumberDensities densities) {
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(curves)
        .forEach(
            (pair, curve) -> {
              for (Element element : List.of(pair.first(), pair.second())) {
                if (!densities.elements().contains(element)) {
                  throw new IllegalArgumentException(
                      "the structure of " + pair + " needs a density of " + element.symbol());
                }
              }
              ShellSearch search = ShellSearch.of(curve);
              rows.add(row(pair.first(), pair.second(), search, densities));
              if (!pair.isLike()) {
                rows.add(row(pair.second(), pair.first(), search, densities));
              }
            });
    return new GlassStructure(rows);
  }

  private static Row row(
      Element center, Element neighbor, ShellSearch search, NumberDensities densities) {
    return new Row(
        center,
        neighbor,
        search,
        search.shell().stream()
            .mapToDouble(shell -> shell.coordinationNumber(densities, center, neighbor))
            .findFirst());
  }

  /**
   * One row.
   *
   * @param center the element in the middle
   * @param neighbor the element around it
   * @return its row; empty if there was no curve of this pair
   */
  public Optional<Row> row(Element center, Element neighbor) {
    return rows.stream()
        .filter(row -> row.center() == center && row.neighbor() == neighbor)
        .findFirst();
  }
}
