package org.glasspcf.pipeline.json;

/** Text that is not JSON, or breaks one of the reader's limits. */
public final class JsonSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Index of the character where the rule was broken, from 0. */
  private final int offset;

  JsonSyntaxException(String rule, int offset) {
    super(rule + " at character " + offset);
    this.offset = offset;
  }

  /**
   * Where the rule was broken.
   *
   * @return index of the character in the text, from 0
   */
  public int offset() {
    return offset;
  }
}
