package org.glasspcf.core.trajectory;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;

/**
 * What LAMMPS itself counted: the file that {@code fix ave/time … mode vector} makes of {@code
 * compute rdf}. Immutable.
 *
 * <pre>
 * compute g all rdf 500 1 1 1 3 3 3 cutoff 10.0
 * fix g all ave/time 50 100 5000 c_g[*] file rdf.out mode vector
 * </pre>
 *
 * <p>The file does not name the pairs: they are those of the compute, in its order, here Si-Si,
 * Si-O and O-O. For each pair it holds g(r), the mean density of neighbors in a shell over that in
 * the whole box (like pairs: (N − 1)/V, so that g → 1 − O(1/N)), and the coordination n(r), the
 * running sum of g times the shell's volume times that density: the neighbors of one center up to
 * the <em>outer</em> edge of the bin. r is the middle of the bin (Å), on even bins from 0.
 */
public final class LammpsRdf {
  private final RadialGrid grid;
  private final SortedMap<ElementPair, PairCorrelationFunction> curves;
  private final Map<DirectedPair, double[]> coordinations;
  private final int blocks;
  private final Optional<String> dropped;

  private LammpsRdf(
      RadialGrid grid,
      SortedMap<ElementPair, PairCorrelationFunction> curves,
      Map<DirectedPair, double[]> coordinations,
      int blocks,
      Optional<String> dropped) {
    this.grid = grid;
    this.curves = curves;
    this.coordinations = coordinations;
    this.blocks = blocks;
    this.dropped = dropped;
  }

  /** Which of a file's blocks to take. Each is one output of {@code fix ave/time}. */
  public static final class Blocks {
    /** The last one: for {@code ave running}, or when only the end is in equilibrium. */
    public static final Blocks LAST = new Blocks(false, false);

    /** The mean of all: for {@code ave one}, whose blocks are averages of one stretch each. */
    public static final Blocks MEAN = new Blocks(true, false);

    private final boolean mean;
    private final boolean truncatedDropped;

    private Blocks(boolean mean, boolean truncatedDropped) {
      this.mean = mean;
      this.truncatedDropped = truncatedDropped;
    }

    /**
     * Leaves out a last block that is cut off, as a running or killed simulation leaves it; {@link
     * LammpsRdf#droppedBlock} then says so.
     *
     * @return the same choice among the whole blocks
     */
    public Blocks withTruncatedLastBlockDropped() {
      return new Blocks(mean, true);
    }

    boolean isMean() {
      return mean;
    }

    boolean truncatedDropped() {
      return truncatedDropped;
    }

    @Override
    public String toString() {
      return (mean ? "mean of all" : "last") + (truncatedDropped ? " whole" : "");
    }
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @param file output of {@code fix ave/time … mode vector} with both columns of every pair
   * @param order the pairs in the order of the compute's arguments, centers first
   * @param blocks which blocks to take
   * @return its curves
   * @throws IllegalArgumentException if there is no pair, or one is there twice
   * @throws org.glasspcf.core.GlassDataException if the file breaks the format: not as many columns
   *     as the pairs need, not as many rows as a block states, uneven bins, a g that is negative or
   *     not a finite number, an n that falls, a last block cut off, blocks that do not fit
   *     together, or two directions of one pair whose g differ
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static LammpsRdf read(Path file, List<DirectedPair> order, Blocks blocks) {
    return LammpsRdfReader.read(file, order, blocks);
  }

  /** Puts together what was read: g and n of the pairs, in their order. */
  static LammpsRdf of(
      RadialGrid grid,
      List<DirectedPair> order,
      List<double[]> g,
      List<double[]> n,
      int blocks,
      Optional<String> dropped) {
    SortedMap<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    Map<DirectedPair, double[]> coordinations = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      curves.putIfAbsent(order.get(i).pair(), PairCorrelationFunction.of(grid, g.get(i)));
      coordinations.put(order.get(i), n.get(i).clone());
    }
    return new LammpsRdf(
        grid, Collections.unmodifiableSortedMap(curves), coordinations, blocks, dropped);
  }

  /**
   * The bins.
   *
   * @return even shells from 0 (Å)
   */
  public RadialGrid grid() {
    return grid;
  }

  /**
   * The curves.
   *
   * @return g(r) of every pair; immutable
   */
  public SortedMap<ElementPair, PairCorrelationFunction> curves() {
    return curves;
  }

  /**
   * One curve.
   *
   * @param pair a pair of the file
   * @return its g(r)
   * @throws IllegalArgumentException if the file does not have it
   */
  public PairCorrelationFunction curve(ElementPair pair) {
    PairCorrelationFunction curve = curves.get(pair);
    if (curve == null) {
      throw new IllegalArgumentException(
          "the pair must be one of " + curves.keySet() + ", got " + pair);
    }
    return curve;
  }

  /**
   * The pairs whose coordination the file has.
   *
   * @return the pairs in the order of the file's columns
   */
  public List<DirectedPair> order() {
    return List.copyOf(coordinations.keySet());
  }

  /**
   * The running coordination number n(r).
   *
   * @param center the element at the center
   * @param neighbor the element counted around it
   * @return how many neighbors one center has (1) up to the outer edge of each bin; a fresh copy
   * @throws IllegalArgumentException if the file does not have the pair in this direction
   */
  public double[] coordination(Element center, Element neighbor) {
    double[] values = coordinations.get(new DirectedPair(center, neighbor));
    if (values == null) {
      throw new IllegalArgumentException(
          "coordination numbers must be those of one of "
              + coordinations.keySet()
              + ", center first, got "
              + new DirectedPair(center, neighbor));
    }
    return values.clone();
  }

  /**
   * The number of blocks that the curves are made of.
   *
   * @return all whole blocks of the file for their mean, otherwise 1
   */
  public int blocks() {
    return blocks;
  }

  /**
   * Whether a last block was left out.
   *
   * @return which one, with file, line and reason, if it was asked for; otherwise empty
   */
  public Optional<String> droppedBlock() {
    return dropped;
  }

  @Override
  public String toString() {
    return "g(r) of " + curves.keySet() + " on " + grid;
  }
}
