package org.glasspcf.examples;

import java.util.Map;

/** The library's messages name its methods; whoever types a command knows its options. */
final class ToolWords {
  private static final Map<String, String> OPTIONS =
      Map.of(
          "TrajectoryOptions\\.withElements?", "--elements",
          "read by LammpsFolder", "read by --lammps",
          "allowingOutside\\(\\)", "--allow-outside",
          "curvesFrom\\(CurveSource\\.DECODER\\)", "--curves decoder");

  private ToolWords() {}

  /** A message with options in place of methods. */
  static String of(String message) {
    String words = message;
    for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
      words = words.replaceAll(option.getKey(), option.getValue());
    }
    return words;
  }
}
