package org.glasspcf.core.trajectory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.RadialGrid;

/**
 * Reads the file of a {@link LammpsRdf}: lines of comment, {@code #}, and blocks of a line {@code
 * timestep rows} and rows {@code row r g1 n1 g2 n2 …}. Holds one block and the sum of those before.
 */
final class LammpsRdfReader {
  private static final int FIRST_CAPACITY = 1024;

  /** Largest share of a bin's width by which printed centers may miss even bins from 0. */
  private static final double MISS = 0.02;

  private static final int MOST_DECIMALS = 9;

  /** Largest difference of one pair's g in both directions, over that g or 1. */
  private static final double DIRECTIONS_DIFFER = 1e-3;

  private final LineReader lines;
  private final List<DirectedPair> order;
  private final LammpsRdf.Blocks choice;
  private final int width;

  /** Of every row: r, then g and n of every pair. */
  private double[] block = {};

  /** The last whole block, or the sum of all whole ones but for r. */
  private double[] result = {};

  private int rows;
  private int blocks;
  private long firstRow;

  private LammpsRdfReader(LineReader lines, List<DirectedPair> order, LammpsRdf.Blocks choice) {
    this.lines = lines;
    this.order = order;
    this.choice = choice;
    this.width = 1 + 2 * order.size();
  }

  static LammpsRdf read(LineReader lines, List<DirectedPair> order, LammpsRdf.Blocks choice) {
    lines.requireLineBreaks();
    return new LammpsRdfReader(lines, order, choice).read();
  }

  static LammpsRdf read(Path file, List<DirectedPair> order, LammpsRdf.Blocks choice) {
    List<DirectedPair> pairs = List.copyOf(order);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("the order must name at least one pair, got none");
    }
    if (new HashSet<>(pairs).size() < pairs.size()) {
      throw new IllegalArgumentException("the order must name a pair once, got " + pairs);
    }
    try (LineReader lines = LineReader.open(file)) {
      return read(lines, pairs, choice);
    }
  }

  private LammpsRdf read() {
    Optional<String> dropped = Optional.empty();
    try {
      while (nextBlock()) {
        keepBlock();
      }
    } catch (TruncatedInput e) {
      if (!choice.truncatedDropped()) {
        throw e.error();
      }
      dropped = Optional.of("block " + (blocks + 1) + ": " + e.error().getMessage());
    }
    if (blocks == 0) {
      throw GlassDataException.inFile(
          lines.source(),
          "must have at least one block 'timestep rows', found none"
              + dropped.map(reason -> " (" + reason + ")").orElse(""));
    }
    return result(dropped);
  }

  private boolean nextBlock() {
    do {
      if (!lines.advancePastBlank()) {
        return false;
      }
    } while (lines.bytes()[lines.start()] == '#');
    boolean isHeader = lines.nextWord() && lines.whole() != Numbers.NOT_WHOLE && lines.nextWord();
    long stated = isHeader ? lines.whole() : Numbers.NOT_WHOLE;
    if (lines.nextWord() || stated < 1 || stated > Integer.MAX_VALUE / width - 8) {
      throw lines.malformed(
          "expected a block's timestep and number of rows, found "
              + LineReader.quoted(lines.text()));
    }
    if (blocks > 0 && stated != rows) {
      throw lines.malformed(
          "expected a block of " + rows + " rows like the first, found one of " + stated);
    }
    readRows((int) stated);
    return true;
  }

  private void readRows(int stated) {
    firstRow = lines.number() + 1;
    for (int row = 0; row < stated; row++) {
      lines.require("row " + (row + 1) + " of " + stated);
      if ((row + 1) * width > block.length) {
        int capacity = Math.min(stated, Math.max(FIRST_CAPACITY, row + (row >> 1)));
        block = Arrays.copyOf(block, capacity * width);
      }
      readRow(row, stated);
    }
    rows = stated;
  }

  private void readRow(int row, int stated) {
    if (!lines.nextWord() || lines.whole() != row + 1) {
      throw lines.malformed(
          "expected row " + (row + 1) + " of " + stated + ", found " + quotedLine());
    }
    int base = row * width;
    int column = 0;
    for (; column < width && lines.nextWord(); column++) {
      block[base + column] = lines.decimal();
      check(row, column);
    }
    if (column < width || lines.nextWord()) {
      throw lines.malformed(
          "expected "
              + (width + 1)
              + " columns, row r and g n for each of the "
              + order.size()
              + " pairs "
              + order
              + ", found "
              + lines.words().size());
    }
  }

  private void keepBlock() {
    blocks++;
    if (choice.isMean() && blocks > 1) {
      for (int i = 0; i < rows * width; i++) {
        if (i % width > 0) {
          result[i] += block[i];
        }
      }
    } else {
      double[] before = result;
      result = block;
      block = before;
    }
  }

  private LammpsRdf result(Optional<String> dropped) {
    RadialGrid grid = grid();
    int parts = choice.isMean() ? blocks : 1;
    List<double[]> g = new ArrayList<>();
    List<double[]> n = new ArrayList<>();
    for (int pair = 0; pair < order.size(); pair++) {
      g.add(column(1 + 2 * pair, parts));
      n.add(column(2 + 2 * pair, parts));
    }
    refuseContradictions(g);
    return LammpsRdf.of(grid, order, g, n, parts, dropped);
  }

  private double[] column(int column, int parts) {
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = result[row * width + column] / parts;
      if (!Double.isFinite(values[row])) {
        throw GlassDataException.atLine(
            lines.source(), firstRow + row, "the mean of " + name(column) + " must be finite");
      }
    }
    return values;
  }

  private void refuseContradictions(List<double[]> g) {
    for (int i = 0; i < order.size(); i++) {
      DirectedPair pair = order.get(i);
      int reverse = order.indexOf(new DirectedPair(pair.neighbor(), pair.center()));
      for (int row = 0; reverse > i && row < rows; row++) {
        double one = g.get(i)[row];
        double other = g.get(reverse)[row];
        if (!(Math.abs(one - other) <= DIRECTIONS_DIFFER * Math.max(1, one))) {
          throw GlassDataException.atLine(
              lines.source(),
              firstRow + row,
              "g must be the same in both directions of a pair, found "
                  + one
                  + " for "
                  + pair
                  + " and "
                  + other
                  + " for "
                  + order.get(reverse)
                  + " (is the order of the pairs right?)");
        }
      }
    }
  }

  /** Even bins from 0 whose printed middles are those of the file. */
  private RadialGrid grid() {
    double last = result[(rows - 1) * width];
    double outer = last * rows / (rows - 0.5);
    double binWidth = outer / rows;
    double miss = 0;
    for (int row = 0; row < rows; row++) {
      double center = result[row * width];
      double away = Math.abs(center - (row + 0.5) * binWidth);
      if (!(away <= MISS * binWidth)) {
        throw GlassDataException.atLine(
            lines.source(),
            firstRow + row,
            "r must be the middles of even bins from 0, "
                + (row + 0.5) * binWidth
                + " Å here as the last is "
                + last
                + " Å, found "
                + center
                + " Å");
      }
      miss = Math.max(miss, away);
    }
    try {
      return RadialGrid.uniform(snapped(outer, 2 * miss + 1e-10), rows);
    } catch (IllegalArgumentException e) {
      throw GlassDataException.inFile(lines.source(), e.getMessage(), e);
    }
  }

  /** The number of fewest decimals that close: printed middles are rounded, cutoffs are not. */
  private static double snapped(double outer, double tolerance) {
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      double candidate =
          BigDecimal.valueOf(outer).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
      if (Math.abs(candidate - outer) <= tolerance) {
        return candidate;
      }
    }
    return outer;
  }

  private void check(int row, int column) {
    double value = block[row * width + column];
    if (!(value >= 0)) {
      throw lines.malformed(
          "expected a number not below 0 for " + name(column) + ", found " + quotedWord());
    }
    boolean isCount = column > 0 && column % 2 == 0;
    if (isCount && row > 0 && !(value >= block[(row - 1) * width + column])) {
      throw lines.malformed(
          name(column)
              + " must not fall, found "
              + quotedWord()
              + " after "
              + block[(row - 1) * width + column]
              + " (are its columns g and n?)");
    }
    if (column == 0 && blocks > 0 && value != result[row * width]) {
      throw lines.malformed(
          "expected the r of the blocks before, "
              + result[row * width]
              + " Å, found "
              + quotedWord());
    }
  }

  private String quotedLine() {
    return LineReader.quoted(lines.text());
  }

  private String quotedWord() {
    return LineReader.quoted(lines.word());
  }

  private String name(int column) {
    if (column == 0) {
      return "r (Å)";
    }
    return (column % 2 == 1 ? "g of " : "n of ") + order.get((column - 1) / 2);
  }
}
