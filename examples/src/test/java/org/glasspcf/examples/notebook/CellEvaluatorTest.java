package org.glasspcf.examples.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Public, because snippets see public classes only. */
@Timeout(60)
public class CellEvaluatorTest {
  /** What snippets share with the test: they run in this JVM. */
  public static final AtomicBoolean WENT_ON = new AtomicBoolean();

  /** Counted down by a snippet when it runs. */
  public static volatile CountDownLatch started = new CountDownLatch(1);

  private static final String HERE = CellEvaluatorTest.class.getName();

  private CellEvaluator evaluator;

  @BeforeEach
  void start() {
    evaluator = new CellEvaluator();
    WENT_ON.set(false);
    started = new CountDownLatch(1);
  }

  @AfterEach
  void end() {
    evaluator.close();
  }

  private Optional<Object> evaluate(String cell) {
    return evaluator.evaluate(cell, 1);
  }

  private CellException failure(String cell) {
    return assertThrows(CellException.class, () -> evaluator.evaluate(cell, 7));
  }

  @Test
  void value_isThatOfTheLastExpression() {
    assertEquals(Optional.of(3), evaluate("1 + 1;\n1 + 2"));
  }

  @Test
  void value_isTheObjectItself() {
    Object held = evaluate(HERE + ".WENT_ON").orElseThrow();
    assertSame(WENT_ON, held);
  }

  @Test
  void value_ofAVariableIsShown() {
    assertEquals(Optional.of("a"), evaluate("String s = \"a\";\n// its value:\ns"));
  }

  @Test
  void value_isNoneAfterADeclarationStatementOrAssignment() {
    assertEquals(Optional.empty(), evaluate("1 + 1;\nint x = 2"));
    assertEquals(Optional.empty(), evaluate("x;\nif (x > 0) { x++; }"));
    assertEquals(Optional.empty(), evaluate("x = 5"));
    assertEquals(Optional.of(5), evaluate("x"));
  }

  @Test
  void value_isNoneForNullAndBehindASemicolon() {
    assertEquals(Optional.empty(), evaluate("null"));
    assertEquals(Optional.empty(), evaluate("1 + 1; // not shown"));
  }

  @Test
  void semicolon_inACommentOrTextHidesNoValue() {
    assertEquals(Optional.of(2), evaluate("1 + 1 // see;"));
    assertEquals(Optional.of("x"), evaluate("\"x\" // a; // b"));
    assertEquals(Optional.of(2), evaluate("1 + 1 /* a; */"));
    assertEquals(Optional.of("a;"), evaluate("\"a;\""));
    assertEquals(Optional.of("\";"), evaluate("\"\\\";\""));
    assertEquals(Optional.of(';'), evaluate("';'"));
    assertEquals(Optional.of("a\";"), evaluate("\"\"\"\n  a\";\"\"\""));
    assertEquals(Optional.empty(), evaluate("\"//\"; /* not shown */ // nor this"));
  }

  @Test
  void comments_mayBeMany() {
    // As a pattern this was a stack overflow.
    String comments = "// a comment\n".repeat(10_000);
    assertEquals(Optional.of(2), evaluate(comments + "1 + 1\n" + comments));
  }

  @Test
  void cell_mayHoldImportsClassesMethodsAndComments() {
    String cell =
        """
        // a comment; with a semicolon
        import java.util.List;

        /** A point. */
        record Point(int x, int y) {}

        int sum(List<Point> points) {
          return points.stream().mapToInt(p -> p.x() + p.y()).sum();
        }

        List<Point> points = List.of(new Point(1, 2), new Point(3, 4));
        sum(points) /* the end */
        """;
    assertEquals(Optional.of(10), evaluate(cell));
  }

  @Test
  void cell_ofCommentsOnlyHasNoValue() {
    assertEquals(Optional.empty(), evaluate("// nothing\n/* at all */\n"));
    assertEquals(Optional.empty(), evaluate(""));
  }

  @Test
  void compileError_namesTheLineOfTheCell() {
    CellException failure = failure("int a = 1;\n\n  int b = \"text\";\nint c = 2;");
    assertTrue(
        failure.getMessage().startsWith("the cell does not compile: line 3: incompatible types"),
        failure.getMessage());
    assertEquals("      int b = \"text\";", failure.lines().get(1));
    assertEquals("              ^", failure.lines().get(2));
    assertEquals(Optional.of(1), evaluate("a"), "what stood before it did run");
    failure("c");
  }

  @Test
  void syntaxError_namesTheLineOfTheCell() {
    CellException failure = failure("int a = 1;\nint b = ;\n");
    assertEquals("line 2: illegal start of expression", failure.lines().get(0));
  }

  @Test
  void unknownName_isNamed() {
    CellException failure = failure("\nGlas g = null;");
    assertEquals("line 2: cannot find symbol", failure.lines().get(0));
    assertTrue(failure.lines().contains("  symbol:   class Glas"), failure.lines().toString());
  }

  @Test
  void incompleteCode_isRefusedWithItsLine() {
    CellException failure = failure("int a = 1;\nfor (int i = 0; i < 3; i++) {\n  a++;\n");
    assertTrue(
        failure.getMessage().startsWith("line 2: this code is not complete"), failure.getMessage());
    assertEquals(Optional.of(1), evaluate("a"));
  }

  @Test
  void exception_hasItsMessageItsCauseAndTheLinesOfTheCells() {
    evaluator.evaluate("\nint inverse(int a) {\n  return 1 / a;\n}", 3);
    CellException failure =
        failure(
            """
            int one = inverse(1);
            try {
              inverse(0);
            } catch (ArithmeticException e) {
              throw new IllegalStateException("no inverse", e);
            }
            """);
    assertEquals("IllegalStateException: no inverse", failure.getMessage());
    assertTrue(failure.lines().contains("    at cell [7], line 5"), "lines: " + failure.lines());
    assertTrue(
        failure.lines().contains("caused by ArithmeticException: / by zero"),
        "lines: " + failure.lines());
    CellException direct = failure("// one\n\nint two = inverse(0);");
    assertEquals(
        java.util.List.of(
            "ArithmeticException: / by zero",
            "    at cell [3], line 3",
            "        return 1 / a;",
            "    at cell [7], line 3"),
        direct.lines());
  }

  @Test
  void exception_ofALibraryShowsNoFramesOfIt() {
    CellException failure =
        failure("java.util.List.of(1, 2).stream()\n    .map(i -> i / (i - 1))\n    .toList();");
    assertEquals(
        java.util.List.of(
            "ArithmeticException: / by zero",
            "    at cell [7], line 2",
            "        .map(i -> i / (i - 1))",
            "    at cell [7], line 3"),
        failure.lines());
  }

  @Test
  void error_ofTheJvmIsReportedToo() {
    CellException failure = failure("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
    assertEquals("StackOverflowError", failure.getMessage());
    assertTrue(failure.lines().size() < 20, failure.lines().size() + " lines");
  }

  @Test
  void methodOfALaterCell_canBeUsedOnceItIsThere() {
    evaluate("int half() { return whole() / 2; }");
    assertTrue(
        failure("half()").getMessage().startsWith("half cannot be used before there is"),
        "JShell accepts it");
    evaluate("int whole() { return 8; }");
    assertEquals(Optional.of(4), evaluate("half()"));
  }

  @Test
  void stop_endsTheRunningSnippetAndTheCell() throws Exception {
    FutureTask<CellException> cell =
        new FutureTask<>(
            () ->
                failure(
                    HERE
                        + ".started.countDown();\nThread.sleep(600_000);\n"
                        + HERE
                        + ".WENT_ON.set(true);"));
    new Thread(cell).start();
    started.await();
    evaluator.stop();
    assertEquals("interrupted", cell.get().getMessage());
    assertEquals(false, WENT_ON.get(), "the rest of the cell must not run");
    assertEquals(Optional.of(2), evaluate("1 + 1"), "the next cell runs");
  }

  @Test
  void stop_leavesCodeThatHeedsNoInterrupt() throws InterruptedException, ExecutionException {
    FutureTask<CellException> cell =
        new FutureTask<>(
            () -> failure(HERE + ".started.countDown();\nwhile (!" + HERE + ".WENT_ON.get()) { }"));
    new Thread(cell).start();
    started.await();
    evaluator.stop();
    CellException failure = cell.get();
    WENT_ON.set(true);
    assertTrue(failure.getMessage().startsWith("interrupted"), "message: " + failure.getMessage());
    assertEquals(Optional.of(2), evaluate("1 + 1"), "the next cell runs");
  }

  @Test
  void stop_withNothingRunningStopsNoLaterCell() {
    evaluator.stop();
    assertEquals(Optional.of(2), evaluate("1 + 1"));
  }

  @Test
  void completeness_isThatOfTheLastSnippet() {
    assertEquals(Completeness.COMPLETE, evaluator.completeness("int x = 5;\nint y = x;"));
    assertEquals(Completeness.COMPLETE_WITH_SEMI, evaluator.completeness("int x = 5;\nint y = x"));
    assertEquals(Completeness.DEFINITELY_INCOMPLETE, evaluator.completeness("int x = 5;\nfoo("));
    assertEquals(Completeness.UNKNOWN, evaluator.completeness("int x = ;"));
    assertEquals(Completeness.EMPTY, evaluator.completeness("// a comment"));
  }
}
