package org.glasspcf.core.correlation;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;

/**
 * Computes the partial pair correlation functions g_ij(r) of simulated atoms, all pairs of elements
 * at once. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * try (TrajectoryReader frames = TrajectoryReader.open(Path.of("traj.dump.gz"))) {
 *   PairCorrelations md = PairCorrelationCalculator.of(RadialGrid.uniform(10, 500)).ofFrames(frames);
 *   PairCorrelationFunction siO = md.curve(ElementPair.of("Si", "O")); // the mean over the frames
 *   double[] n = md.runningCoordination(Element.Si, Element.O); // neighbors within each outer edge
 * }
 * }</pre>
 *
 * <p>In one frame of volume V, with n_ij the mean number of atoms j whose distance from an atom i
 * falls into a bin of inner edge r₀ and outer edge r₁,
 *
 * <pre>
 *   g_ij = n_ij / (ρ_j · 4π/3 · (r₁³ − r₀³)),   ρ_j = N_j/V for i ≠ j,   ρ_i = (N_i − 1)/V for i = j
 * </pre>
 *
 * which is 1 in an ideal gas of any number of atoms. This is the normalization of LAMMPS's {@code
 * compute rdf}, and so are the bins: a distance r belongs to bin ⌊r · (1/Δr)⌋, computed in double
 * precision. Of several frames the mean of their g is taken, whatever their volumes, as {@code fix
 * ave/time} does.
 *
 * <p>Distances are those of the nearest periodic images, in any right-handed cell and wherever the
 * atoms are; the last edge of the grid, r_max, must not lie beyond half the least width of the
 * cell, or an atom would meet two images of another. Time grows linearly with the number of atoms
 * at one density, for pairs are looked for in neighboring parts of the cell only. Pairs are counted
 * in whole numbers: the result is the same to the last bit with any number of threads.
 *
 * <p>The calling thread always takes part. By default tasks in the common pool help it on all
 * processors; helpers that do not get to run cost nothing but time, so that a calculation may
 * itself be a task of the same pool. While they count one frame, the calling thread fetches the
 * next: two frames are held at a time.
 */
public final class PairCorrelationCalculator {
  private static final double EDGE_TOLERANCE = 1e-9;
  private static final double WIDTH_TOLERANCE = 1e-12;

  private final RadialGrid grid;
  private final Executor executor;
  private final int parallelism;

  private PairCorrelationCalculator(RadialGrid grid, Executor executor, int parallelism) {
    this.grid = grid;
    this.executor = Objects.requireNonNull(executor, "executor");
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, got " + parallelism);
    }
    this.parallelism = parallelism;
  }

  /**
   * A calculator that is helped by the common pool on all processors.
   *
   * @param grid the bins (Å): of one width (to 1e-9 Å), from 0
   * @return the calculator
   * @throws IllegalArgumentException if the grid does not start at 0 or its bins differ in width
   */
  public static PairCorrelationCalculator of(RadialGrid grid) {
    double width = grid.rMax() / grid.bins();
    for (int edge = 0; edge <= grid.bins(); edge++) {
      if (!(Math.abs(grid.edge(edge) - edge * width) <= EDGE_TOLERANCE)) {
        throw new IllegalArgumentException(
            "pairs are counted in bins of one width from 0 (Å), got a grid of "
                + grid
                + " whose edge "
                + edge
                + " is at "
                + grid.edge(edge)
                + " Å; re-bin the curves for another one");
      }
    }
    return new PairCorrelationCalculator(
        grid, ForkJoinPool.commonPool(), ForkJoinPool.getCommonPoolParallelism() + 1);
  }

  /**
   * The same calculator, helped by an executor of the caller's.
   *
   * @param executor what runs the tasks that help the calling thread; it is not shut down
   * @param parallelism the number of threads to use at most, with the calling one, at least 1
   * @return the calculator
   * @throws IllegalArgumentException if the parallelism is below 1
   */
  public PairCorrelationCalculator withExecutor(Executor executor, int parallelism) {
    return new PairCorrelationCalculator(grid, executor, parallelism);
  }

  /**
   * The same calculator with another number of threads.
   *
   * @param parallelism the number of threads to use at most, with the calling one; with 1
   *     everything is computed on the calling thread
   * @return the calculator
   * @throws IllegalArgumentException if the parallelism is below 1
   */
  public PairCorrelationCalculator withParallelism(int parallelism) {
    return new PairCorrelationCalculator(grid, executor, parallelism);
  }

  /**
   * The curves of one frame.
   *
   * @param frame the atoms
   * @return g_ij(r) and n_ij(r) of all pairs of its elements
   * @throws IllegalArgumentException if the cell is not periodic in all directions, or r_max is
   *     beyond half its least width
   * @throws CalculationInterruptedException if the calling thread is interrupted
   */
  public PairCorrelations of(Frame frame) {
    return ofFrames(List.of(frame));
  }

  /**
   * The mean curves of several frames.
   *
   * @param frames at least one frame, with one number of atoms of each element in all of them
   * @return g_ij(r) and n_ij(r) of all pairs of elements, averaged over the frames
   * @throws IllegalArgumentException if there is no frame, the numbers of atoms differ, a cell is
   *     not periodic in all directions, or r_max is beyond half its least width
   * @throws CalculationInterruptedException if the calling thread is interrupted
   */
  public PairCorrelations ofFrames(Iterable<Frame> frames) {
    return ofFrames(frames.iterator());
  }

  /**
   * The mean curves of frames that are read one after the other, such as those of a {@link
   * org.glasspcf.core.trajectory.TrajectoryReader}.
   *
   * @param frames at least one frame, with one number of atoms of each element in all of them; used
   *     on the calling thread only, to its end
   * @return g_ij(r) and n_ij(r) of all pairs of elements, averaged over the frames
   * @throws IllegalArgumentException if there is no frame, the numbers of atoms differ, a cell is
   *     not periodic in all directions, or r_max is beyond half its least width
   * @throws CalculationInterruptedException if the calling thread is interrupted
   */
  public PairCorrelations ofFrames(Iterator<Frame> frames) {
    if (!frames.hasNext()) {
      throw new IllegalArgumentException("pair correlations need at least one frame, got none");
    }
    Frame frame = frames.next();
    PairTally tally = new PairTally(grid, frame.atomCounts());
    try (CountingTeam team = new CountingTeam(tally, executor, parallelism)) {
      team.start(cells(frame, tally));
      while (frames.hasNext()) {
        CellLists next = cells(frames.next(), tally);
        team.finish();
        team.start(next);
      }
      team.finish();
    }
    return tally.result();
  }

  private CellLists cells(Frame frame, PairTally tally) {
    int number = tally.announce(frame.atomCounts());
    SimulationCell cell = frame.cell();
    if (!cell.fullyPeriodic()) {
      throw new IllegalArgumentException(
          "a cell must repeat along all three vectors for g(r) to be normalized by its volume, but"
              + " that of frame "
              + number
              + " does not");
    }
    double half = Math.min(cell.width(0), Math.min(cell.width(1), cell.width(2))) / 2;
    if (!(grid.rMax() <= half * (1 + WIDTH_TOLERANCE))) {
      throw new IllegalArgumentException(
          "r_max must not be beyond half the least width of the cell, where an atom meets a second"
              + " image of another: got "
              + grid.rMax()
              + " Å for "
              + half
              + " Å in frame "
              + number
              + "; use a grid that ends there or a larger simulation (Frame.replicated lets any"
              + " r_max pass, but its copies are no new structure)");
    }
    return CellLists.of(frame, tally::elementIndex, grid.rMax());
  }
}
