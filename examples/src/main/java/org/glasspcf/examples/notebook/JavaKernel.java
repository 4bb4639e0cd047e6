package org.glasspcf.examples.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.plot.Figure;

/**
 * A Jupyter kernel for Java, small enough to read. A cell is any number of statements, declarations
 * and expressions; the value of its last expression is shown, unless a semicolon ends it. {@code
 * display(x)} shows more than one value. Magics ({@code %…}) are left to the complete JJava kernel.
 */
public final class JavaKernel extends BaseKernel {
  /** What cells may write without an import, as in JJava. */
  private static final String IMPORTS =
      """
      import java.io.*;
      import java.math.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;
      """;

  /** Jupyter kills a kernel that has not ended after some seconds. */
  private static final long SECONDS_TO_END = 2;

  private final CellEvaluator evaluator = new CellEvaluator();
  private final Runnable endProcess;
  private volatile boolean lastCellFailed;

  /**
   * Starts a kernel that speaks with nobody yet.
   *
   * @param endProcess ends the process; called some seconds after the kernel was told to shut down
   */
  JavaKernel(Runnable endProcess) {
    super(
        "Glass PCF",
        Optional.ofNullable(JavaKernel.class.getPackage().getImplementationVersion()).orElse(""),
        new LanguageInfo.Builder("Java")
            .version(Runtime.version().toString())
            .mimetype("text/x-java-source")
            .fileExtension(".jshell")
            .pygments("java")
            .codemirror("java")
            .build(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        new Renderer(),
        null,
        new MagicsRegistry(),
        false,
        new StringStyler("", "", "", line -> ""));
    this.endProcess = endProcess;
    renderer
        .createRegistration(Figure.class)
        .preferring(MIMEType.IMAGE_PNG)
        .register((figure, shown) -> shown.getOutputContainer().assign(Show.figure(figure)));
    renderer
        .createRegistration(PcfPrediction.class)
        .preferring(MIMEType.TEXT_HTML)
        .register(
            (prediction, shown) ->
                shown.getOutputContainer().assign(Show.predictions(List.of(prediction))));
    evaluator.evaluate(IMPORTS, 0);
  }

  /**
   * Runs the kernel until Jupyter ends it.
   *
   * @param arguments the connection file that Jupyter wrote
   * @throws IOException if the file cannot be read
   * @throws GeneralSecurityException if the JVM lacks the signature that the file asks for
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "the kernel needs one connection file, got " + arguments.length + " arguments");
    }
    KernelConnection connection =
        new KernelConnection(
            KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
    JavaKernel kernel = new JavaKernel(() -> System.exit(0));
    kernel.onStartup();
    connection.serve(kernel);
    // A Jupyter that is killed says nothing to its kernels.
    ProcessHandle.current()
        .parent()
        .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> System.exit(0)));
    connection.waitUntilClose();
    // Threads that cells started may still run.
    System.exit(0);
  }

  /**
   * Runs a cell.
   *
   * @param cell the Java code
   * @return the value of its last expression; null, which JJava's protocol asks for, if there is
   *     none
   */
  @Override
  public Object evalRaw(String cell) {
    Object value = evaluator.evaluate(cell, executionCount.get() - 1).orElse(null);
    boolean plainArray = value != null && value.getClass().isArray();
    return plainArray ? CellExecution.text(value) : value;
  }

  /**
   * Runs a cell and draws its value.
   *
   * @param cell the Java code
   * @return its value as the notebook shows it; null, which JJava's protocol asks for, if there is
   *     none
   */
  @Override
  public DisplayData eval(String cell) {
    lastCellFailed = true;
    DisplayData shown = super.eval(cell);
    lastCellFailed = false;
    return shown;
  }

  /** Returns whether the last cell did not run to its end, or its value could not be drawn. */
  boolean lastCellFailed() {
    return lastCellFailed;
  }

  @Override
  public List<String> formatError(Throwable failure) {
    return failure instanceof CellException problem ? problem.lines() : super.formatError(failure);
  }

  @Override
  public void interrupt() {
    evaluator.stop();
  }

  @Override
  public String isComplete(String cell) {
    return switch (evaluator.completeness(cell)) {
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> IS_COMPLETE_YES;
      case UNKNOWN -> IS_COMPLETE_BAD;
      case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> "  ";
    };
  }

  /**
   * Completes what stands before the cursor.
   *
   * @param cell the Java code
   * @param cursor the position in it (code points, as Jupyter counts)
   * @return what it could be, and the part of the cell it replaces (code points)
   */
  @Override
  public ReplacementOptions complete(String cell, int cursor) {
    int end = characters(cell, cursor);
    int start = evaluator.startOfCode(cell, end);
    int[] anchor = {end - start};
    List<String> words =
        evaluator
            .analysis()
            .completionSuggestions(cell.substring(start), end - start, anchor)
            .stream()
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(words, cell.codePointCount(0, start + anchor[0]), cursor);
  }

  /** Returns a position as Java counts it; one behind the cell's end is its end. */
  private static int characters(String cell, int codePoints) {
    int most = cell.codePointCount(0, cell.length());
    return cell.offsetByCodePoints(0, Math.min(codePoints, most));
  }

  /**
   * Returns the signatures of what stands at the cursor.
   *
   * @param cell the Java code
   * @param cursor the position in it (code points, as Jupyter counts)
   * @param detail not used
   * @return the signatures; null, which JJava's protocol asks for, if nothing is known
   */
  @Override
  public DisplayData inspect(String cell, int cursor, boolean detail) {
    int end = characters(cell, cursor);
    int start = evaluator.startOfCode(cell, end);
    String signatures =
        evaluator.analysis().documentation(cell.substring(start), end - start, false).stream()
            .map(Documentation::signature)
            .distinct()
            .collect(Collectors.joining("\n"));
    return signatures.isEmpty() ? null : new DisplayData(signatures);
  }

  /**
   * Stops the running cell and ends the process soon, whether or not that cell heeds it: JJava's
   * connection waits for it.
   *
   * @param restarting whether Jupyter starts the kernel again
   */
  @Override
  public void onShutdown(boolean restarting) {
    super.onShutdown(restarting);
    // Stopping waits for the cell, and Jupyter for the answer that follows this.
    inBackground("stop", evaluator::stop);
    inBackground(
        "end",
        () -> {
          try {
            TimeUnit.SECONDS.sleep(SECONDS_TO_END);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          endProcess.run();
        });
    evaluator.close();
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
