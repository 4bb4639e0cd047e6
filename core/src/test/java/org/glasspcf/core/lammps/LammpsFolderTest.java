package org.glasspcf.core.lammps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** On the raw files of one LAMMPS run, its dump and its own g(r). */
class LammpsFolderTest {
  private static final Path RAW =
      Path.of("src/test/resources/org/glasspcf/core/raw/nbs-60-20-20-s1");
  private static final String[] PAIRS = {
    "Si-Si", "Si-B", "Si-O", "Si-Na", "B-B", "B-O", "B-Na", "O-O", "O-Na", "Na-Na"
  };
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  private static final String HEADER = "id,SiO2_molpct,B2O3_molpct,Na2O_molpct,rate_K_per_ps";
  private static final NumericInput RATE =
      NumericInput.logarithmic("rate_K_per_ps", "K/ps", 1, 100);

  @TempDir Path folder;

  private LammpsFolder with(String raw, String name, String... table) throws IOException {
    Files.copy(RAW.resolve(raw), folder.resolve(name));
    if (table.length > 0) {
      Files.write(folder.resolve("glasses.csv"), List.of(table));
    }
    return LammpsFolder.of(folder)
        .withTypes(Element.Si, Element.B, Element.O, Element.Na)
        .withPairs(PAIRS);
  }

  private static String refusal(LammpsFolder melts) {
    return assertThrows(GlassDataException.class, melts::read).getMessage();
  }

  @Test
  void read_dump_countsAtomsAndVolumeItself() throws IOException {
    GlassDataset data = with("traj.dump.gz", "a.dump.gz").withGlass("a", GLASS).read();
    GlassSimulation melt = data.simulations().get(0);
    assertEquals(List.of(GLASS), data.compositions());
    assertEquals(10, data.curves());
    assertEquals(1499, sum(melt));
    assertTrue(melt.volume().isPresent());
  }

  private static int sum(GlassSimulation melt) {
    return List.of(Element.Si, Element.B, Element.O, Element.Na).stream()
        .mapToInt(melt::atomCount)
        .sum();
  }

  @Test
  void read_rdfWithTable_isNearTheDumpsCurves() throws IOException {
    GlassSimulation dump =
        with("traj.dump.gz", "a.dump.gz").withGlass("a", GLASS).read().simulations().get(0);
    Files.delete(folder.resolve("a.dump.gz"));
    String counts =
        ",%d,%d,%d,%d"
            .formatted(
                dump.atomCount(Element.Si),
                dump.atomCount(Element.B),
                dump.atomCount(Element.O),
                dump.atomCount(Element.Na));
    LammpsFolder melts =
        with(
            "rdf.out.gz",
            "a.rdf.gz",
            HEADER + ",n_Si,n_B,n_O,n_Na,seed,density_g_cm3,engine",
            "a,60,20,20,40" + counts + ",7,2.4,lammps");
    GlassSimulation melt = melts.withConditions(List.of(RATE)).read().simulations().get(0);
    assertEquals(GLASS.withCondition(RATE, 40), melt.composition());
    assertEquals(GLASS, melts.read().compositions().get(0));
    assertEquals(7, melt.seed().orElseThrow());
    assertEquals(2.4, melt.density().orElseThrow());
    assertEquals("lammps", melt.engine());
    ElementPair pair = ElementPair.of("Si", "O");
    double one = melt.curve(pair).orElseThrow().firstPeak().orElseThrow().position();
    double other = dump.curve(pair).orElseThrow().firstPeak().orElseThrow().position();
    assertEquals(other, one, 0.021);
  }

  @Test
  void read_whatDoesNotFit_namesTheFile() throws IOException {
    LammpsFolder dump = with("traj.dump.gz", "a.dump.gz", HEADER, "a,60,20,20,40", "b,60,20,20,1");
    assertTrue(refusal(dump).contains("one file of melt b"), refusal(dump));
    Files.copy(RAW.resolve("rdf.out.gz"), folder.resolve("b.rdf.gz"));
    assertTrue(refusal(dump).contains("must count the atoms of melt b"), refusal(dump));
    assertTrue(refusal(dump.withPairs()).contains("b.rdf.gz"), refusal(dump.withPairs()));
    Files.delete(folder.resolve("b.rdf.gz"));
    Files.write(folder.resolve("glasses.csv"), List.of(HEADER, "a,60,20,20,400"));
    String range = refusal(dump.withConditions(List.of(RATE)));
    assertTrue(range.contains("rate_K_per_ps must be from 1.0 to 100.0 (K/ps)"), range);
    assertTrue(range.contains("glasses.csv") && range.contains("2"), range);
    Files.write(folder.resolve("glasses.csv"), List.of(HEADER, "a,40,40,20,40"));
    String shares = refusal(dump);
    assertTrue(shares.contains("a.dump.gz") && shares.contains("of the atoms are"), shares);
    Files.delete(folder.resolve("glasses.csv"));
    assertTrue(refusal(dump).contains("glasses.csv"), refusal(dump));
  }

  @Test
  void read_typesThatContradictTheDumpsElements_areRefused() throws IOException {
    LammpsFolder swapped =
        with("traj.dump.gz", "a.dump.gz")
            .withGlass("a", GLASS)
            .withTypes(Element.Si, Element.Na, Element.O, Element.B);
    String refused = refusal(swapped);
    assertTrue(refused.contains("its type is named Na and its element is B"), refused);
    assertTrue(refused.contains("a.dump.gz:"), refused);
  }

  @Test
  void read_tableThatContradictsTheDump_namesLineAndBothValues() throws IOException {
    LammpsFolder volume =
        with("traj.dump.gz", "a.dump.gz", HEADER + ",volume_A3", "a,60,20,20,40,99999");
    String refused = refusal(volume);
    assertTrue(refused.contains("glasses.csv:2: ") && refused.contains("99999.0 Å³"), refused);
    Files.write(folder.resolve("glasses.csv"), List.of(HEADER + ",n_Si", "a,60,20,20,40,1"));
    String atoms = refusal(volume);
    assertTrue(atoms.contains("n_Si must be that of a.dump.gz, 265, but is 1"), atoms);
  }

  @Test
  void read_dumpWithoutAnOxideOfTheGlass_isRefused() throws IOException {
    GlassComposition doped = GlassComposition.parse("59.4SiO2-19.8B2O3-19.8Na2O-1ZnO");
    String refused = refusal(with("traj.dump.gz", "a.dump.gz").withGlass("a", doped));
    assertTrue(refused.contains("are Zn, but 0.0 % are"), refused);
  }

  @Test
  void read_meltThatIsNotListed_isRefused() throws IOException {
    LammpsFolder melts = with("traj.dump.gz", "a.dump.gz", HEADER, "a,60,20,20,40");
    Files.copy(RAW.resolve("traj.dump.gz"), folder.resolve("b.dump.gz"));
    assertTrue(refusal(melts).contains("not listed, but holds b.dump.gz"), refusal(melts));
  }

  @Test
  void glasses_namedInTwoWaysOrBadly_areRefused() throws IOException {
    LammpsFolder table = with("traj.dump.gz", "a.dump.gz", HEADER, "a,60,20,20,40");
    assertIllegal("not by both", () -> table.withGlass("a", GLASS).read());
    assertIllegal("it names a file", () -> table.withGlass("../a", GLASS));
    Files.delete(folder.resolve("glasses.csv"));
    assertIllegal(
        "needs the condition rate_K_per_ps",
        () -> table.withConditions(List.of(RATE)).withGlass("a", GLASS).read());
    Files.delete(folder.resolve("a.dump.gz"));
    Files.copy(RAW.resolve("rdf.out.gz"), folder.resolve("a.rdf.gz"));
    String counts = refusal(table.withGlass("a", GLASS));
    assertTrue(counts.contains("withGlass cannot"), counts);
  }

  @Test
  void read_split_holdsOut() throws IOException {
    LammpsFolder melts = with("traj.dump.gz", "a.dump.gz", HEADER, "a,60,20,20,40");
    assertFalse(melts.read().hasHeldOut());
    Files.write(folder.resolve("split.csv"), List.of("id,part", "a,test"));
    assertTrue(melts.read().isHeldOut(GLASS));
    Files.write(folder.resolve("split.csv"), List.of("id,part", "b,test"));
    assertTrue(refusal(melts).contains("split.csv:2: "), refusal(melts));
  }

  /** Boron and sodium are as many, and without the column of elements only their bonds tell. */
  @Test
  void read_swappedTypesOfEqualNumber_areRefusedByTheirBonds() throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(RAW.resolve("traj.dump.gz"))),
                    StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(folder.resolve("a.dump").toFile(), "UTF-8")) {
      lines.lines().forEach(line -> out.print(line.replace(" element ", " label ") + "\n"));
    }
    LammpsFolder melts = LammpsFolder.of(folder).withGlass("a", GLASS);
    String swapped = refusal(melts.withTypes(Element.Si, Element.Na, Element.O, Element.B));
    assertTrue(swapped.contains("the first peak of B-O must be within 20 % of 1.42 Å"), swapped);
    GlassDataset right = melts.withTypes(Element.Si, Element.B, Element.O, Element.Na).read();
    assertEquals(10, right.curves());
  }

  private static void assertIllegal(String named, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(named), message);
  }
}
