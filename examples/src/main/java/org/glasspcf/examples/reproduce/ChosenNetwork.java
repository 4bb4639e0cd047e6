package org.glasspcf.examples.reproduce;

import java.util.List;
import java.util.stream.Collectors;
import org.glasspcf.encoder.AutoencoderOptions;

/**
 * A network that was trained to its end, and the seeds that were left for its.
 *
 * @param options how it was trained, seed included
 * @param trained the network
 * @param seconds how long its training took (s)
 * @param stayedBlack seeds whose networks stayed no better than a black image; if all did, the
 *     first of them was trained to its end all the same
 */
record ChosenNetwork(
    AutoencoderOptions options, TrainedNetwork trained, double seconds, List<Long> stayedBlack) {
  ChosenNetwork {
    stayedBlack = List.copyOf(stayedBlack);
  }

  int epochs() {
    return options.epochs();
  }

  /** The seed, and in parentheses those that were left. */
  String seedText() {
    if (stayedBlack.isEmpty()) {
      return Long.toString(options.seed());
    }
    String left = stayedBlack.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return options.seed() + " (" + left + ")";
  }
}
