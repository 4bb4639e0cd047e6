package org.glasspcf.core.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.core.trajectory.LammpsRdf.Blocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LammpsRdfTest {
  private static final String HEADER =
      "# Time-averaged data for fix g\n# TimeStep Number-of-rows\n"
          + "# Row c_g[1] c_g[2] c_g[3] c_g[4] c_g[5]\n";
  private static final String FIRST = "100 3\n1 0.5 0 0 1 0.25\n2 1.5 4 2 2 0.5\n3 2.5 1 3 0 0.5\n";
  private static final String SECOND =
      "200 3\n1 0.5 0 0 2 0.75\n2 1.5 2 3 2 0.75\n3 2.5 1 4 1 1.5\n";
  private static final String RDF = HEADER + FIRST + SECOND;
  private static final List<DirectedPair> PAIRS = pairs("Si-O", "O-O");

  @TempDir private Path root;
  private TextFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new TextFolder(root);
  }

  static List<DirectedPair> pairs(String... names) {
    return Stream.of(names).map(DirectedPair::parse).toList();
  }

  private LammpsRdf read(String text, Blocks blocks) {
    return LammpsRdf.read(folder.write(text), PAIRS, blocks);
  }

  private void assertRefused(String text, int line, String words) {
    for (Blocks blocks :
        new Blocks[] {Blocks.LAST, Blocks.MEAN, Blocks.LAST.withTruncatedLastBlockDropped()}) {
      Path file = folder.write(text);
      TextFolder.assertRefused(file, line, words, () -> LammpsRdf.read(file, PAIRS, blocks));
    }
  }

  @Test
  void lastBlock_isRead() {
    LammpsRdf rdf = read(RDF, Blocks.LAST);
    assertEquals(RadialGrid.uniform(3, 3), rdf.grid());
    assertEquals(
        List.of(ElementPair.of("Si", "O"), ElementPair.of("O", "O")),
        List.copyOf(rdf.curves().keySet()));
    assertArrayEquals(new double[] {0, 2, 1}, rdf.curve(ElementPair.of("O", "Si")).values());
    assertArrayEquals(new double[] {2, 2, 1}, rdf.curve(ElementPair.of("O", "O")).values());
    assertArrayEquals(new double[] {0, 3, 4}, rdf.coordination(Element.Si, Element.O));
    assertArrayEquals(new double[] {0.75, 0.75, 1.5}, rdf.coordination(Element.O, Element.O));
    assertEquals(PAIRS, rdf.order());
    assertEquals(1, rdf.blocks());
    assertEquals(Optional.empty(), rdf.droppedBlock());
    assertEquals("g(r) of [Si-O, O-O] on 3 bins from 0 to 3 Å", rdf.toString());
  }

  @Test
  void meanOfBlocks_isRead() {
    LammpsRdf rdf = read(RDF + FIRST + "# a comment\n" + SECOND, Blocks.MEAN);
    assertEquals(RadialGrid.uniform(3, 3), rdf.grid());
    assertArrayEquals(new double[] {0, 3, 1}, rdf.curve(ElementPair.of("Si", "O")).values());
    assertArrayEquals(new double[] {1.5, 2, 0.5}, rdf.curve(ElementPair.of("O", "O")).values());
    assertArrayEquals(new double[] {0, 2.5, 3.5}, rdf.coordination(Element.Si, Element.O));
    assertEquals(4, rdf.blocks());
  }

  @Test
  void oneBlock_isItsOwnMean() {
    assertEquals(
        read(HEADER + FIRST, Blocks.LAST).curves(), read(HEADER + FIRST, Blocks.MEAN).curves());
  }

  @Test
  void gzip_isRecognizedByContent() {
    Map<ElementPair, PairCorrelationFunction> plain = read(RDF, Blocks.LAST).curves();
    Path file = folder.write(TextFolder.gzip(RDF.getBytes()));
    assertEquals(plain, LammpsRdf.read(file, PAIRS, Blocks.LAST).curves());
  }

  @Test
  void arrays_areCopied() {
    LammpsRdf rdf = read(RDF, Blocks.LAST);
    rdf.coordination(Element.Si, Element.O)[1] = 9;
    assertEquals(3, rdf.coordination(Element.Si, Element.O)[1]);
    assertThrows(UnsupportedOperationException.class, () -> rdf.curves().clear());
  }

  @Test
  void pair_thatIsNotThere_isRefused() {
    LammpsRdf rdf = read(RDF, Blocks.LAST);
    assertEquals(
        "the pair must be one of [Si-O, O-O], got Si-Si",
        assertThrows(IllegalArgumentException.class, () -> rdf.curve(ElementPair.of("Si", "Si")))
            .getMessage());
    assertEquals(
        "coordination numbers must be those of one of [Si-O, O-O], center first, got O-Si",
        assertThrows(IllegalArgumentException.class, () -> rdf.coordination(Element.O, Element.Si))
            .getMessage());
  }

  @Test
  void order_emptyOrRepeated_isRefused() {
    Path file = folder.write(RDF);
    assertEquals(
        "the order must name at least one pair, got none",
        assertThrows(
                IllegalArgumentException.class, () -> LammpsRdf.read(file, List.of(), Blocks.LAST))
            .getMessage());
    assertEquals(
        "the order must name a pair once, got [Si-O, Si-O]",
        assertThrows(
                IllegalArgumentException.class,
                () -> LammpsRdf.read(file, pairs("Si-O", "Si-O"), Blocks.LAST))
            .getMessage());
  }

  @Test
  void bothDirections_ofOnePair_shareTheirCurve() {
    String same = "7 2\n1 0.5 3 1 3 2\n2 1.5 1 4 1.0001 8\n";
    LammpsRdf rdf = LammpsRdf.read(folder.write(same), pairs("Si-O", "O-Si"), Blocks.LAST);
    assertEquals(1, rdf.curves().size());
    assertArrayEquals(new double[] {1, 4}, rdf.coordination(Element.Si, Element.O));
    assertArrayEquals(new double[] {2, 8}, rdf.coordination(Element.O, Element.Si));
    Path file = folder.write(same.replace("1.0001", "1.01"));
    TextFolder.assertRefused(
        file,
        3,
        "g must be the same in both directions of a pair, found 1.0 for Si-O and 1.01 for O-Si"
            + " (is the order of the pairs right?)",
        () -> LammpsRdf.read(file, pairs("Si-O", "O-Si"), Blocks.LAST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 3        | 100          | 4 | expected a block's timestep and number of rows, found '100'
          100 3        | 100 3 1      | 4 | expected a block's timestep and number of rows, found '100 3 1'
          100 3        | x 3          | 4 | expected a block's timestep and number of rows, found 'x 3'
          100 3        | 100 0        | 4 | expected a block's timestep and number of rows, found '100 0'
          100 3        | 100 -1       | 4 | expected a block's timestep and number of rows, found '100 -1'
          100 3        | 100 99999999999 | 4 | expected a block's timestep and number of rows
          100 3        | 100 2        | 7 | expected a block's timestep and number of rows, found '3 2.5 1 3 0 0.5'
          100 3        | 100 4        | 8 | expected row 4 of 4, found '200 3'
          2 1.5        | 3 1.5        | 6 | expected row 2 of 3, found '3 1.5 4 2 2 0.5'
          2 1.5        | # 1.5        | 6 | expected row 2 of 3, found '# 1.5 4 2 2 0.5'
          1.5 4 2 2    | 1.5 4 2      | 6 | expected 6 columns, row r and g n for each of the 2 pairs [Si-O, O-O], found 5
          1.5 4 2 2    | 1.5 4 2 2 1  | 6 | expected 6 columns, row r and g n for each of the 2 pairs [Si-O, O-O], found 7
          1.5 4 2 2    | x 4 2 2      | 6 | expected a number not below 0 for r (Å), found 'x'
          1.5 4 2 2    | 1.5 -4 2 2   | 6 | expected a number not below 0 for g of Si-O, found '-4'
          1.5 4 2 2    | 1.5 nan 2 2  | 6 | expected a number not below 0 for g of Si-O, found 'nan'
          1.5 4 2 2    | 1.5 4 inf 2  | 6 | expected a number not below 0 for n of Si-O, found 'inf'
          1.5 4 2 2    | 1.5 4 2 -nan | 6 | expected a number not below 0 for g of O-O, found '-nan'
          2 2 0.5      | 2 2 0.1      | 6 | n of O-O must not fall, found '0.1' after 0.25 (are its columns g and n?)
          200 3        | 200 2        | 8 | expected a block of 3 rows like the first, found one of 2
          1.5 2 3      | 1.6 2 3      | 10 | expected the r of the blocks before, 1.5 Å, found '1.6'
          """)
  void file_thatBreaksTheFormat_isRefusedByPlace(String good, String bad, int line, String words) {
    assertRefused(RDF.replace(good, bad), line, words);
  }

  @ParameterizedTest
  @CsvSource({
    "2 1.5, 2 1.4, 5, '1.5 Å here as the last is 2.5 Å, found 1.4 Å'",
    "3 2.5, 3 3.0, 4, '0.6 Å here as the last is 3.0 Å, found 0.5 Å'",
    "1 0.5, 1 0.0, 4, '0.5 Å here as the last is 2.5 Å, found 0.0 Å'"
  })
  void unevenBins_areRefused(String good, String bad, int line, String words) {
    assertRefused(
        HEADER + FIRST.replace(good, bad),
        line + 1,
        "r must be the middles of even bins from 0, " + words);
  }

  @Test
  void overflow_isRefused() {
    String huge = FIRST.replace(" 4 2 ", " 1e308 2 ");
    Path file = folder.write(huge + huge);
    TextFolder.assertRefused(
        file,
        7,
        "the mean of g of Si-O must be finite",
        () -> LammpsRdf.read(file, PAIRS, Blocks.MEAN));
    Path flat = folder.write("1 1\n1 0 1 1 1 1\n");
    GlassDataException error =
        assertThrows(GlassDataException.class, () -> LammpsRdf.read(flat, PAIRS, Blocks.LAST));
    assertTrue(error.getMessage().contains("the last edge of a grid must be"), error.getMessage());
  }

  @Test
  void block_cutAnywhere_isRefusedOrDropped() {
    String text = HEADER + FIRST + SECOND;
    Map<ElementPair, PairCorrelationFunction> first = read(HEADER + FIRST, Blocks.LAST).curves();
    for (int length = (HEADER + FIRST).length() + 1; length < text.length(); length++) {
      Path file = folder.write(text.substring(0, length));
      assertThrows(GlassDataException.class, () -> LammpsRdf.read(file, PAIRS, Blocks.LAST));
      LammpsRdf rdf = LammpsRdf.read(file, PAIRS, Blocks.MEAN.withTruncatedLastBlockDropped());
      assertEquals(first, rdf.curves());
      assertEquals(1, rdf.blocks());
      assertTrue(rdf.droppedBlock().orElseThrow().startsWith("block 2: " + file + ":"));
    }
  }

  @Test
  void fileWithoutAWholeBlock_isRefused() {
    Path empty = folder.write(HEADER);
    assertEquals(
        empty + ": must have at least one block 'timestep rows', found none",
        assertThrows(GlassDataException.class, () -> LammpsRdf.read(empty, PAIRS, Blocks.LAST))
            .getMessage());
    Path cut = folder.write("1 2\n1 0.5 0 0 0 0\n");
    Blocks dropping = Blocks.LAST.withTruncatedLastBlockDropped();
    assertEquals(
        cut
            + ": must have at least one block 'timestep rows', found none (block 1: "
            + cut
            + ":3: expected row 2 of 2, found the end of the file)",
        assertThrows(GlassDataException.class, () -> LammpsRdf.read(cut, PAIRS, dropping))
            .getMessage());
  }

  /** Space for so many rows, 8 GB, is not there. */
  @Test
  void claimedRows_takeNoSpace() {
    Path file = folder.write(FIRST.replace("100 3", "100 200000000"));
    TextFolder.assertRefused(
        file,
        5,
        "expected row 4 of 200000000, found the end of the file",
        () -> LammpsRdf.read(file, PAIRS, Blocks.LAST));
  }

  /** Middles that were rounded to six digits, as LAMMPS prints them, and to fewer. */
  @ParameterizedTest
  @CsvSource({
    "8, 300, 6",
    "10, 500, 6",
    "7.3, 61, 6",
    "10, 1000, 6",
    "10, 3, 6",
    "12.5, 1, 6",
    "10.00003, 500, 12",
    "10, 500, 4"
  })
  void grid_endsAtTheCutoff(double cutoff, int bins, int digits) {
    StringBuilder text = new StringBuilder("0 " + bins + "\n");
    for (int i = 0; i < bins; i++) {
      String r =
          new java.math.BigDecimal((i + 0.5) * cutoff / bins)
              .round(new java.math.MathContext(digits))
              .toString();
      text.append(i + 1).append(' ').append(r).append(" 0 0 0 0\n");
    }
    assertEquals(RadialGrid.uniform(cutoff, bins), read(text.toString(), Blocks.LAST).grid());
  }

  /** The file of one raw glass: its columns, read by hand, and its own invariants. */
  @Test
  void rawFile_isRead() throws IOException {
    List<DirectedPair> order = rawPairs();
    LammpsRdf rdf =
        LammpsRdf.read(folder.resource(TextFolder.RAW + "rdf.out.gz"), order, Blocks.LAST);
    assertEquals(RadialGrid.uniform(10, 500), rdf.grid());
    assertEquals(10, rdf.curves().size());
    assertEquals(order, rdf.order());
    // zcat rdf.out.gz | awk '$1 == 81 {print $7, $8}'
    assertEquals(27.0016, rdf.curve(ElementPair.of("Si", "O")).value(80));
    assertEquals(2.27585, rdf.coordination(Element.Si, Element.O)[80]);
    NumberDensities densities =
        NumberDensities.ofAtoms(
            Map.of(Element.Si, 265, Element.B, 176, Element.O, 882, Element.Na, 176),
            Math.pow(2.6386626495974312e+01 + 3.4071510892887957e-02, 3));
    for (DirectedPair pair : order) {
      double[] n = rdf.coordination(pair.center(), pair.neighbor());
      PairCorrelationFunction g = rdf.curve(pair.pair());
      double density =
          densities.of(pair.neighbor())
              - (pair.pair().isLike() ? 1 / Math.pow(26.420698006867198, 3) : 0);
      double sum = 0;
      for (int bin = 0; bin < n.length; bin++) {
        sum += 4 * Math.PI * density * g.value(bin) * rdf.grid().shellMoment(bin);
        assertEquals(sum, n[bin], 1e-5 * sum, pair + " in bin " + bin);
      }
    }
  }

  private List<DirectedPair> rawPairs() throws IOException {
    String json = Files.readString(folder.resource(TextFolder.RAW + "pairs.json"));
    String list = json.substring(json.indexOf('[') + 1, json.indexOf(']'));
    return pairs(list.replace("\"", "").split(", "));
  }

  @Test
  void directedPair_printsItsCenterFirst() {
    DirectedPair pair = DirectedPair.parse(" O - Na ");
    assertEquals(new DirectedPair(Element.O, Element.Na), pair);
    assertEquals("O-Na", pair.toString());
    assertEquals("Na-O", pair.pair().toString());
    assertFalse(pair.equals(DirectedPair.parse("Na-O")));
    for (String text : new String[] {"SiO", "", "Si-", "Si-O-Si", "Xx-O"}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> DirectedPair.parse(text)).getMessage();
      assertTrue(message.contains("got \""), String.format(Locale.ROOT, "%s: %s", text, message));
    }
  }
}
