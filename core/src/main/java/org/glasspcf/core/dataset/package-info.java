/**
 * Data sets of simulated glasses: melts, the samples they average to, splits, and the files they
 * are read from and written to.
 *
 * <p>A <em>simulation</em> ({@link org.glasspcf.core.dataset.GlassSimulation}) is one melt of one
 * composition. Several independent melts of a composition differ by much more than their counting
 * error, because the disorder is frozen in; the truth of a composition is therefore the mean over
 * its melts, and that is what a <em>sample</em> ({@link org.glasspcf.core.dataset.GlassSample})
 * holds. Every split keeps all melts of a composition on one side, and glasses that were held out
 * for testing stay marked as such in every subset of a {@link
 * org.glasspcf.core.dataset.GlassDataset}.
 *
 * <p>The package depends on {@code org.glasspcf.core} and on nothing that trains or predicts;
 * everything that trains, tunes or evaluates may depend on it.
 *
 * <h2>Folder layout</h2>
 *
 * <table>
 * <caption>Files of a data set</caption>
 * <tr><th>file</th><th>content</th></tr>
 * <tr><td>{@code glasses.csv}</td><td>one row a melt: {@code id}; {@code <oxide>_molpct} (mol%) for
 * any oxide; {@code n_<Element>} (atoms) for every element in the glass; optionally {@code seed},
 * {@code density_g_cm3} (g/cm³), {@code volume_A3} (Å³), {@code engine}; other columns are
 * ignored</td></tr>
 * <tr><td>{@code pcf/<id>.csv.gz} or {@code pcf/<id>.csv}</td><td>{@code r_A} (Å, evenly spaced bin
 * centers) and one column of g(r) (1) for every pair, named {@code Si-O} or {@code O-Si}, in any
 * order</td></tr>
 * <tr><td>{@code split.csv}</td><td>optional: {@code id} and {@code part} ({@code train} or {@code
 * test}) of every melt; without it nothing is held out</td></tr>
 * </table>
 *
 * <p>Other columns of {@code glasses.csv} can be read as {@linkplain
 * org.glasspcf.core.GlassComposition#conditions() conditions}, if the caller names them ({@link
 * org.glasspcf.core.dataset.GlassDataset#read(java.nio.file.Path, java.util.List)}).
 *
 * <h2>Hash of a data set</h2>
 *
 * <p>SHA-256 of these bytes, with integers as 4 bytes and numbers as the 8 bytes of IEEE 754, both
 * big-endian; a text is its length in UTF-8 bytes, then those bytes; a list is its length, then its
 * members:
 *
 * <ol>
 *   <li>the text {@code glass-pcf dataset/1};
 *   <li>the list of the grid's edges (Å), empty for an empty data set;
 *   <li>the list of melts by id, each of: id; canonical text of the composition; the list of
 *       elements that have atoms, by atomic number, each as symbol and count; seed as decimal text,
 *       empty if not known; density (g/cm³) and volume (Å³), each as a list of one or no number;
 *       engine; the list of pairs in their natural order, each as name and list of values;
 *   <li>the list of held-out compositions, as sorted canonical texts.
 * </ol>
 */
package org.glasspcf.core.dataset;
