package org.glasspcf.core.trajectory;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.trajectory.LammpsRdf.Blocks;

/** Mutates files of g(r), starting from those in the folder LammpsRdfFuzzTestInputs. */
class LammpsRdfFuzzTest {
  private static final List<DirectedPair> ORDER =
      List.of(
          new DirectedPair(Element.Si, Element.O),
          new DirectedPair(Element.O, Element.Si),
          new DirectedPair(Element.O, Element.O));

  @DictionaryEntries({"# ", "100 3\\x0A", "1e308 ", "1e-308 ", "nan ", "-0 ", "2147483647\\x0A"})
  @FuzzTest(maxDuration = "60s")
  void mutatedFile_isReadOrRefused(byte[] data) {
    for (Blocks blocks : List.of(Blocks.LAST, Blocks.MEAN.withTruncatedLastBlockDropped())) {
      try (LineReader lines = LineReader.of("fuzzed", new ByteArrayInputStream(data))) {
        LammpsRdf rdf = LammpsRdfReader.read(lines, ORDER, blocks);
        double[] n = rdf.coordination(Element.O, Element.Si);
        if (rdf.curves().size() != 2 || n.length != rdf.grid().bins()) {
          throw new AssertionError(rdf.toString());
        }
      } catch (GlassDataException e) {
        if (!e.getMessage().startsWith("fuzzed:")) {
          throw new AssertionError("an error without a place", e);
        }
      }
    }
  }
}
