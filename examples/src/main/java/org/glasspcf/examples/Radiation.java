package org.glasspcf.examples;

import org.glasspcf.core.diffraction.GlassDiffraction;
import org.glasspcf.core.diffraction.NeutronScatteringLengths;
import org.glasspcf.core.diffraction.QGrid;
import org.glasspcf.core.diffraction.StructureFactor;
import org.glasspcf.core.diffraction.XrayFormFactors;

/** What is diffracted. */
enum Radiation {
  NEUTRON("neutron", "neutrons") {
    @Override
    StructureFactor total(GlassDiffraction glass, NeutronScatteringLengths lengths, QGrid q) {
      return glass.neutron(lengths, q);
    }
  },
  XRAY("xray", "X-rays") {
    @Override
    StructureFactor total(GlassDiffraction glass, NeutronScatteringLengths lengths, QGrid q) {
      return glass.xray(XrayFormFactors.neutral(), q);
    }
  };

  private final String column;
  private final String label;

  Radiation(String column, String label) {
    this.column = column;
    this.label = label;
  }

  /** The name of its column in a file. */
  String column() {
    return column;
  }

  /** Its name in pictures. */
  String label() {
    return label;
  }

  /** The total S(Q) of a glass. */
  abstract StructureFactor total(GlassDiffraction glass, NeutronScatteringLengths lengths, QGrid q);
}
