package org.glasspcf.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.encoder.TrainingProgress;

/** Shows a training's progress: as a bar on a terminal, as a line now and then elsewhere. */
final class ProgressPrinter implements TrainingListener, AutoCloseable {
  private static final int LINES = 12;
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

  private final PrintWriter err;
  private final Optional<PrintStream> terminal;
  private Optional<ProgressBar> bar = Optional.empty();

  private ProgressPrinter(PrintWriter err, Optional<PrintStream> terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  static ProgressPrinter lines(PrintWriter err) {
    return new ProgressPrinter(err, Optional.empty());
  }

  /** A bar if errors go to a terminal, otherwise lines. */
  static ProgressPrinter forTerminal(PrintWriter err, PrintStream stream) {
    return new ProgressPrinter(err, isTerminal() ? Optional.of(stream) : Optional.empty());
  }

  static boolean isTerminal() {
    try {
      if (Files.exists(ERROR_STREAM)) {
        String target = Files.readSymbolicLink(ERROR_STREAM).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
    } catch (IOException e) {
      return false;
    }
    return System.console() != null;
  }

  @Override
  public void onEpoch(TrainingProgress progress) {
    if (terminal.isPresent()) {
      showBar(terminal.get(), progress);
    } else if (isShown(progress.epoch(), progress.epochs())) {
      err.printf(
          Locale.ROOT,
          "epoch %d/%d  %s  %s left%n",
          progress.epoch(),
          progress.epochs(),
          losses(progress),
          shortly(progress.timeLeft()));
    }
  }

  private static boolean isShown(int epoch, int epochs) {
    return epoch == 1 || epoch == epochs || epoch % Math.max(1, epochs / LINES) == 0;
  }

  private static String losses(TrainingProgress progress) {
    String validation =
        progress.validationLoss().isPresent()
            ? String.format(
                Locale.ROOT, "  validation %.5f", progress.validationLoss().getAsDouble())
            : "";
    return String.format(
        Locale.ROOT,
        "loss %.5f%s  rate %.1e",
        progress.trainingLoss(),
        validation,
        progress.learningRate());
  }

  static String shortly(Duration time) {
    long seconds = time.toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private void showBar(PrintStream stream, TrainingProgress progress) {
    if (bar.isEmpty()) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName("training")
                  .setInitialMax(progress.epochs())
                  .setStyle(ProgressBarStyle.ASCII)
                  .setConsumer(new ConsoleProgressBarConsumer(stream))
                  .build());
    }
    bar.get().stepTo(progress.epoch());
    bar.get().setExtraMessage(" " + losses(progress));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
