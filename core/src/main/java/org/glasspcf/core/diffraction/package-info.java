/**
 * What diffraction would see of a glass: partial and total structure factors S(Q), and the total
 * correlation functions G(r), D(r) and T(r), from its partial pair correlation functions, measured
 * or predicted.
 *
 * <p>{@link org.glasspcf.core.diffraction.GlassDiffraction} computes, {@link
 * org.glasspcf.core.diffraction.NeutronScatteringLengths} and {@link
 * org.glasspcf.core.diffraction.XrayFormFactors} say how strongly an element scatters, {@link
 * org.glasspcf.core.diffraction.DiffractionCsv} writes.
 *
 * <pre>{@code
 * GlassDiffraction diffraction = GlassDiffraction.of(curves, densities).withWindow(WindowFunction.LORCH);
 * QGrid q = QGrid.uniform(0.5, 25, 491); // Å⁻¹
 * StructureFactor neutrons = diffraction.neutron(NeutronScatteringLengths.natural().withIsotope("11B"), q);
 * neutrons.firstSharpPeak(); // Å⁻¹
 * diffraction.totalCorrelation(NeutronScatteringLengths.natural()).total(); // T(r), barn Å⁻²
 * }</pre>
 *
 * <p>The package depends on {@code org.glasspcf.core} and {@code org.glasspcf.core.density}, and
 * reads its tables with FastCSV; anything above may depend on it.
 */
package org.glasspcf.core.diffraction;
