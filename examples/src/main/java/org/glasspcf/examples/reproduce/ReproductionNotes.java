package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has to be known to read the table. */
final class ReproductionNotes {
  private ReproductionNotes() {}

  static List<String> head(ReproductionResult result) {
    ReproductionOptions options = result.options();
    ReproductionResult.Source source = result.source();
    List<String> lines = new ArrayList<>();
    lines.add("# The paper's protocol on our data");
    lines.add("");
    if (options.quick()) {
      lines.add(
          "**QUICK RUN: "
              + count(options.epochs(), "epoch")
              + " instead of "
              + PaperValues.EPOCHS
              + ". Networks are not trained: no number of them or of their latents says anything about"
              + " the method.**");
      lines.add("");
    } else if (options.epochs() < PaperValues.EPOCHS) {
      lines.add(
          "**Shorter than the paper's: "
              + count(options.epochs(), "epoch")
              + " instead of "
              + PaperValues.EPOCHS
              + ".**");
      lines.add("");
    }
    if (!result.complete()) {
      lines.add(
          "**Unfinished: the run that wrote this goes on, or was stopped. Start it again to go on"
              + " after the last finished stage.**");
      lines.add("");
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Data: the training part, %d glasses, %d curves. The %d glasses of the fixed test list"
                + " never enter, in training, choice or test.",
            source.glasses(),
            source.curves(),
            source.heldOut()));
    return lines;
  }

  static List<String> foot(ReproductionResult result) {
    ReproductionOptions options = result.options();
    int perEpoch = ReproductionOptions.steps(options.trainingCurves());
    List<String> lines = new ArrayList<>();
    lines.add("## How to read this");
    lines.add("");
    lines.add(
        "- Paper: Ayush, Sahu, Ali and Patra, arXiv:2308.11151 (2023), on other simulations; compare"
            + " our columns with each other.");
    lines.add(
        "- By curve: a fifth of the curves is for test, at random, as in the paper; other curves of"
            + " the same glasses are trained on. By glass: all curves of a glass stand on one side.");
    lines.add(
        "- "
            + options.curves()
            + " curves: the paper's size, drawn from the two sides of the split of all curves, "
            + options.trainingCurves()
            + " and "
            + options.testCurves()
            + ".");
    lines.add(
        "- Epochs over all curves: "
            + (options.epochsAll().isPresent()
                ? "as asked for."
                : String.format(
                    Locale.ROOT,
                    "as many as make the optimization steps of the smaller size, %d × %d = %,d.",
                    options.epochs(),
                    perEpoch,
                    options.epochs() * perEpoch)));
    lines.add(
        "- Seed: some kernels lead to a network that draws black images and stays with them. One whose"
            + " training loss is not below "
            + text(NetworkTraining.BLACK)
            + " times a black image's after "
            + count(options.trialEpochs(), "epoch")
            + " (at the smaller size, or as many steps) is left for the next seed, up to "
            + count(options.trials(), "seed")
            + "; test images have no say. Trainings that are not longer than that take the first"
            + " seed.");
    lines.add(
        "- Trees, features, depth and samples are scanned on the test curves, because the paper does"
            + " so: they are chosen on the curves that they are judged by. Best: least mean error of"
            + " standardized live latents over "
            + count(options.forestSeeds(), "seed")
            + "; in parentheses how much larger it is with the paper's value.");
    lines.add(
        "- Image MSE: pixels in 0–1, images rounded to 8 bits. A picture of a curve is mostly black,"
            + " so a black image and the mean training image of the pair are the scale to read it by.");
    lines.add(
        "- R² and RMSE of g(r): all test curves, 100 bins of 0.1 Å; latent R² is pooled over latents,"
            + " each around its own mean.");
    lines.add(
        "- The direct forest has the paper's options and fingerprint. The paper's Figure 8 plots all"
            + " curves, training curves among them; ours shows both, and tells them apart.");
    lines.add(
        "- Training data: SHA-256 " + result.source().sha256() + ", seed " + options.seed() + ".");
    return lines;
  }

  private static String text(double value) {
    return Double.toString(value);
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
