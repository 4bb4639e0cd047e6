package org.glasspcf.examples.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;

/** Says what went wrong in a cell, with lines counted in the cell and not in JShell's snippets. */
final class CellProblems {
  /** Lines of cells that are shown of a stack trace; code that calls itself has a thousand. */
  private static final int LINES = 12;

  private record Place(int cell, String source, int offset) {}

  private final Map<String, Place> places = new HashMap<>();

  /** Notes where a snippet stands. */
  void remember(Snippet snippet, int cell, String source, int offset) {
    places.put(snippet.id(), new Place(cell, source, offset));
  }

  /** Returns the failure of code that the compiler refused. */
  static CellException refused(List<Diag> diagnostics, String cell, int offset) {
    List<String> lines = new ArrayList<>();
    for (Diag problem : diagnostics) {
      if (problem.isError()) {
        int position = Math.min(cell.length(), offset + (int) Math.max(0, problem.getPosition()));
        lines.addAll(at(cell, position, problem.getMessage(Locale.ROOT)));
      }
    }
    return new CellException("the cell does not compile: " + lines.get(0), lines);
  }

  /** Returns the failure of code that ends too early. */
  static CellException incomplete(String cell, int offset) {
    String message = "this code is not complete; is a bracket or quote not closed?";
    List<String> lines = at(cell, offset, message);
    return new CellException(lines.get(0), lines);
  }

  private static List<String> at(String cell, int position, String message) {
    int line = lineOf(cell, position);
    List<String> out = new ArrayList<>();
    String[] words = message.split("\\R");
    out.add("line " + line + ": " + words[0]);
    int start = cell.lastIndexOf('\n', position - 1) + 1;
    out.add("    " + textOf(cell, line));
    out.add("    " + " ".repeat(Math.max(0, position - start)) + "^");
    for (int i = 1; i < words.length; i++) {
      // JShell's wrapping class has no name to show.
      if (!words[i].strip().equals("location: class")) {
        out.add(words[i]);
      }
    }
    return out;
  }

  /** Returns the failure of code that threw. */
  CellException thrown(Throwable failure, JShellException seen) {
    String what = describe(failure);
    List<String> lines = new ArrayList<>();
    lines.add(what);
    lines.addAll(trace(seen.getStackTrace()));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      lines.add("caused by " + describe(cause));
    }
    return new CellException(what, lines);
  }

  /** The lines of cells; frames of libraries and the JDK tell a cell's reader nothing. */
  private List<String> trace(StackTraceElement[] frames) {
    List<String> lines = new ArrayList<>();
    String last = "";
    for (StackTraceElement frame : frames) {
      Optional<Place> place = placeOf(frame);
      if (place.isPresent()) {
        Place found = place.get();
        int line = lineOf(found.source(), found.offset()) + frame.getLineNumber() - 1;
        String where = "    at cell [" + found.cell() + "], line " + line;
        if (lines.size() > LINES) {
          lines.add("    …");
          return lines;
        }
        if (!where.equals(last)) {
          lines.add(where);
          last = where;
        }
        if (lines.size() == 1) {
          lines.add("        " + textOf(found.source(), line).strip());
        }
      }
    }
    if (lines.isEmpty() && frames.length > 0) {
      // It was made elsewhere, such as on another thread.
      lines.add("    at " + frames[0]);
    }
    return lines;
  }

  private static String describe(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  /** JShell writes its own snippets as file {@code #12}. */
  private Optional<Place> placeOf(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#")
        ? Optional.ofNullable(places.get(file.substring(1)))
        : Optional.empty();
  }

  private static int lineOf(String text, int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private static String textOf(String text, int line) {
    String[] lines = text.split("\n", -1);
    return line <= lines.length ? lines[line - 1] : "";
  }
}
