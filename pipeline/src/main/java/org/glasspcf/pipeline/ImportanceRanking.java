package org.glasspcf.pipeline;

import java.util.Comparator;
import java.util.List;

/**
 * What permuting each input of a predictor does to its errors; {@link SlotImportance} makes it.
 *
 * @param curves test curves that were predicted, at least 1
 * @param rmse RMSE of g over them with nothing permuted (1)
 * @param repeats permutations of each input, at least 1
 * @param effects every input, the one with the largest effect first; unmodifiable
 */
public record ImportanceRanking(int curves, double rmse, int repeats, List<Effect> effects) {

  /**
   * What permuting one input does.
   *
   * @param input the slot or coordinate
   * @param rise mean over the repeats of RMSE permuted − RMSE (1); below 0 if permuting helps
   * @param deviation standard deviation over the repeats (1), divisor n − 1; 0 for one repeat
   */
  public record Effect(String input, double rise, double deviation) {

    /**
     * Tells whether anything came of permuting.
     *
     * @return false if the error stayed the same in every repeat
     */
    public boolean any() {
      return rise != 0 || deviation != 0;
    }
  }

  /**
   * Sorts by effect; inputs of equal effect keep their order.
   *
   * @param curves test curves that were predicted
   * @param rmse RMSE of g over them (1)
   * @param repeats permutations of each input
   * @param effects every input
   */
  public ImportanceRanking {
    effects = effects.stream().sorted(Comparator.comparing(e -> -e.rise())).toList();
  }
}
