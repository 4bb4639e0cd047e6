package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.design.DesignCandidate;
import org.glasspcf.pipeline.design.DesignOutcome;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignTarget;

/** Notes on coordination numbers of boron that no oxide glass has, and that a model may give. */
final class BoronNote {
  private static final ElementPair B_O = ElementPair.of("B", "O");
  private static final double LEAST = 3;
  private static final double MOST = 4;
  private static final String RULE = "note: boron in oxide glasses has 3 to 4 oxygens: ";
  private static final String ABOVE = RULE + "a prediction above 4 is the model's error";

  private final PrintWriter err;

  BoronNote(PrintWriter err) {
    this.err = err;
  }

  /** Says that a wanted number is out of reach. */
  void onTargets(List<TargetText> targets) {
    for (TargetText text : targets) {
      DesignTarget target = text.target();
      if (isBoronCoordination(target)
          && target.value().isPresent()
          && !isPossible(target.value().getAsDouble())) {
        err.println(RULE + "no glass has " + text.text());
      }
    }
  }

  /** Says that a predicted number above 4 is an error of the model. */
  void onCandidates(List<DesignCandidate> candidates) {
    String above =
        candidates.stream()
            .flatMap(candidate -> candidate.outcomes().stream())
            .filter(outcome -> isBoronCoordination(outcome.target()) && outcome.value() > MOST)
            .map(BoronNote::told)
            .collect(Collectors.joining(", "));
    if (!above.isEmpty()) {
      err.println(ABOVE + " (" + above + ")");
    }
  }

  /** The note on a predicted number; empty if it can be. */
  static Optional<String> on(ElementPair pair, OptionalDouble number) {
    return pair.equals(B_O) && number.isPresent() && number.getAsDouble() > MOST
        ? Optional.of(ABOVE)
        : Optional.empty();
  }

  private static boolean isBoronCoordination(DesignTarget target) {
    return target.pair().equals(B_O) && target.quantity() == DesignQuantity.COORDINATION_NUMBER;
  }

  private static boolean isPossible(double number) {
    return number >= LEAST && number <= MOST;
  }

  private static String told(DesignOutcome outcome) {
    return String.format(
        Locale.ROOT, "%.2f for %s", outcome.value(), outcome.prediction().composition());
  }
}
