package org.glasspcf.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a composition as glass people write it, in mol% or mass%.
 *
 * <p>Grammar, blanks allowed between its parts: {@code composition = term {[separator] term}
 * [unit]}, {@code term = [amount [unit]] oxide | "(" oxide ")" amount [unit]}, with {@code unit =
 * "%" | "mol%" | …} in upper or lower case. Without a separator, terms are told apart by blanks or
 * parentheses.
 */
final class CompositionParser {
  private static final Pattern UNIT =
      Pattern.compile("(?:((?i)mol|mole|wt|mass|weight|at)\\.? ?-? ?)?%");
  private static final Pattern LAST_UNIT =
      Pattern.compile("(?:\\( *" + UNIT.pattern() + " *\\)|" + UNIT.pattern() + ") *$");

  /** What a decoder puts in the place of bytes that it cannot read. */
  private static final char REPLACEMENT = '\uFFFD';

  private final String written;
  private final String text;
  private final AmountKind kind;
  private final Map<Oxide, Double> amounts = new LinkedHashMap<>();
  private int at;

  private CompositionParser(String written, AmountKind kind) {
    this.written = written;
    this.text = Spelling.plainComposition(written);
    this.kind = kind;
  }

  /** The amounts (% of the kind) of each oxide, in the order written. */
  static Map<Oxide, Double> parse(String written, AmountKind kind) {
    Objects.requireNonNull(written, "composition");
    return new CompositionParser(written, kind).composition();
  }

  private Map<Oxide, Double> composition() {
    int lost = written.indexOf(REPLACEMENT);
    if (lost >= 0) {
      throw unreadable(
          lost,
          "a character was lost on its way here, which happens to ₂ and · where the locale (LANG,"
              + " LC_ALL) is not UTF-8: write plain letters, such as 60SiO2-40Na2O");
    }
    skipBlanks();
    if (atEnd()) {
      throw new IllegalArgumentException(
          "a composition must name at least one oxide, got " + Preconditions.quoted(written));
    }
    boolean more = true;
    boolean amountMissing = false;
    while (more) {
      int start = at;
      boolean stated = term();
      if (amounts.size() > 1 && (amountMissing || !stated)) {
        throw unreadable(
            amountMissing ? 0 : start,
            "only a single oxide may stand without its amount (" + kind.unit() + ")");
      }
      amountMissing |= !stated;
      more = nextTerm();
    }
    return amounts;
  }

  /** Reads one term; tells whether it states an amount. */
  private boolean term() {
    int start = at;
    OptionalDouble amount = amount();
    boolean inParentheses = take('(');
    skipBlanks();
    Oxide oxide = oxide();
    if (inParentheses) {
      skipBlanks();
      if (!take(')')) {
        throw unreadable(at, "')' must follow the oxide");
      }
      skipBlanks();
      int second = at;
      OptionalDouble after = isNumberStart() ? amount() : OptionalDouble.empty();
      if (amount.isPresent() && after.isPresent()) {
        throw unreadable(
            second, oxide + " has an amount before and after it: write '-' between oxides");
      }
      amount = amount.isPresent() ? amount : after;
    }
    if (amounts.putIfAbsent(oxide, amount.orElse(100)) != null) {
      throw unreadable(start, oxide + " is named twice");
    }
    return amount.isPresent();
  }

  /** Moves over what stands between two terms; false at the end. */
  private boolean nextTerm() {
    skipBlanks();
    Matcher unit = LAST_UNIT.matcher(text).region(at, text.length());
    if (unit.lookingAt()) {
      requireOwn(unit.group(1) != null ? unit.group(1) : unit.group(2), at);
      at = unit.end();
    }
    if (atEnd()) {
      return false;
    }
    int separator = at;
    if (take('-') || take('·')) {
      skipBlanks();
      if (atEnd()) {
        throw unreadable(separator, "an oxide must follow a separator");
      }
      return true;
    }
    char next = text.charAt(at);
    if (next == ',') {
      throw comma();
    }
    if (!(Spelling.isDigit(next) || isLatin(next) || next == '(')) {
      throw unreadable(at, "unexpected '" + written.charAt(at) + "': write '-' between oxides");
    }
    return true;
  }

  private OptionalDouble amount() {
    int start = at;
    if (take('-')) {
      skipBlanks();
      if (isNumberStart()) {
        String size = Preconditions.plain(amount().orElseThrow());
        throw unreadable(start, "an amount must not be negative, got -" + size + " " + kind.unit());
      }
      throw unreadable(start, "an amount or an oxide must come before a separator");
    }
    if (!isNumberStart()) {
      return OptionalDouble.empty();
    }
    skipDigits();
    if (!atEnd() && text.charAt(at) == ',') {
      throw comma();
    }
    if (take('.')) {
      int decimals = at;
      skipDigits();
      if (at == decimals) {
        throw unreadable(start, "digits must follow a decimal point");
      }
    }
    double value = Double.parseDouble(text.substring(start, at));
    if (!Double.isFinite(value)) {
      throw unreadable(start, "an amount must be finite (" + kind.unit() + ")");
    }
    skipBlanks();
    Matcher unit = UNIT.matcher(text).region(at, text.length());
    if (unit.lookingAt()) {
      requireOwn(unit.group(1), at);
      at = unit.end();
      skipBlanks();
    }
    return OptionalDouble.of(value);
  }

  private Oxide oxide() {
    int start = at;
    while (!atEnd() && (isLatin(text.charAt(at)) || Spelling.isDigit(text.charAt(at)))) {
      at++;
    }
    if (at == start) {
      throw unreadable(start, "the formula of an oxide must stand here");
    }
    try {
      return Oxide.of(text.substring(start, at));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where(start) + e.getMessage(), e);
    }
  }

  private void requireOwn(String unit, int start) {
    if (unit != null && !kind.isNamed(unit)) {
      throw unreadable(
          start, "amounts are " + kind.unit() + " here, not " + unit + "%: " + kind.hint());
    }
  }

  private boolean isNumberStart() {
    return !atEnd()
        && (Spelling.isDigit(text.charAt(at))
            || text.charAt(at) == '.'
                && at + 1 < text.length()
                && Spelling.isDigit(text.charAt(at + 1)));
  }

  private void skipBlanks() {
    while (!atEnd() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void skipDigits() {
    while (!atEnd() && Spelling.isDigit(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char c) {
    if (atEnd() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  private boolean atEnd() {
    return at == text.length();
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private IllegalArgumentException comma() {
    return unreadable(
        at, "a comma is neither a decimal point nor a separator: write 57.5SiO2-42.5Na2O");
  }

  private IllegalArgumentException unreadable(int position, String rule) {
    return new IllegalArgumentException(where(position) + rule);
  }

  private String where(int position) {
    String rest = written.substring(position);
    return "cannot read the composition "
        + Preconditions.quoted(written)
        + " at character "
        + (position + 1)
        + (rest.isEmpty() ? " (its end): " : " (" + Preconditions.quoted(rest) + "): ");
  }
}
