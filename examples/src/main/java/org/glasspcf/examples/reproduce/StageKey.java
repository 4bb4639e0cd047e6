package org.glasspcf.examples.reproduce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that decides what a stage of the work comes to. The number of threads does not, so a
 * stage that was made with one number is used by a run with another.
 */
final class StageKey {
  /** To be raised when code changes what a stage comes to with the same key. */
  private static final String PROTOCOL = "2";

  private static final int DIGITS = 12;

  private final String name;
  private final String text;

  /**
   * A key.
   *
   * @param name kind of stage and experiment, for the file's name and for people
   * @param parts name → value of everything that decides the outcome
   */
  StageKey(String name, Map<String, String> parts) {
    if (!name.matches("[a-z0-9-]{1,80}")) {
      throw new IllegalArgumentException(
          "a stage's name must be small letters, digits and hyphens, got " + name);
    }
    Map<String, String> all = new TreeMap<>(parts);
    all.put("stage", name);
    all.put("protocol", PROTOCOL);
    StringBuilder lines = new StringBuilder();
    all.forEach(
        (key, value) -> {
          if (key.contains("=") || (key + value).contains("\n")) {
            throw new IllegalArgumentException(
                "a part of a key must be one line, got " + key + "=" + value);
          }
          lines.append(key).append('=').append(value).append('\n');
        });
    this.name = name;
    this.text = lines.toString();
  }

  /** The whole key, a line for each part; the file holds it. */
  String text() {
    return text;
  }

  /** The file's name: legible, and another one for every key. */
  String fileName() {
    return name
        + "-"
        + sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS)
        + ".stage";
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
