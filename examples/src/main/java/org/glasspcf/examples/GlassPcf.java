package org.glasspcf.examples;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glasspcf.core.GlassPcfException;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.correlation.CalculationInterruptedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command-line tool {@code glass-pcf}. */
@Command(
    name = "glass-pcf",
    description =
        "Pair correlation functions g(r) of oxide glasses: predicts them from the composition,"
            + " computes them from atoms, and tells the structure from them.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:an error inside the tool",
      "2:bad input",
      "130:stopped by Ctrl-C; no file is left half-written"
    })
public final class GlassPcf implements Runnable {
  static final int EXIT_FAILURE = 1;
  static final int EXIT_BAD_INPUT = 2;
  static final int EXIT_INTERRUPTED = 130;

  private static final long SECONDS_TO_STOP = 50;

  /** The commands in the order that the help lists them. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          TrainCommand.class,
          EvaluateCommand.class,
          PredictCommand.class,
          ScreenCommand.class,
          DesignCommand.class,
          DesignCheckCommand.class,
          InfoCommand.class,
          RdfCommand.class,
          StructureCommand.class,
          DiffractionCommand.class,
          SimulateCommand.class,
          ReproduceCommand.class,
          StudyCommand.class,
          QuenchRatesCommand.class,
          BenchmarkCommand.class,
          KernelCommand.class);

  private final boolean ownsProcess;

  @Spec private CommandSpec spec;

  /** Creates the command, for use inside another program: it starts no child JVM. */
  public GlassPcf() {
    this(false);
  }

  private GlassPcf(boolean ownsProcess) {
    this.ownsProcess = ownsProcess;
  }

  /**
   * Runs the tool and ends this JVM.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    if (NativeLauncher.isChild()) {
      NativeLauncher.stopWithParent();
    }
    CountDownLatch done = interruptOnShutdown(Thread.currentThread());
    int code = execute(new GlassPcf(true), writer(System.out), writer(System.err), arguments);
    done.countDown();
    System.exit(code);
  }

  /**
   * Runs one command and returns its exit code.
   *
   * @param out where results go
   * @param err where errors and progress go
   * @param arguments the command and its options
   * @return 0 when done, 1 for an error inside the tool, 2 for bad input, 130 when interrupted
   */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(new GlassPcf(), out, err, arguments);
  }

  private static int execute(GlassPcf tool, PrintWriter out, PrintWriter err, String... arguments) {
    return line(tool, commands(arguments))
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(GlassPcf::refuse)
        .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command))
        .execute(arguments);
  }

  /** The tool with all its commands, to look at and not to run. */
  static CommandLine commandLine() {
    return line(new GlassPcf(), COMMANDS);
  }

  private static CommandLine line(GlassPcf tool, List<Class<?>> commands) {
    CommandLine line = new CommandLine(tool);
    commands.forEach(line::addSubcommand);
    return line.setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * The command that the arguments name; all of them if they name none. Picocli reads the options
   * of every command that it knows by reflection, and a short command would wait for that.
   */
  private static List<Class<?>> commands(String... arguments) {
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(type -> arguments.length > 0 && name(type).equals(arguments[0]))
            .toList();
    return named.isEmpty() ? COMMANDS : named;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** Terminals read UTF-8 even where no locale is set, and there Java would print ? for Å. */
  private static PrintWriter writer(PrintStream stream) {
    Charset platform = Charset.defaultCharset();
    boolean suffices = platform.canEncode() && platform.newEncoder().canEncode("Å");
    return new PrintWriter(
        new OutputStreamWriter(stream, suffices ? platform : StandardCharsets.UTF_8), true);
  }

  /**
   * Runs the given command line in a child JVM with fast native code, if this process is the tool
   * itself and not yet that child.
   *
   * @return the child's exit code; empty if the work is to be done here
   */
  OptionalInt runInChild(CommandSpec command, PrintWriter err) {
    if (!ownsProcess || NativeLauncher.isChild()) {
      return OptionalInt.empty();
    }
    List<String> arguments = command.root().commandLine().getParseResult().originalArgs();
    return OptionalInt.of(NativeLauncher.of(GlassPcf.class).run(arguments, err));
  }

  /** Whether errors and progress go to a terminal. */
  boolean showsTerminal() {
    return ownsProcess && ProgressPrinter.isTerminal();
  }

  ProgressPrinter progress(PrintWriter err) {
    return ownsProcess ? ProgressPrinter.forTerminal(err, System.err) : ProgressPrinter.lines(err);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int refuse(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    command
        .getErr()
        .printf(
            "glass-pcf: %s (see: %s --help)%n",
            oneLine(failure), command.getCommandSpec().qualifiedName());
    return EXIT_BAD_INPUT;
  }

  private static int report(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (isInterrupt(failure)) {
      err.println("glass-pcf: stopped");
      return EXIT_INTERRUPTED;
    }
    if (failure instanceof GlassPcfException
        || failure instanceof IllegalArgumentException
        || failure instanceof UncheckedIOException
        || failure instanceof IOException) {
      err.println("glass-pcf: " + oneLine(failure));
      return EXIT_BAD_INPUT;
    }
    err.println("glass-pcf: an error inside the tool; please report it");
    failure.printStackTrace(err);
    return EXIT_FAILURE;
  }

  /** An interrupt ends a write to a file with an exception of its own, whatever wraps it then. */
  private static boolean isInterrupt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TrainingInterruptedException
          || cause instanceof CalculationInterruptedException
          || cause instanceof InterruptedException
          || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  private static String oneLine(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    return Optional.ofNullable(failure.getMessage())
        .map(ToolWords::of)
        .orElse(failure.getClass().getSimpleName())
        .strip()
        .replaceAll("\\s*\\R\\s*", " ");
  }

  /** On Ctrl-C the working thread gets the time to end its batch and to delete what it began. */
  private static CountDownLatch interruptOnShutdown(Thread worker) {
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (done.getCount() == 0) {
                    return;
                  }
                  worker.interrupt();
                  try {
                    done.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
    return done;
  }

  /** Reads the version that the build wrote into the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(GlassPcf.class.getPackage().getImplementationVersion())
              .orElse("(not built into a jar)");
      return new String[] {"glass-pcf " + version};
    }
  }
}
