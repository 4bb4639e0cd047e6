package org.glasspcf.examples.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

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

  private final CellEvaluator evaluator = new CellEvaluator();

  JavaKernel() {
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
    JupyterConnection connection =
        new JupyterConnection(
            KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
    JavaKernel kernel = new JavaKernel();
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    kernel.onStartup();
    // A Jupyter that is killed says nothing to its kernels.
    ProcessHandle.current()
        .parent()
        .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> System.exit(0)));
    connection.waitUntilClose();
    // Code of a cell that heeds no interrupt may still run.
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

  @Override
  public ReplacementOptions complete(String cell, int cursor) {
    int start = evaluator.startOfCode(cell, cursor);
    int[] anchor = {cursor - start};
    List<String> words =
        evaluator
            .analysis()
            .completionSuggestions(cell.substring(start), cursor - start, anchor)
            .stream()
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    return new ReplacementOptions(words, start + anchor[0], cursor);
  }

  /**
   * Returns the signatures of what stands at the cursor.
   *
   * @param cell the Java code
   * @param cursor the position in it
   * @param detail not used
   * @return the signatures; null, which JJava's protocol asks for, if nothing is known
   */
  @Override
  public DisplayData inspect(String cell, int cursor, boolean detail) {
    int start = evaluator.startOfCode(cell, cursor);
    String signatures =
        evaluator.analysis().documentation(cell.substring(start), cursor - start, false).stream()
            .map(Documentation::signature)
            .distinct()
            .collect(Collectors.joining("\n"));
    return signatures.isEmpty() ? null : new DisplayData(signatures);
  }

  @Override
  public void onShutdown(boolean restarting) {
    super.onShutdown(restarting);
    evaluator.close();
  }
}
