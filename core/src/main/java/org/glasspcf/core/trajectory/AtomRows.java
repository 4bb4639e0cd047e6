package org.glasspcf.core.trajectory;

import java.util.Arrays;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;

/**
 * Reads the lines of the atoms of one frame after another, by columns, into arrays that grow with
 * the lines that are there: a number of atoms that the file only claims costs nothing.
 */
final class AtomRows {
  /** What a column holds. */
  enum Column {
    IGNORED,
    LABEL,
    /** The element's symbol beside a label that says the same, or LAMMPS's C for an untold one. */
    SYMBOL,
    ID,
    X,
    Y,
    Z
  }

  private static final int FIRST_CAPACITY = 1024;
  private static final int MOST_ATOMS = (Integer.MAX_VALUE - 8) / 3;
  private static final int INDEX_BITS = 30;
  private static final long LARGEST_ID = (1L << Long.SIZE - 1 - INDEX_BITS) - 1;

  private final LineReader lines;
  private final ElementLabels labels;
  private int largestSoFar = FIRST_CAPACITY;

  /** Of every atom: its id, and below it the place of its line, so that they sort by id. */
  private long[] ids = {};

  private Element[] elements;
  private double[] positions;

  AtomRows(LineReader lines, ElementLabels labels) {
    this.lines = lines;
    this.labels = labels;
  }

  /** The number of atoms that the current line states. */
  int count() {
    long count = lines.onlyWhole("the number of atoms");
    if (count < 1 || count > MOST_ATOMS) {
      throw lines.malformed(
          "the number of atoms must be from 1 to " + MOST_ATOMS + ", found " + count);
    }
    return (int) count;
  }

  /**
   * Reads the lines that follow, and sorts the atoms by id if there is a column of ids.
   *
   * @param atoms how many there must be
   * @param columns what each word of a line is; each kind but IGNORED once at most, LABEL and X, Y,
   *     Z once
   * @param open whether a line may have more words
   */
  void read(int atoms, Column[] columns, boolean open) {
    boolean hasIds = Arrays.asList(columns).contains(Column.ID);
    int capacity = Math.min(atoms, largestSoFar);
    elements = new Element[capacity];
    positions = new double[3 * capacity];
    boolean sorted = true;
    long firstLine = lines.number() + 1;
    for (int atom = 0; atom < atoms; atom++) {
      if (!lines.advance()) {
        lines.require("atom " + (atom + 1) + " of " + atoms);
      }
      if (atom == capacity) {
        capacity = (int) Math.min(atoms, capacity + (capacity >> 1) + 1L);
        elements = Arrays.copyOf(elements, capacity);
        positions = Arrays.copyOf(positions, 3 * capacity);
      }
      if (hasIds && atom == ids.length) {
        ids = Arrays.copyOf(ids, Math.max(capacity, FIRST_CAPACITY));
      }
      readLine(atom, atoms, columns, open);
      sorted &= !hasIds || atom == 0 || ids[atom] > ids[atom - 1];
    }
    largestSoFar = Math.max(largestSoFar, atoms);
    if (hasIds) {
      if (!sorted) {
        sort(atoms);
      }
      refuseRepeatedIds(atoms, firstLine);
    }
  }

  private void readLine(int atom, int atoms, Column[] columns, boolean open) {
    boolean fits;
    try {
      fits = readWords(atom, columns, open);
    } catch (GlassDataException | TruncatedInput e) {
      int found = lines.words().size();
      if (found == columns.length || open && found > columns.length) {
        throw e;
      }
      fits = false; // a wrong number of words explains a wrong one
    }
    if (!fits) {
      throw wrongColumns(atom, atoms, columns.length);
    }
  }

  private boolean readWords(int atom, Column[] columns, boolean open) {
    byte[] text = lines.bytes();
    int end = lines.end();
    int at = lines.start();
    int symbol = -1;
    int symbolEnd = -1;
    for (Column column : columns) {
      while (at < end && LineReader.isBlank(text[at])) {
        at++;
      }
      int word = at;
      while (at < end && !LineReader.isBlank(text[at])) {
        at++;
      }
      if (word == at) {
        return false;
      }
      switch (column) {
        case LABEL -> elements[atom] = labels.of(lines, word, at);
        case SYMBOL -> {
          symbol = word;
          symbolEnd = at;
        }
        case ID -> ids[atom] = id(text, word, at) << INDEX_BITS | atom;
        case X -> positions[3 * atom] = coordinate(text, word, at, 'x');
        case Y -> positions[3 * atom + 1] = coordinate(text, word, at, 'y');
        case Z -> positions[3 * atom + 2] = coordinate(text, word, at, 'z');
        case IGNORED -> {
          continue;
        }
      }
    }
    while (at < end && LineReader.isBlank(text[at])) {
      at++;
    }
    if (symbol >= 0) {
      requireSymbol(elements[atom], symbol, symbolEnd);
    }
    return open || at == end;
  }

  private void requireSymbol(Element element, int from, int to) {
    String symbol = element.symbol();
    boolean same = to - from == symbol.length();
    for (int i = 0; same && i < symbol.length(); i++) {
      same = lines.bytes()[from + i] == symbol.charAt(i);
    }
    boolean untold = to - from == 1 && lines.bytes()[from] == 'C';
    if (!same && !untold && isSymbol(lines.text(from, to))) {
      throw lines.malformed(
          "an atom's type and its column element must say the same, but its type is named "
              + symbol
              + " and its element is "
              + lines.text(from, to)
              + ": is the order of the types right?");
    }
  }

  /** The column may hold other words, which say nothing of the element. */
  private static boolean isSymbol(String word) {
    return Arrays.stream(Element.values()).anyMatch(e -> e.symbol().equals(word));
  }

  private RuntimeException wrongColumns(int atom, int atoms, int columns) {
    return lines.malformed(
        "expected atom "
            + (atom + 1)
            + " of "
            + atoms
            + " in "
            + columns
            + " columns, found "
            + lines.words().size()
            + ": "
            + LineReader.quoted(lines.text()));
  }

  private double coordinate(byte[] text, int from, int to, char axis) {
    double value = Numbers.decimal(text, from, to);
    if (Double.isNaN(value)) {
      throw lines.malformed(
          "expected a finite number for the coordinate " + axis + ", found " + found(from, to));
    }
    return value;
  }

  private long id(byte[] text, int from, int to) {
    long id = Numbers.whole(text, from, to);
    if (!(id >= 0 && id <= LARGEST_ID)) {
      throw lines.malformed(
          "expected an id from 0 to " + LARGEST_ID + ", found " + found(from, to));
    }
    return id;
  }

  private String found(int from, int to) {
    return LineReader.quoted(lines.text(from, to));
  }

  private void sort(int atoms) {
    Arrays.sort(ids, 0, atoms);
    Element[] sortedElements = new Element[atoms];
    double[] sortedPositions = new double[3 * atoms];
    for (int atom = 0; atom < atoms; atom++) {
      int from = place(ids[atom]);
      sortedElements[atom] = elements[from];
      System.arraycopy(positions, 3 * from, sortedPositions, 3 * atom, 3);
    }
    elements = sortedElements;
    positions = sortedPositions;
  }

  private static int place(long idAndPlace) {
    return (int) (idAndPlace & (1L << INDEX_BITS) - 1);
  }

  private void refuseRepeatedIds(int atoms, long firstLine) {
    for (int atom = 1; atom < atoms; atom++) {
      long id = ids[atom] >> INDEX_BITS;
      if (id == ids[atom - 1] >> INDEX_BITS) {
        throw GlassDataException.atLine(
            lines.source(),
            firstLine + place(ids[atom]),
            "the ids of a frame must differ, but "
                + id
                + " is also that of line "
                + (firstLine + place(ids[atom - 1])));
      }
    }
  }

  /** The elements read last; whoever calls owns them. */
  Element[] elements() {
    return elements;
  }

  /** The coordinates read last, x, y, z of each atom; whoever calls owns them. */
  double[] positions() {
    return positions;
  }
}
