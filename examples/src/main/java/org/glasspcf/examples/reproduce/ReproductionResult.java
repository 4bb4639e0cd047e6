package org.glasspcf.examples.reproduce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.dataset.SplitKind;

/**
 * What a reproduction came to so far. Immutable.
 *
 * @param options how long it worked
 * @param source the data
 * @param experiments the finished ones
 * @param forests their scans of the forest's settings; none where no latent is alive
 * @param latentSizes networks of several latent sizes at the paper's size, by kind of split
 * @param seeds networks of further seeds, by curve at the paper's size
 * @param complete whether nothing is left to do
 */
record ReproductionResult(
    ReproductionOptions options,
    Source source,
    Map<Setting, ExperimentResult> experiments,
    Map<Setting, ForestScans> forests,
    Map<SplitKind, List<NetworkCheck>> latentSizes,
    List<NetworkCheck> seeds,
    boolean complete) {

  /**
   * Where the curves come from.
   *
   * @param glasses glasses of the training part
   * @param curves its curves
   * @param sha256 its hash
   * @param heldOut glasses on the data set's fixed test list, which are not in the training part
   */
  record Source(int glasses, int curves, String sha256, int heldOut) {}

  ReproductionResult {
    experiments = Collections.unmodifiableMap(new LinkedHashMap<>(experiments));
    forests = Collections.unmodifiableMap(new LinkedHashMap<>(forests));
    latentSizes = Collections.unmodifiableMap(new LinkedHashMap<>(latentSizes));
    seeds = List.copyOf(seeds);
  }

  Optional<ExperimentResult> experiment(Setting setting) {
    return Optional.ofNullable(experiments.get(setting));
  }

  Optional<ForestScans> forests(Setting setting) {
    return Optional.ofNullable(forests.get(setting));
  }
}
