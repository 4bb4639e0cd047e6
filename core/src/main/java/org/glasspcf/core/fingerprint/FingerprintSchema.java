package org.glasspcf.core.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * The 58 slots of the paper's fingerprint of a glass and a pair, and how they are filled.
 *
 * <p>After section III of K. Ayush, P. Sahu, Sk. M. Ali, T. K. Patra, <em>Predicting Pair
 * Correlation Functions of Glasses using Machine Learning</em> (2023), arXiv:2308.11151:
 *
 * <ul>
 *   <li>3 base slots, {@code base.Na2O, base.B2O3, base.SiO2}: presence bits ({@link
 *       FingerprintEncoding#PAPER}) or mole fractions among the bases ({@link
 *       FingerprintEncoding#FRACTIONS});
 *   <li>6 dopant slots: presence bits {@code dopant.BaO, dopant.TiO2, dopant.ZnO}, then amounts
 *       {@code amount.BaO, amount.TiO2, amount.ZnO} (mol%);
 *   <li>49 pair slots {@code pair.<row>-<column>}, row by row over Si, B, O, Ba, Na, Ti, Zn: 1 at
 *       the pair's cell and its mirror image.
 * </ul>
 *
 * <p>The paper's bits cannot tell two glasses of the same oxides apart; the fractions can.
 */
public final class FingerprintSchema {
  private static final int VERSION = 1;

  private static final List<Oxide> BASES = List.of(Oxide.Na2O, Oxide.B2O3, Oxide.SiO2);
  private static final List<Oxide> DOPANTS = List.of(Oxide.BaO, Oxide.TiO2, Oxide.ZnO);
  private static final List<Element> ELEMENTS =
      List.of(Element.Si, Element.B, Element.O, Element.Ba, Element.Na, Element.Ti, Element.Zn);
  private static final List<Oxide> OXIDES =
      Stream.of(BASES, DOPANTS).flatMap(List::stream).sorted().toList();

  private static final int FIRST_DOPANT = BASES.size();
  private static final int FIRST_AMOUNT = FIRST_DOPANT + DOPANTS.size();
  private static final int FIRST_PAIR = FIRST_AMOUNT + DOPANTS.size();
  private static final int SIZE = FIRST_PAIR + ELEMENTS.size() * ELEMENTS.size();
  private static final List<String> SLOT_NAMES = names();

  private static final FingerprintSchema PAPER = new FingerprintSchema(FingerprintEncoding.PAPER);
  private static final FingerprintSchema FRACTIONS =
      new FingerprintSchema(FingerprintEncoding.FRACTIONS);

  private final FingerprintEncoding encoding;

  private FingerprintSchema(FingerprintEncoding encoding) {
    this.encoding = encoding;
  }

  /**
   * The schema with the paper's presence bits for the bases.
   *
   * @return the schema {@code paper/1}
   */
  public static FingerprintSchema paper() {
    return PAPER;
  }

  /**
   * The schema with mole fractions among the bases.
   *
   * @return the schema {@code fractions/1}
   */
  public static FingerprintSchema fractions() {
    return FRACTIONS;
  }

  /**
   * The newest schema of an encoding.
   *
   * @param encoding what the base slots hold
   * @return the schema
   */
  public static FingerprintSchema of(FingerprintEncoding encoding) {
    return switch (encoding) {
      case PAPER -> PAPER;
      case FRACTIONS -> FRACTIONS;
    };
  }

  /**
   * The schema of an id, as a model file holds it.
   *
   * @param id encoding and version, {@code fractions/1}
   * @return the schema
   * @throws IllegalArgumentException if this version of the library knows no such schema
   */
  public static FingerprintSchema ofId(String id) {
    for (FingerprintSchema schema : List.of(PAPER, FRACTIONS)) {
      if (schema.id().equals(id)) {
        return schema;
      }
    }
    throw new IllegalArgumentException(
        "a fingerprint schema must be one of paper/1, fractions/1, got \"" + id + '"');
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(SIZE);
    BASES.forEach(oxide -> names.add("base." + oxide));
    DOPANTS.forEach(oxide -> names.add("dopant." + oxide));
    DOPANTS.forEach(oxide -> names.add("amount." + oxide));
    for (Element row : ELEMENTS) {
      for (Element column : ELEMENTS) {
        names.add("pair." + row.symbol() + "-" + column.symbol());
      }
    }
    return List.copyOf(names);
  }

  /**
   * The number of slots.
   *
   * @return 58
   */
  public int size() {
    return SIZE;
  }

  /**
   * The names of the slots.
   *
   * @return 58 names in the order of the values; immutable
   */
  public List<String> slotNames() {
    return SLOT_NAMES;
  }

  String slotUnit(int slot) {
    return slot >= FIRST_AMOUNT && slot < FIRST_PAIR ? " mol%" : "";
  }

  /**
   * The encoding.
   *
   * @return what the base slots hold
   */
  public FingerprintEncoding encoding() {
    return encoding;
  }

  /**
   * The id that model files hold. It changes with the meaning of any slot.
   *
   * @return encoding and version, {@code fractions/1}
   */
  public String id() {
    return encoding.name().toLowerCase(Locale.ROOT) + "/" + VERSION;
  }

  /**
   * The oxides a glass may have.
   *
   * @return SiO2, B2O3, Na2O, BaO, ZnO, TiO2; immutable
   */
  public List<Oxide> oxides() {
    return OXIDES;
  }

  /**
   * The elements of the pair matrix.
   *
   * @return Si, B, O, Ba, Na, Ti, Zn, in the order of its rows; immutable
   */
  public List<Element> elements() {
    return ELEMENTS;
  }

  /**
   * The fingerprint of a pair in a glass.
   *
   * @param composition a glass of the oxides this schema knows, with at least one of the bases
   *     Na2O, B2O3, SiO2
   * @param pair a pair of two elements of the glass
   * @return the fingerprint
   * @throws IllegalArgumentException if the glass has an oxide that this schema does not know (the
   *     message names those it knows) or no base, or an element of the pair is not in the glass
   */
  public Fingerprint encode(GlassComposition composition, ElementPair pair) {
    requireKnown(composition);
    requirePresent(composition, pair.first(), pair);
    requirePresent(composition, pair.second(), pair);
    double bases = BASES.stream().mapToDouble(composition::molePercent).sum();
    if (!(bases > 0)) {
      throw new IllegalArgumentException(
          "a glass must have at least one of the base oxides "
              + listed(BASES.stream().sorted())
              + ", got "
              + composition);
    }
    double[] values = new double[SIZE];
    for (int i = 0; i < BASES.size(); i++) {
      double amount = composition.molePercent(BASES.get(i));
      values[i] =
          switch (encoding) {
            case PAPER -> amount > 0 ? 1 : 0;
            case FRACTIONS -> amount / bases;
          };
    }
    for (int i = 0; i < DOPANTS.size(); i++) {
      double amount = composition.molePercent(DOPANTS.get(i));
      values[FIRST_DOPANT + i] = amount > 0 ? 1 : 0;
      values[FIRST_AMOUNT + i] = amount;
    }
    values[pairSlot(pair.first(), pair.second())] = 1;
    values[pairSlot(pair.second(), pair.first())] = 1;
    return new Fingerprint(this, values);
  }

  private static int pairSlot(Element row, Element column) {
    return FIRST_PAIR + ELEMENTS.indexOf(row) * ELEMENTS.size() + ELEMENTS.indexOf(column);
  }

  private void requireKnown(GlassComposition composition) {
    for (Oxide oxide : composition.oxides()) {
      if (!OXIDES.contains(oxide)) {
        throw new IllegalArgumentException(
            "a glass must consist of the oxides that the schema "
                + id()
                + " knows ("
                + listed(OXIDES.stream())
                + "), but "
                + composition
                + " has "
                + oxide);
      }
    }
  }

  private static void requirePresent(
      GlassComposition composition, Element element, ElementPair pair) {
    if (!composition.contains(element)) {
      throw new IllegalArgumentException(
          "both elements of a pair must be in the glass, but "
              + composition
              + " has no "
              + element
              + " for "
              + pair
              + "; its elements are "
              + listed(composition.elements().stream()));
    }
  }

  private static String listed(Stream<?> things) {
    return things.map(Objects::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
