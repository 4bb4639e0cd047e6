package org.glasspcf.core.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.Oxide;

/**
 * The slots of a fingerprint of a glass and a pair, and how they are filled. Immutable.
 *
 * <p>The slots stand in this order, the oxides in theirs:
 *
 * <ul>
 *   <li>{@code base.<oxide>} of each base oxide: a presence bit ({@link FingerprintEncoding#PAPER})
 *       or the mole fraction among the bases ({@link FingerprintEncoding#FRACTIONS});
 *   <li>{@code dopant.<oxide>} of each dopant: a presence bit; then {@code amount.<oxide>} of each
 *       dopant (mol%);
 *   <li>{@code input.<name>} of each numeric input: the {@linkplain GlassComposition#conditions()
 *       condition} of that name (its unit);
 *   <li>{@code pair.<row>-<column>}, row by row over all elements of the oxides: 1 at the pair's
 *       cell and its mirror image.
 * </ul>
 *
 * <p>The paper's is one of them, with 58 slots: bases Na2O, B2O3, SiO2; dopants BaO, TiO2, ZnO;
 * elements Si, B, O, Ba, Na, Ti, Zn (section III of K. Ayush, P. Sahu, Sk. M. Ali, T. K. Patra,
 * <em>Predicting Pair Correlation Functions of Glasses using Machine Learning</em> (2023),
 * arXiv:2308.11151). Its bits cannot tell two glasses of the same oxides apart; the fractions can.
 *
 * <pre>{@code
 * FingerprintSchema schema =
 *     FingerprintSchema.ofBases(Oxide.SiO2, Oxide.Na2O, Oxide.Li2O)
 *         .withDopants(Oxide.Al2O3)
 *         .withInputs(NumericInput.logarithmic("quench_K_per_ps", "K/ps", 10, 160));
 * }</pre>
 */
public final class FingerprintSchema {
  private static final FingerprintSchema PAPER =
      ofBases(Oxide.Na2O, Oxide.B2O3, Oxide.SiO2)
          .withDopants(Oxide.BaO, Oxide.TiO2, Oxide.ZnO)
          .withElementOrder(
              Element.Si, Element.B, Element.O, Element.Ba, Element.Na, Element.Ti, Element.Zn)
          .withEncoding(FingerprintEncoding.PAPER);
  private static final FingerprintSchema FRACTIONS =
      PAPER.withEncoding(FingerprintEncoding.FRACTIONS);

  private final List<Oxide> bases;
  private final List<Oxide> dopants;
  private final List<Element> elements;
  private final List<NumericInput> inputs;
  private final FingerprintEncoding encoding;
  private final List<Oxide> oxides;
  private final List<String> slotNames;

  private FingerprintSchema(
      List<Oxide> bases,
      List<Oxide> dopants,
      List<Element> elements,
      List<NumericInput> inputs,
      FingerprintEncoding encoding) {
    this.bases = bases;
    this.dopants = dopants;
    this.elements = elements;
    this.inputs = inputs;
    this.encoding = Objects.requireNonNull(encoding, "encoding");
    this.oxides = Stream.of(bases, dopants).flatMap(List::stream).sorted().toList();
    this.slotNames = names();
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
   * The newest schema of an encoding, with the paper's oxides.
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
   * A schema of base oxides, with mole fractions, no dopant and no input. Every glass needs at
   * least one base.
   *
   * @param bases at least one oxide, in the order of their slots
   * @return the schema
   * @throws IllegalArgumentException if there is no oxide or one stands twice
   */
  public static FingerprintSchema ofBases(Oxide... bases) {
    return of(
        List.of(bases), List.of(), List.of(), List.of(), FingerprintEncoding.FRACTIONS, false);
  }

  /** A checked schema; elements of the oxides that stand in no order yet follow as they appear. */
  private static FingerprintSchema of(
      List<Oxide> bases,
      List<Oxide> dopants,
      List<Element> order,
      List<NumericInput> inputs,
      FingerprintEncoding encoding,
      boolean completeOrder) {
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("a fingerprint needs at least one base oxide, got none");
    }
    requireOnce(bases, "a base oxide of a fingerprint");
    requireOnce(dopants, "a dopant of a fingerprint");
    Set<Oxide> known = new HashSet<>(bases);
    dopants.stream()
        .filter(known::contains)
        .findFirst()
        .ifPresent(
            both -> {
              throw new IllegalArgumentException(
                  "an oxide must be a base or a dopant of a fingerprint, but " + both + " is both");
            });
    requireOnce(inputs.stream().map(NumericInput::name).toList(), "an input of a fingerprint");
    requireOnce(order, "an element of a fingerprint");
    Set<Element> present = new LinkedHashSet<>();
    Stream.of(bases, dopants)
        .flatMap(List::stream)
        .forEach(oxide -> present.addAll(oxide.elements()));
    if (completeOrder && !present.equals(new HashSet<>(order))) {
      throw new IllegalArgumentException(
          "the order of a fingerprint's elements must hold each of "
              + listed(present.stream())
              + " once, got "
              + listed(order.stream()));
    }
    Set<Element> elements = new LinkedHashSet<>(order);
    elements.retainAll(present);
    elements.addAll(present);
    return new FingerprintSchema(bases, dopants, List.copyOf(elements), inputs, encoding);
  }

  private static void requireOnce(List<?> things, String what) {
    Set<Object> seen = new HashSet<>();
    for (Object thing : things) {
      if (!seen.add(thing)) {
        throw new IllegalArgumentException(what + " must stand once, but " + thing + " is twice");
      }
    }
  }

  /**
   * This schema with other dopants.
   *
   * @param dopants oxides that are no bases, in the order of their slots; may be none
   * @return the changed schema; elements that are new follow the others
   * @throws IllegalArgumentException if one stands twice or is a base
   */
  public FingerprintSchema withDopants(Oxide... dopants) {
    return of(bases, List.of(dopants), elements, inputs, encoding, false);
  }

  /**
   * This schema with other numeric inputs. A glass then needs a condition of each, and no other.
   *
   * @param inputs the inputs, in the order of their slots; may be none
   * @return the changed schema
   * @throws IllegalArgumentException if a name stands twice
   */
  public FingerprintSchema withInputs(NumericInput... inputs) {
    return of(bases, dopants, elements, List.of(inputs), encoding, false);
  }

  /**
   * This schema with the elements in another order.
   *
   * @param order every element of the oxides once, in the order of the pair matrix's rows
   * @return the changed schema
   * @throws IllegalArgumentException if one is missing, stands twice or is in none of the oxides
   */
  public FingerprintSchema withElementOrder(Element... order) {
    return of(bases, dopants, List.of(order), inputs, encoding, true);
  }

  /**
   * This schema with other base slots.
   *
   * @param changed what the base slots hold
   * @return the changed schema
   */
  public FingerprintSchema withEncoding(FingerprintEncoding changed) {
    return new FingerprintSchema(bases, dopants, elements, inputs, changed);
  }

  /**
   * The schema of an id, as a model file holds it.
   *
   * @param id what {@link #id()} gave
   * @return the schema
   * @throws IllegalArgumentException if this version of the library knows no such schema, or the id
   *     is not spelled as {@link #id()} spells it
   */
  public static FingerprintSchema ofId(String id) {
    return switch (id) {
      case "paper/1" -> PAPER;
      case "fractions/1" -> FRACTIONS;
      default -> SchemaId.parse(id);
    };
  }

  /** A schema from its parts. */
  static FingerprintSchema of(
      List<Oxide> bases,
      List<Oxide> dopants,
      List<Element> order,
      List<NumericInput> inputs,
      FingerprintEncoding encoding) {
    return of(bases, dopants, order, inputs, encoding, true);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    bases.forEach(oxide -> names.add("base." + oxide));
    dopants.forEach(oxide -> names.add("dopant." + oxide));
    dopants.forEach(oxide -> names.add("amount." + oxide));
    inputs.forEach(input -> names.add("input." + input.name()));
    for (Element row : elements) {
      for (Element column : elements) {
        names.add("pair." + row.symbol() + "-" + column.symbol());
      }
    }
    return List.copyOf(names);
  }

  private int firstAmount() {
    return bases.size() + dopants.size();
  }

  private int firstInput() {
    return firstAmount() + dopants.size();
  }

  private int firstPair() {
    return firstInput() + inputs.size();
  }

  /**
   * The number of slots.
   *
   * @return the number of {@link #slotNames()}; 58 for the paper's
   */
  public int size() {
    return slotNames.size();
  }

  /**
   * The names of the slots.
   *
   * @return the names in the order of the values; immutable
   */
  public List<String> slotNames() {
    return slotNames;
  }

  String slotUnit(int slot) {
    if (isInput(slot)) {
      return " " + inputs.get(slot - firstInput()).unit();
    }
    return slot >= firstAmount() && slot < firstInput() ? " mol%" : "";
  }

  boolean isInput(int slot) {
    return slot >= firstInput() && slot < firstPair();
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
   * @return {@code paper/1} or {@code fractions/1} for the paper's oxides; otherwise everything
   *     that the schema consists of, {@code
   *     custom/1;FRACTIONS;bases=SiO2,Na2O;dopants=Al2O3;elements=Si,O,Na,Al;inputs=t_K[K]LINEAR(300.0..4000.0)}
   */
  public String id() {
    for (FingerprintSchema known : List.of(PAPER, FRACTIONS)) {
      if (equals(known)) {
        return encoding.name().toLowerCase(Locale.ROOT) + "/1";
      }
    }
    return SchemaId.print(this);
  }

  /**
   * The base oxides.
   *
   * @return the bases in the order of their slots; immutable
   */
  public List<Oxide> bases() {
    return bases;
  }

  /**
   * The dopants.
   *
   * @return the dopants in the order of their slots; immutable
   */
  public List<Oxide> dopants() {
    return dopants;
  }

  /**
   * The numeric inputs.
   *
   * @return the inputs in the order of their slots; immutable
   */
  public List<NumericInput> inputs() {
    return inputs;
  }

  /**
   * The oxides a glass may have.
   *
   * @return bases and dopants in printing order; immutable
   */
  public List<Oxide> oxides() {
    return oxides;
  }

  /**
   * The elements of the pair matrix.
   *
   * @return the elements in the order of its rows; immutable
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * The fingerprint of a pair in a glass.
   *
   * @param composition a glass of the oxides this schema knows, with at least one of the bases, and
   *     with a condition of each input
   * @param pair a pair of two elements of the glass
   * @return the fingerprint
   * @throws IllegalArgumentException if the glass has an oxide or condition that this schema does
   *     not know (the message names those it knows), lacks a condition or has one out of range, has
   *     no base, or an element of the pair is not in the glass
   */
  public Fingerprint encode(GlassComposition composition, ElementPair pair) {
    requireKnown(composition);
    requirePresent(composition, pair.first(), pair);
    requirePresent(composition, pair.second(), pair);
    double sum = bases.stream().mapToDouble(composition::molePercent).sum();
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "a glass must have at least one of the base oxides "
              + listed(bases.stream().sorted())
              + ", got "
              + composition);
    }
    double[] values = new double[size()];
    for (int i = 0; i < bases.size(); i++) {
      double amount = composition.molePercent(bases.get(i));
      values[i] =
          switch (encoding) {
            case PAPER -> amount > 0 ? 1 : 0;
            case FRACTIONS -> amount / sum;
          };
    }
    for (int i = 0; i < dopants.size(); i++) {
      double amount = composition.molePercent(dopants.get(i));
      values[bases.size() + i] = amount > 0 ? 1 : 0;
      values[firstAmount() + i] = amount;
    }
    for (int i = 0; i < inputs.size(); i++) {
      values[firstInput() + i] = composition.conditions().get(inputs.get(i).name());
    }
    values[pairSlot(pair.first(), pair.second())] = 1;
    values[pairSlot(pair.second(), pair.first())] = 1;
    return new Fingerprint(this, values);
  }

  private int pairSlot(Element row, Element column) {
    return firstPair() + elements.indexOf(row) * elements.size() + elements.indexOf(column);
  }

  /**
   * Checks that a glass is one that this schema can tell from others.
   *
   * @param composition any glass
   * @throws IllegalArgumentException if it has an oxide or condition that this schema does not
   *     know, lacks a condition, or has one out of its range
   */
  public void requireKnown(GlassComposition composition) {
    List<Oxide> unknown =
        composition.oxides().stream().filter(oxide -> !oxides.contains(oxide)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "a glass must consist of oxides that the model knows ("
              + listed(oxides.stream())
              + "), got "
              + listed(unknown.stream()));
    }
    SortedMap<String, Double> conditions = composition.conditions();
    for (NumericInput input : inputs) {
      Double value = conditions.get(input.name());
      if (value == null) {
        throw new IllegalArgumentException(
            "a glass needs the condition "
                + input.name()
                + " ("
                + input.unit()
                + ", from "
                + input.least()
                + " to "
                + input.most()
                + ") that the model knows it by, got "
                + composition);
      }
      input.requireInRange(value);
    }
    if (conditions.size() > inputs.size()) {
      List<String> known = inputs.stream().map(NumericInput::name).toList();
      throw new IllegalArgumentException(
          "a glass must have no other conditions than those that the model knows ("
              + (known.isEmpty() ? "none" : listed(known.stream()))
              + "), got "
              + composition);
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
  public boolean equals(Object other) {
    return other instanceof FingerprintSchema that
        && encoding == that.encoding
        && bases.equals(that.bases)
        && dopants.equals(that.dopants)
        && elements.equals(that.elements)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bases, dopants, elements, inputs, encoding.name());
  }

  @Override
  public String toString() {
    return id();
  }
}
