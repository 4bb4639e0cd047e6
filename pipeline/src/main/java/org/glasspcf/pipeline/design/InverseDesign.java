package org.glasspcf.pipeline.design;

import java.util.List;
import java.util.Objects;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.pipeline.GlassPcfPipeline;

/**
 * Finds compositions whose predicted structure comes nearest to what is wanted.
 *
 * <pre>{@code
 * ElementPair bO = ElementPair.of("B", "O");
 * CompositionGrid grid =
 *     CompositionGrid.of(
 *         0.5, // mol%
 *         OxideRange.of(Oxide.SiO2, 40, 80),
 *         OxideRange.of(Oxide.B2O3, 10, 40),
 *         OxideRange.rest(Oxide.Na2O));
 * var glasses =
 *     InverseDesign.of(GlassPcfPipeline.pretrained())
 *         .search(
 *             DesignObjective.of(
 *                 DesignTarget.near(bO, DesignQuantity.COORDINATION_NUMBER, 3.7)),
 *             DesignSpace.of(grid),
 *             0); // seed
 * glasses.get(0).composition();
 * glasses.get(0).outcomes().get(0).interval(); // of a new melt's coordination number
 * }</pre>
 *
 * <p><b>How it searches.</b> Glasses are drawn from the grid by the seed, none twice, until {@link
 * #withDraws 20,000} hold the constraints; a space that has no more is looked at whole, and what
 * comes first is then the best there is. Otherwise the best glasses that were drawn, some distance
 * from each other, are refined: 4 mol% or so of one oxide are exchanged for another as long as that
 * makes it better, then half as much, down to one step.
 *
 * <p><b>How it ranks.</b> Glasses within the tolerance of every target come first. Then the
 * {@linkplain DesignObjective misfit} decides; equal ones are ordered by their amounts in the order
 * of the grid's oxides, the smaller first. Of glasses nearer to each other than {@link
 * #withDistance 5 mol%} only the best is returned, so that candidates are alternatives. Glasses
 * outside the {@linkplain org.glasspcf.pipeline.uncertainty.TrainingDomain training domain} of a
 * target's pair are left out, or with {@link #allowingOutside()} come after all others. A glass
 * without one of the pairs is no candidate.
 *
 * <p>A target that nothing in the space reaches is no error: the candidates are those that come
 * nearest, and {@link DesignCandidate#meetsTargets()} says that they do not meet it.
 *
 * <p>Equal pipelines, objectives, spaces, seeds and settings give equal candidates to the bit, on
 * any number of threads. Immutable; safe to share between threads.
 */
public final class InverseDesign {
  /** The most candidates of a search: {@value}. */
  public static final int MOST_CANDIDATES = 1000;

  /** The most glasses that a search draws: {@value}. */
  public static final int MOST_DRAWS = 1_000_000;

  /** The most threads of a search: {@value}. */
  public static final int MOST_THREADS = 1024;

  private final GlassPcfPipeline pipeline;
  private final Settings settings;

  /**
   * How to search.
   *
   * @param count the most candidates
   * @param distance the least distance between them (mol%)
   * @param draws glasses drawn
   * @param threads threads that predict
   * @param countsSpread whether the spread of melts is part of the misfit
   * @param allowsOutside whether glasses outside the training domain are candidates
   * @param volumes gives densities
   */
  record Settings(
      int count,
      double distance,
      int draws,
      int threads,
      boolean countsSpread,
      boolean allowsOutside,
      MolarVolumeModel volumes) {}

  private InverseDesign(GlassPcfPipeline pipeline, Settings settings) {
    this.pipeline = pipeline;
    this.settings = settings;
  }

  /**
   * A search by default settings.
   *
   * @param pipeline predicts
   * @return a search for five candidates, on as many threads as there are processors
   */
  public static InverseDesign of(GlassPcfPipeline pipeline) {
    Objects.requireNonNull(pipeline, "pipeline");
    int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    return new InverseDesign(
        pipeline, new Settings(5, 5, 20_000, processors, true, false, MolarVolumeModel.bundled()));
  }

  /**
   * The same search for another number of candidates.
   *
   * @param changed the most candidates to return, from 1 to {@value #MOST_CANDIDATES}
   * @return the changed search
   * @throws IllegalArgumentException if it is out of that range
   */
  public InverseDesign withCount(int changed) {
    requireUpTo(MOST_CANDIDATES, changed, "candidates");
    return new InverseDesign(
        pipeline,
        new Settings(
            changed,
            settings.distance,
            settings.draws,
            settings.threads,
            settings.countsSpread,
            settings.allowsOutside,
            settings.volumes));
  }

  /**
   * The same search with candidates closer together or farther apart.
   *
   * @param changed the least distance between two candidates (mol%), from 0 to 100: {@link
   *     org.glasspcf.pipeline.uncertainty.TrainingDomain#distance(org.glasspcf.core.GlassComposition,
   *     org.glasspcf.core.GlassComposition) what has to be exchanged}
   * @return the changed search
   * @throws IllegalArgumentException if it is out of that range
   */
  public InverseDesign withDistance(double changed) {
    if (!(changed >= 0 && changed <= 100)) {
      throw new IllegalArgumentException(
          "the distance between candidates must be from 0 to 100 (mol%), got " + changed);
    }
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            changed,
            settings.draws,
            settings.threads,
            settings.countsSpread,
            settings.allowsOutside,
            settings.volumes));
  }

  /**
   * The same search with more or fewer glasses drawn before the best are refined.
   *
   * @param changed how many to draw that hold the constraints, from 1 to {@value #MOST_DRAWS}; for
   *     each, at most 50 glasses of the grid are tried
   * @return the changed search
   * @throws IllegalArgumentException if it is out of that range
   */
  public InverseDesign withDraws(int changed) {
    requireUpTo(MOST_DRAWS, changed, "draws");
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            settings.distance,
            changed,
            settings.threads,
            settings.countsSpread,
            settings.allowsOutside,
            settings.volumes));
  }

  /**
   * The same search on another number of threads; results do not depend on it.
   *
   * @param changed how many threads predict, from 1 to {@value #MOST_THREADS}
   * @return the changed search
   * @throws IllegalArgumentException if it is out of that range
   */
  public InverseDesign withThreads(int changed) {
    requireUpTo(MOST_THREADS, changed, "threads");
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            settings.distance,
            settings.draws,
            changed,
            settings.countsSpread,
            settings.allowsOutside,
            settings.volumes));
  }

  /**
   * The same search by predictions alone: the spread of melts is no part of the misfit. A pipeline
   * without bands can search only so.
   *
   * @return the changed search
   */
  public InverseDesign ignoringSpread() {
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            settings.distance,
            settings.draws,
            settings.threads,
            false,
            settings.allowsOutside,
            settings.volumes));
  }

  /**
   * The same search, with glasses outside the training domain ranked after all others.
   *
   * @return the changed search
   */
  public InverseDesign allowingOutside() {
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            settings.distance,
            settings.draws,
            settings.threads,
            settings.countsSpread,
            true,
            settings.volumes));
  }

  /**
   * The same search with other densities, which coordination numbers need.
   *
   * @param changed molar volumes, by default those of the bundled simulations
   * @return the changed search
   */
  public InverseDesign withVolumes(MolarVolumeModel changed) {
    return new InverseDesign(
        pipeline,
        new Settings(
            settings.count,
            settings.distance,
            settings.draws,
            settings.threads,
            settings.countsSpread,
            settings.allowsOutside,
            Objects.requireNonNull(changed, "volumes")));
  }

  private static void requireUpTo(int most, int number, String what) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "a search must have from 1 to " + most + " " + what + ", got " + number);
    }
  }

  /**
   * Searches.
   *
   * @param objective what is wanted
   * @param space where to search
   * @param seed which glasses are drawn, if the space has more than are
   * @return the best candidates, the best first: as many as asked for, or fewer if the space has no
   *     more at the distance asked for
   * @throws IllegalArgumentException if an oxide of the space is unknown to the pipeline or a
   *     target's pair is not of its elements; if the spread of melts counts and the pipeline does
   *     not know it; if no glass that was looked at holds the constraints, has the targets' pairs
   *     and is inside the training domain or at its edge; or if a glass cannot be predicted
   * @throws org.glasspcf.pipeline.uncertainty.OutsideDomainException if the pipeline {@linkplain
   *     GlassPcfPipeline#refusingOutside() refuses} extrapolations and a glass of the space is one;
   *     a search leaves these out by itself, so give it a pipeline that does not
   * @throws org.glasspcf.core.correlation.CalculationInterruptedException if the thread is
   *     interrupted; its interrupt flag stays set
   */
  public List<DesignCandidate> search(DesignObjective objective, DesignSpace space, long seed) {
    return new DesignSearch(new GlassScorer(pipeline, objective, settings), space, settings)
        .search(seed);
  }

  @Override
  public String toString() {
    return "InverseDesign["
        + settings.count
        + " candidates, "
        + settings.distance
        + " mol% apart, "
        + settings.draws
        + " draws]";
  }
}
