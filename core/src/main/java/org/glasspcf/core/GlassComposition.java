package org.glasspcf.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The nominal composition of an oxide glass: oxides and their amounts (mol%).
 *
 * <pre>{@code
 * GlassComposition glass = GlassComposition.parse("60SiO2-20B2O3-20Na2O"); // mol%
 * GlassComposition doped = glass.dopedWith(Oxide.BaO, 5); // 57SiO2-19B2O3-19Na2O-5BaO
 * GlassComposition byMass = GlassComposition.parseMassPercent("70SiO2-30Na2O");
 * double x = doped.moleFraction(Oxide.of("B2O3")); // 0.19
 * List<ElementPair> pairs = glass.pairs(); // Si-Si, Si-B, Si-O, …: ten of them
 * }</pre>
 *
 * <p>Amounts are kept as mol% to 6 decimals; one that rounds to zero there is dropped. They must
 * sum to 100 mol%: a sum within 1e-5 of 100 is taken as it is, one within 0.5 is normalized (and
 * {@link #statedSum()} tells so), any other is refused. Two compositions are equal if all their
 * amounts are, however they were written, and a composition equals what its {@link #toString()}
 * reads back as.
 *
 * <p>A glass may carry {@linkplain #conditions() conditions}, named numbers such as the quench rate
 * of its melt. Glasses of one composition at different conditions are different glasses; without
 * conditions a composition is the composition alone.
 */
public final class GlassComposition {
  private static final int DECIMALS = 6;
  private static final double MICRO = 1e6;
  private static final long WHOLE = 100_000_000;
  private static final long EXACT = 10;
  private static final double EXACT_PERCENT = EXACT / MICRO * (1 + 1e-6);
  private static final double TOLERANCE_PERCENT = 0.5;

  /** Amounts in millionths of a mol%: whole numbers, so that equality and printing are exact. */
  private final SortedMap<Oxide, Long> amounts;

  private final long sum;
  private final OptionalDouble statedSum;
  private final List<Element> elements;
  private final SortedMap<String, Double> conditions;

  private GlassComposition(
      SortedMap<Oxide, Long> amounts,
      OptionalDouble statedSum,
      SortedMap<String, Double> conditions) {
    this.amounts = amounts;
    this.conditions = conditions;
    this.sum = amounts.values().stream().mapToLong(Long::longValue).sum();
    this.statedSum = statedSum;
    this.elements =
        amounts.keySet().stream()
            .flatMap(oxide -> oxide.elements().stream())
            .distinct()
            .sorted(ElementOrder.PRINTING)
            .toList();
  }

  /**
   * Reads a composition in mol%, as glass people write it.
   *
   * <p>Examples: {@code 60SiO2-20B2O3-20Na2O}, {@code 60SiO2·20B2O3·20Na2O}, {@code
   * (Na2O)20(SiO2)80}, {@code 57.5 SiO₂ – 42.5 Na₂O}, {@code 60%SiO2 + 40%Na2O}, {@code
   * 80SiO2-20BaO (mol%)}, {@code SiO2} alone for 100 mol%. Between oxides stand a dash, a plus, a
   * middle dot or a blank. Decimals have a point; a comma is refused. Oxide formulas are those of
   * {@link Oxide#of}. Conditions follow an at sign: {@code 80SiO2-20Na2O @ quench_K_per_ps=20;
   * temperature_K=300}.
   *
   * @param text the composition (mol%)
   * @return the composition
   * @throws IllegalArgumentException if the text cannot be read (the message says where), an oxide
   *     or condition is named twice, an amount is negative, or the sum is off 100 mol% by more than
   *     0.5 mol%
   */
  public static GlassComposition parse(String text) {
    int at = Objects.requireNonNull(text, "composition").indexOf('@');
    if (at < 0) {
      return ofMolePercent(CompositionParser.parse(text, AmountKind.MOLE));
    }
    return ofMolePercent(CompositionParser.parse(text.substring(0, at), AmountKind.MOLE))
        .with(Conditions.parse(text.substring(at + 1)));
  }

  /**
   * Reads a composition in mass%, in the same spellings as {@link #parse}.
   *
   * @param text the composition (mass%)
   * @return the composition
   * @throws IllegalArgumentException if the text cannot be read (the message says where), an oxide
   *     is named twice, an amount is negative, or the sum is off 100 mass% by more than 0.5 mass%
   */
  public static GlassComposition parseMassPercent(String text) {
    return ofMassPercent(CompositionParser.parse(text, AmountKind.MASS));
  }

  /**
   * A composition of amounts in mol%.
   *
   * @param amounts the amount (mol%) of each oxide, finite and not below 0; copied
   * @return the composition
   * @throws IllegalArgumentException if there is no oxide, an amount is not a finite number or
   *     below 0, or the sum is off 100 mol% by more than 0.5 mol%
   */
  public static GlassComposition ofMolePercent(Map<Oxide, Double> amounts) {
    double stated = checkedSum(amounts, AmountKind.MOLE);
    boolean exact = Math.abs(stated - 100) <= EXACT_PERCENT;
    return rounded(
        new TreeMap<>(amounts),
        exact ? 1 : 100 / stated,
        exact ? OptionalDouble.empty() : OptionalDouble.of(stated));
  }

  /**
   * A composition of amounts in mass%, converted with {@link Oxide#molarMass()}.
   *
   * @param amounts the amount (mass%) of each oxide, finite and not below 0; copied
   * @return the composition, in mol%
   * @throws IllegalArgumentException if there is no oxide, an amount is not a finite number or
   *     below 0, or the sum is off 100 mass% by more than 0.5 mass%
   */
  public static GlassComposition ofMassPercent(Map<Oxide, Double> amounts) {
    double stated = checkedSum(amounts, AmountKind.MASS);
    SortedMap<Oxide, Double> moles = new TreeMap<>();
    double total = 0;
    for (Map.Entry<Oxide, Double> amount : new TreeMap<>(amounts).entrySet()) {
      double mole = amount.getValue() / amount.getKey().molarMass();
      moles.put(amount.getKey(), mole);
      total += mole;
    }
    boolean exact = Math.abs(stated - 100) <= EXACT_PERCENT;
    return rounded(moles, 100 / total, exact ? OptionalDouble.empty() : OptionalDouble.of(stated));
  }

  /**
   * This glass with an oxide added in place of the others: the oxide gets the amount given, and all
   * oxides of this glass share the rest in their ratio (so does an oxide added before by this
   * method).
   *
   * @param oxide an oxide that is not in this glass
   * @param molPercent amount (mol%) from 0 to below 100; for 0 the result equals this glass
   * @return the doped composition
   * @throws IllegalArgumentException if the amount is not from 0 to below 100 mol%, or the oxide is
   *     in this glass already: then "doped with" has no one meaning, and the composition is to be
   *     written out
   */
  public GlassComposition dopedWith(Oxide oxide, double molPercent) {
    Objects.requireNonNull(oxide, "oxide");
    if (!(molPercent >= 0 && molPercent < 100)) {
      throw new IllegalArgumentException(
          "the amount of a dopant must be from 0 to below 100 (mol%), got "
              + Preconditions.plain(molPercent)
              + " of "
              + oxide);
    }
    if (amounts.containsKey(oxide)) {
      throw new IllegalArgumentException(
          "a dopant must not be in the glass already, but "
              + this
              + " has "
              + Preconditions.plain(molePercent(oxide))
              + " mol% of "
              + oxide
              + ": write the composition out");
    }
    SortedMap<Oxide, Double> doped = new TreeMap<>();
    amounts.forEach((base, amount) -> doped.put(base, amount * (100 - molPercent) / sum));
    doped.put(oxide, molPercent);
    return rounded(doped, 1, statedSum).with(conditions);
  }

  private GlassComposition with(SortedMap<String, Double> changed) {
    return new GlassComposition(amounts, statedSum, changed);
  }

  /**
   * This glass at a condition, in place of an earlier value of that name.
   *
   * @param name letters, digits and {@code _}, beginning with a letter; names the unit for clarity,
   *     {@code quench_K_per_ps}
   * @param value a finite number, in the unit that all glasses of a data set share
   * @return the glass at this condition
   * @throws IllegalArgumentException if the name cannot stand or the value is not finite
   */
  public GlassComposition withCondition(String name, double value) {
    return with(Conditions.with(conditions, name, value));
  }

  /**
   * This glass at a condition whose range is known.
   *
   * @param input what the value is of
   * @param value the value (the input's unit), in its range
   * @return the glass at this condition
   * @throws IllegalArgumentException if the value is out of the input's range
   */
  public GlassComposition withCondition(NumericInput input, double value) {
    return withCondition(input.name(), input.requireInRange(value));
  }

  /**
   * The composition alone. Splits by glass keep all glasses on one side for which it is equal.
   *
   * @return this glass without conditions
   */
  public GlassComposition withoutConditions() {
    return conditions.isEmpty() ? this : with(Conditions.NONE);
  }

  /**
   * The conditions of the glass.
   *
   * @return name → value, sorted by name; unmodifiable, and empty if only the composition is given
   */
  public SortedMap<String, Double> conditions() {
    return conditions;
  }

  /**
   * A composition of exact amounts.
   *
   * @param millionths the amount of each oxide in millionths of a mol%, all above 0, their sum 100
   *     mol%; not copied
   */
  static GlassComposition ofMillionths(SortedMap<Oxide, Long> millionths) {
    return new GlassComposition(millionths, OptionalDouble.empty(), Conditions.NONE);
  }

  private static double checkedSum(Map<Oxide, Double> amounts, AmountKind kind) {
    double sum = 0;
    for (Map.Entry<Oxide, Double> amount : amounts.entrySet()) {
      sum +=
          Preconditions.finiteNotNegative(
              amount.getValue(), "the amount of " + amount.getKey(), kind.unit());
    }
    if (!(Math.abs(sum - 100) <= TOLERANCE_PERCENT + 1e-9)) {
      String hint =
          Math.abs(sum - 1) <= TOLERANCE_PERCENT / 100
              ? "; these look like fractions: write 60 for 0.6"
              : "";
      throw new IllegalArgumentException(
          "amounts must sum to 100 "
              + kind.unit()
              + " within 0.5 "
              + kind.unit()
              + ", got "
              + Preconditions.plain(sum)
              + " "
              + kind.unit()
              + hint);
    }
    return Math.round(sum * 1e9) / 1e9; // 100.4, not what adding 60.2 and 40.2 leaves of it
  }

  private static GlassComposition rounded(
      SortedMap<Oxide, Double> amounts, double factor, OptionalDouble statedSum) {
    SortedMap<Oxide, Long> micro = new TreeMap<>();
    for (Map.Entry<Oxide, Double> amount : amounts.entrySet()) {
      long rounded = Math.round(amount.getValue() * factor * MICRO);
      if (rounded > 0) {
        micro.put(amount.getKey(), rounded);
      }
    }
    long excess = micro.values().stream().mapToLong(Long::longValue).sum() - WHOLE;
    if (micro.size() == 1 || Math.abs(excess) > EXACT) {
      // Rounding of dozens of oxides can add up: what is printed must never need normalizing.
      Oxide largest = Collections.max(micro.entrySet(), Map.Entry.comparingByValue()).getKey();
      micro.merge(largest, -excess, Long::sum);
    }
    return new GlassComposition(micro, statedSum, Conditions.NONE);
  }

  /**
   * The oxides of the glass.
   *
   * @return the oxides with an amount above 0, in printing order; immutable
   */
  public List<Oxide> oxides() {
    return List.copyOf(amounts.keySet());
  }

  /**
   * The amount of an oxide.
   *
   * @param oxide an oxide
   * @return its amount (mol%), to 6 decimals; 0 if it is not in the glass
   */
  public double molePercent(Oxide oxide) {
    return amounts.getOrDefault(oxide, 0L) / MICRO;
  }

  /**
   * The mole fraction of an oxide.
   *
   * @param oxide an oxide
   * @return its amount over the sum of all (1), so that fractions sum to 1; 0 if it is not in the
   *     glass
   */
  public double moleFraction(Oxide oxide) {
    return amounts.getOrDefault(oxide, 0L) / (double) sum;
  }

  /**
   * The share of an oxide in the mass.
   *
   * @param oxide an oxide
   * @return its mass over the mass of all (mass%), from {@link Oxide#molarMass()}; 0 if it is not
   *     in the glass
   */
  public double massPercent(Oxide oxide) {
    double mass = 0;
    for (Map.Entry<Oxide, Long> amount : amounts.entrySet()) {
      mass += amount.getValue() * amount.getKey().molarMass();
    }
    return 100 * amounts.getOrDefault(oxide, 0L) * oxide.molarMass() / mass;
  }

  /**
   * Tells whether an element is in the glass.
   *
   * @param element an element
   * @return true if one of the oxides holds it
   */
  public boolean contains(Element element) {
    return elements.contains(element);
  }

  /**
   * The elements of the glass.
   *
   * @return its elements in the order of a pair's name (Si, B, Na, Ba, Ti, Zn, other cations, other
   *     anions, O); immutable
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * The pairs of elements of the glass, like pairs among them.
   *
   * @return n(n + 1)/2 pairs for n elements, sorted as the columns of the data set; immutable
   */
  public List<ElementPair> pairs() {
    List<ElementPair> pairs = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      for (int j = i; j < elements.size(); j++) {
        pairs.add(ElementPair.of(elements.get(i), elements.get(j)));
      }
    }
    Collections.sort(pairs);
    return List.copyOf(pairs);
  }

  /**
   * The sum that had to be normalized.
   *
   * @return the sum of the amounts as they were given (%, of the kind they were given in) if it was
   *     off 100 by more than 1e-5; empty if they were taken as they were. A doped glass keeps it
   */
  public OptionalDouble statedSum() {
    return statedSum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GlassComposition glass
        && amounts.equals(glass.amounts)
        && conditions.equals(glass.conditions);
  }

  @Override
  public int hashCode() {
    return amounts.hashCode() + 31 * conditions.hashCode();
  }

  /**
   * The composition in mol%, {@code 60SiO2-20B2O3-20Na2O}: the same in every locale, and read back
   * by {@link #parse} as an equal composition. A single oxide is its formula. Conditions follow,
   * {@code SiO2 @ quench_K_per_ps=20.0}.
   *
   * @return the canonical spelling
   */
  @Override
  public String toString() {
    return conditions.isEmpty()
        ? oxidesText()
        : oxidesText() + Conditions.SEPARATOR + Conditions.text(conditions);
  }

  private String oxidesText() {
    if (amounts.size() == 1) {
      return amounts.firstKey().formula();
    }
    return amounts.entrySet().stream()
        .map(amount -> printed(amount.getValue()) + amount.getKey())
        .collect(Collectors.joining("-"));
  }

  private static String printed(long micro) {
    return BigDecimal.valueOf(micro, DECIMALS).stripTrailingZeros().toPlainString();
  }
}
