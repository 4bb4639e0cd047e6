package org.glasspcf.core.diffraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.PcfCsv;
import org.glasspcf.core.density.NumberDensities;

/** Reference files (see origin.md beside them) and glasses for the tests of this package. */
final class References {
  private static final String DATA = "/org/glasspcf/core/dataset/nbs-glass-md/";

  static final RadialGrid GRID = RadialGrid.uniform(10, 500);

  private References() {}

  /** A CSV file: its header, then its rows. */
  static List<String[]> lines(String name) {
    try (InputStream file = References.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a CSV file without its header. */
  static List<String[]> rows(String name) {
    List<String[]> lines = lines(name);
    return lines.subList(1, lines.size());
  }

  /** A melt of the bundled data, with the densities of its box. Reads no more than is needed. */
  static GlassDiffraction melt(String id) {
    List<String[]> glasses = lines(DATA + "glasses.csv");
    String[] header = glasses.get(0);
    String[] row = glasses.stream().filter(cells -> cells[0].equals(id)).findFirst().orElseThrow();
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    double volume = Double.NaN;
    for (int column = 0; column < header.length; column++) {
      if (header[column].startsWith("n_")) {
        atoms.put(Element.of(header[column].substring(2)), Integer.valueOf(row[column]));
      } else if (header[column].equals("volume_A3")) {
        volume = Double.parseDouble(row[column]);
      }
    }
    try {
      URL file = References.class.getResource(DATA + "pcf/" + id + ".csv.gz");
      return GlassDiffraction.of(
          PcfCsv.read(Path.of(file.toURI())), NumberDensities.ofAtoms(atoms, volume));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static PairCorrelationFunction curve(RadialGrid grid, DoubleUnaryOperator g) {
    return PairCorrelationFunction.of(
        grid,
        IntStream.range(0, grid.bins())
            .mapToDouble(i -> g.applyAsDouble(grid.center(i)))
            .toArray());
  }

  /** A glass of SiO2 in a box of 20 Å whose curves are all the same. */
  static GlassDiffraction silica(PairCorrelationFunction curve) {
    return GlassDiffraction.of(
        curves(curve, "Si-Si", "Si-O", "O-O"),
        NumberDensities.ofAtoms(Map.of(Element.Si, 176, Element.O, 352), 8000));
  }

  static Map<ElementPair, PairCorrelationFunction> curves(
      PairCorrelationFunction curve, String... pairs) {
    Map<ElementPair, PairCorrelationFunction> curves = new TreeMap<>();
    for (String pair : pairs) {
      curves.put(ElementPair.parse(pair), curve);
    }
    return curves;
  }
}
