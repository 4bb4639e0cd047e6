package org.glasspcf.core;

import java.util.HashMap;
import java.util.Map;

/**
 * The chemical elements, in the order of their atomic numbers.
 *
 * <p>Molar masses (g/mol) are the abridged standard atomic weights of IUPAC: T. Prohaska et al.,
 * <em>Standard atomic weights of the elements 2021 (IUPAC Technical Report)</em>, Pure Appl. Chem.
 * 94, 573 (2022), doi 10.1515/pac-2019-0603, table 2. An element without a standard atomic weight
 * has the mass number of its longest-lived isotope, as in IUPAC's periodic table of 4 May 2022.
 */
public enum Element {
  /** Hydrogen. */
  H(1.0080),
  /** Helium. */
  He(4.0026),
  /** Lithium. */
  Li(6.94),
  /** Beryllium. */
  Be(9.0122),
  /** Boron. */
  B(10.81),
  /** Carbon. */
  C(12.011),
  /** Nitrogen. */
  N(14.007),
  /** Oxygen. */
  O(15.999),
  /** Fluorine. */
  F(18.998),
  /** Neon. */
  Ne(20.180),
  /** Sodium. */
  Na(22.990),
  /** Magnesium. */
  Mg(24.305),
  /** Aluminum. */
  Al(26.982),
  /** Silicon. */
  Si(28.085),
  /** Phosphorus. */
  P(30.974),
  /** Sulfur. */
  S(32.06),
  /** Chlorine. */
  Cl(35.45),
  /** Argon. */
  Ar(39.95),
  /** Potassium. */
  K(39.098),
  /** Calcium. */
  Ca(40.078),
  /** Scandium. */
  Sc(44.956),
  /** Titanium. */
  Ti(47.867),
  /** Vanadium. */
  V(50.942),
  /** Chromium. */
  Cr(51.996),
  /** Manganese. */
  Mn(54.938),
  /** Iron. */
  Fe(55.845),
  /** Cobalt. */
  Co(58.933),
  /** Nickel. */
  Ni(58.693),
  /** Copper. */
  Cu(63.546),
  /** Zinc. */
  Zn(65.38),
  /** Gallium. */
  Ga(69.723),
  /** Germanium. */
  Ge(72.630),
  /** Arsenic. */
  As(74.922),
  /** Selenium. */
  Se(78.971),
  /** Bromine. */
  Br(79.904),
  /** Krypton. */
  Kr(83.798),
  /** Rubidium. */
  Rb(85.468),
  /** Strontium. */
  Sr(87.62),
  /** Yttrium. */
  Y(88.906),
  /** Zirconium. */
  Zr(91.224),
  /** Niobium. */
  Nb(92.906),
  /** Molybdenum. */
  Mo(95.95),
  /** Technetium. */
  Tc(97, false),
  /** Ruthenium. */
  Ru(101.07),
  /** Rhodium. */
  Rh(102.91),
  /** Palladium. */
  Pd(106.42),
  /** Silver. */
  Ag(107.87),
  /** Cadmium. */
  Cd(112.41),
  /** Indium. */
  In(114.82),
  /** Tin. */
  Sn(118.71),
  /** Antimony. */
  Sb(121.76),
  /** Tellurium. */
  Te(127.60),
  /** Iodine. */
  I(126.90),
  /** Xenon. */
  Xe(131.29),
  /** Cesium. */
  Cs(132.91),
  /** Barium. */
  Ba(137.33),
  /** Lanthanum. */
  La(138.91),
  /** Cerium. */
  Ce(140.12),
  /** Praseodymium. */
  Pr(140.91),
  /** Neodymium. */
  Nd(144.24),
  /** Promethium. */
  Pm(145, false),
  /** Samarium. */
  Sm(150.36),
  /** Europium. */
  Eu(151.96),
  /** Gadolinium. */
  Gd(157.25),
  /** Terbium. */
  Tb(158.93),
  /** Dysprosium. */
  Dy(162.50),
  /** Holmium. */
  Ho(164.93),
  /** Erbium. */
  Er(167.26),
  /** Thulium. */
  Tm(168.93),
  /** Ytterbium. */
  Yb(173.05),
  /** Lutetium. */
  Lu(174.97),
  /** Hafnium. */
  Hf(178.49),
  /** Tantalum. */
  Ta(180.95),
  /** Tungsten. */
  W(183.84),
  /** Rhenium. */
  Re(186.21),
  /** Osmium. */
  Os(190.23),
  /** Iridium. */
  Ir(192.22),
  /** Platinum. */
  Pt(195.08),
  /** Gold. */
  Au(196.97),
  /** Mercury. */
  Hg(200.59),
  /** Thallium. */
  Tl(204.38),
  /** Lead. */
  Pb(207.2),
  /** Bismuth. */
  Bi(208.98),
  /** Polonium. */
  Po(209, false),
  /** Astatine. */
  At(210, false),
  /** Radon. */
  Rn(222, false),
  /** Francium. */
  Fr(223, false),
  /** Radium. */
  Ra(226, false),
  /** Actinium. */
  Ac(227, false),
  /** Thorium. */
  Th(232.04),
  /** Protactinium. */
  Pa(231.04),
  /** Uranium. */
  U(238.03),
  /** Neptunium. */
  Np(237, false),
  /** Plutonium. */
  Pu(244, false),
  /** Americium. */
  Am(243, false),
  /** Curium. */
  Cm(247, false),
  /** Berkelium. */
  Bk(247, false),
  /** Californium. */
  Cf(251, false),
  /** Einsteinium. */
  Es(252, false),
  /** Fermium. */
  Fm(257, false),
  /** Mendelevium. */
  Md(258, false),
  /** Nobelium. */
  No(259, false),
  /** Lawrencium. */
  Lr(262, false),
  /** Rutherfordium. */
  Rf(267, false),
  /** Dubnium. */
  Db(268, false),
  /** Seaborgium. */
  Sg(269, false),
  /** Bohrium. */
  Bh(270, false),
  /** Hassium. */
  Hs(269, false),
  /** Meitnerium. */
  Mt(277, false),
  /** Darmstadtium. */
  Ds(281, false),
  /** Roentgenium. */
  Rg(282, false),
  /** Copernicium. */
  Cn(285, false),
  /** Nihonium. */
  Nh(286, false),
  /** Flerovium. */
  Fl(290, false),
  /** Moscovium. */
  Mc(290, false),
  /** Livermorium. */
  Lv(293, false),
  /** Tennessine. */
  Ts(294, false),
  /** Oganesson. */
  Og(294, false);

  private static final Map<String, Element> BY_SYMBOL = new HashMap<>();

  static {
    for (Element element : values()) {
      BY_SYMBOL.put(element.symbol(), element);
    }
  }

  private final double molarMass;
  private final boolean standardAtomicWeight;

  Element(double molarMass) {
    this(molarMass, true);
  }

  Element(double molarMass, boolean standardAtomicWeight) {
    this.molarMass = molarMass;
    this.standardAtomicWeight = standardAtomicWeight;
  }

  /**
   * The element of a symbol.
   *
   * @param symbol the symbol as chemists write it, {@code Si}; case matters
   * @return the element
   * @throws IllegalArgumentException if no element has this symbol
   */
  public static Element of(String symbol) {
    Element element = BY_SYMBOL.get(symbol);
    if (element == null) {
      throw new IllegalArgumentException(
          "an element must be a symbol of the periodic table such as Si, got "
              + Preconditions.quoted(String.valueOf(symbol)));
    }
    return element;
  }

  static boolean isSymbol(String symbol) {
    return BY_SYMBOL.containsKey(symbol);
  }

  /**
   * The symbol.
   *
   * @return the symbol as chemists write it, {@code Si}
   */
  public String symbol() {
    return name();
  }

  /**
   * The atomic number.
   *
   * @return number of protons, from 1 to 118
   */
  public int atomicNumber() {
    return ordinal() + 1;
  }

  /**
   * The molar mass.
   *
   * @return molar mass (g/mol): the abridged standard atomic weight, or without one the mass number
   *     of the longest-lived isotope
   */
  public double molarMass() {
    return molarMass;
  }

  /**
   * Tells whether IUPAC gives this element a standard atomic weight.
   *
   * @return false for elements without a characteristic terrestrial composition, such as technetium
   */
  public boolean hasStandardAtomicWeight() {
    return standardAtomicWeight;
  }
}
