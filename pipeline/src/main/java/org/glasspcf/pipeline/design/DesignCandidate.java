package org.glasspcf.pipeline.design;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;

/**
 * A glass that a search returns.
 *
 * @param composition the glass
 * @param outcomes how it does on each target, in the objective's order
 * @param domain its verdict for the target's pair that lies farthest out
 * @param misfit what it was ranked by (1), see {@link DesignObjective}
 */
public record DesignCandidate(
    GlassComposition composition,
    List<DesignOutcome> outcomes,
    DomainVerdict domain,
    double misfit) {

  /**
   * Copies the list.
   *
   * @param composition the glass
   * @param outcomes how it does on each target
   * @param domain its verdict
   * @param misfit what it was ranked by
   */
  public DesignCandidate {
    Objects.requireNonNull(composition, "composition");
    Objects.requireNonNull(domain, "domain");
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Tells whether the predictions are within the tolerance of every target.
   *
   * @return false if the space has nothing nearer to a target than its tolerance; {@link
   *     DesignOutcome#miss()} says how near this glass comes
   */
  public boolean meetsTargets() {
    return outcomes.stream().allMatch(DesignOutcome::isMet);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (misfit %.3f, %s)",
        composition,
        misfit,
        meetsTargets() ? "meets its targets" : "does not meet its targets");
  }
}
