package org.glasspcf.examples.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Evaluates cells of Java in this JVM, so that they see the classes of the program they run in. One
 * cell at a time; {@link #stop()} may come from another thread.
 */
final class CellEvaluator implements AutoCloseable {
  private final CellExecution execution = new CellExecution();
  private final CellProblems problems = new CellProblems();
  private final JShell shell = JShell.builder().executionEngine(execution, Map.of()).build();

  /** Stops the running cell, which then fails. */
  void stop() {
    execution.stop();
  }

  /**
   * Runs a cell of any number of statements, declarations and expressions.
   *
   * @param cell the Java code
   * @param number the cell's number, for messages
   * @return the value of the last expression, unless a semicolon ends it; empty if there is none
   * @throws CellException if the code does not compile, throws or is stopped
   */
  Optional<Object> evaluate(String cell, int number) {
    execution.begin();
    Optional<Object> value = Optional.empty();
    List<DeclarationSnippet> waiting = new ArrayList<>();
    int position = CellPart.skipBlanks(cell, 0);
    while (position < cell.length()) {
      CellPart part = next(cell, position);
      value = Optional.empty();
      for (SnippetEvent event : run(part, cell, number)) {
        value = value(event, part);
        if (event.snippet() instanceof DeclarationSnippet declared) {
          waiting.add(declared);
        }
      }
      position = CellPart.skipBlanks(cell, position + part.source().length());
    }
    waiting.forEach(this::noteUnresolved);
    return value;
  }

  private CellPart next(String cell, int position) {
    String rest = cell.substring(position);
    CompletionInfo info = analysis().analyzeCompletion(rest);
    if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE
        || info.completeness() == Completeness.CONSIDERED_INCOMPLETE) {
      throw CellProblems.incomplete(cell, position);
    }
    return new CellPart(rest.substring(0, rest.length() - info.remaining().length()), position);
  }

  private List<SnippetEvent> run(CellPart part, String cell, int number) {
    CompletionInfo info = analysis().analyzeCompletion(part.source());
    execution.forget();
    List<SnippetEvent> events =
        shell.eval(info.source()).stream().filter(event -> event.causeSnippet() == null).toList();
    for (SnippetEvent event : events) {
      problems.remember(event.snippet(), number, cell, part.offset());
    }
    if (execution.wasStopped()) {
      throw stopped();
    }
    for (SnippetEvent event : events) {
      if (event.status() == Snippet.Status.REJECTED) {
        throw CellProblems.refused(
            shell.diagnostics(event.snippet()).toList(), cell, part.offset());
      }
      if (event.exception() != null) {
        throw thrown(event.exception());
      }
    }
    return events;
  }

  private CellException thrown(JShellException exception) {
    if (exception instanceof UnresolvedReferenceException unresolved) {
      String message = unresolved(unresolved.getSnippet());
      return new CellException(message, List.of(message));
    }
    return problems.thrown(execution.failure().orElse(exception), exception);
  }

  private CellException stopped() {
    String message =
        execution.wasAbandoned()
            ? "interrupted, but the code heeds no interrupt and goes on; restart the kernel to end it"
            : "interrupted";
    return new CellException(message, List.of(message));
  }

  private Optional<Object> value(SnippetEvent event, CellPart part) {
    return switch (event.snippet().subKind()) {
      case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
          CellPart.endsWithSemicolon(part.source()) ? Optional.empty() : execution.result();
      default -> Optional.empty();
    };
  }

  /** JShell accepts code that uses what a later cell declares; a misspelled name looks the same. */
  private void noteUnresolved(DeclarationSnippet declared) {
    if (shell.status(declared) == Snippet.Status.RECOVERABLE_DEFINED
        || shell.status(declared) == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
      System.err.println(unresolved(declared));
    }
  }

  private String unresolved(DeclarationSnippet declared) {
    return declared.name()
        + " cannot be used before there is "
        + shell.unresolvedDependencies(declared).collect(Collectors.joining(", "));
  }

  /**
   * Tells whether a cell could run.
   *
   * @param cell the Java code
   * @return how complete its last snippet is; {@link Completeness#UNKNOWN} for a syntax error
   */
  Completeness completeness(String cell) {
    String rest = cell;
    while (true) {
      CompletionInfo info = analysis().analyzeCompletion(rest);
      if (!info.completeness().isComplete()
          || info.completeness() == Completeness.UNKNOWN
          || info.remaining().isBlank()) {
        return info.completeness();
      }
      rest = info.remaining();
    }
  }

  /** Where code before the cursor ends that does not help to complete it: imports. */
  int startOfCode(String cell, int cursor) {
    int position = CellPart.skipBlanks(cell, 0);
    while (cell.startsWith("import ", position)) {
      int end = cell.indexOf(';', position);
      if (end < 0 || end >= cursor) {
        break;
      }
      position = CellPart.skipBlanks(cell, end + 1);
    }
    return Math.min(position, cursor);
  }

  SourceCodeAnalysis analysis() {
    return shell.sourceCodeAnalysis();
  }

  @Override
  public void close() {
    shell.close();
  }
}
