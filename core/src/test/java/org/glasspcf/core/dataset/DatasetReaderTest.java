package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
  private static final GlassComposition SODA = GlassComposition.parse("80SiO2-20Na2O");
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");

  @TempDir private Path root;
  private DatasetFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new DatasetFolder(root);
  }

  @Test
  void folder_isReadWhole() {
    GlassDataset dataset = folder.read();
    assertEquals(List.of(SODA, SILICA), dataset.compositions());
    assertEquals(3, dataset.simulations().size());
    assertEquals(9, dataset.curves());
    assertEquals(Optional.of(RadialGrid.uniform(2, 4)), dataset.grid());
    GlassSimulation melt = dataset.simulations().get(1);
    assertEquals("soda-s1", melt.id());
    assertEquals(SODA, melt.composition());
    assertEquals(OptionalLong.of(17), melt.seed());
    assertEquals(OptionalDouble.of(2.4), melt.density());
    assertEquals(OptionalDouble.of(1500.5), melt.volume());
    assertEquals("lammps", melt.engine());
    assertEquals(40, melt.atomCount(Element.Na));
    assertEquals(Optional.of(Melts.curve(0, 1, 6.5, 1)), melt.curve(SI_O));
    GlassSample sample = dataset.sample(SODA, SI_O).orElseThrow();
    assertEquals(Melts.curve(0, 1, 7.5, 1), sample.meanCurve());
    assertEquals(80 * 180, sample.pairCount());
  }

  @Test
  void split_marksItsTestGlasses() {
    GlassDataset dataset = folder.read();
    assertTrue(dataset.isHeldOut(SILICA));
    assertFalse(dataset.isHeldOut(SODA));
    assertEquals(List.of(SODA), dataset.fixedSplit().training().compositions());
  }

  @Test
  void split_missing_holdsNothingOut() {
    folder.delete("split.csv");
    assertFalse(folder.read().hasHeldOut());
  }

  @Test
  void hash_doesNotDependOnOrderSpellingOrCompression() {
    String hash = folder.read().sha256();
    folder.write(
        "glasses.csv",
        """
        engine,n_O,n_Na,n_Si,volume_A3,density_g_cm3,seed,Na2O_molpct,SiO2_molpct,id,note
        lammps,180,0,90,1300.0,2.20,19,0.0,100.0,silica-s1,ignored

        fastmd,180,40,80,1400.25,2.5,18,2e1,80,soda-s2,
        lammps,180,40,80,1500.5,2.4,17,20,80,soda-s1,""
        """);
    folder.write("split.csv", "part,id\ntest,silica-s1\ntrain,soda-s2\ntrain,soda-s1\n");
    folder.delete("pcf/silica-s1.csv.gz");
    folder.write(
        "pcf/silica-s1.csv",
        """
        \uFEFFO-O , O-Si,Si-Si,r_A
        0,0,-0,0.2500
        .5,1.0,0.0,+0.75
        1,7.5,0,1.25
        1 ,1,"1",1.75
        """
            .replace("\n", "\r\n"));
    assertEquals(hash, folder.read().sha256());
  }

  @Test
  void otherLocale_readsTheSame() {
    String hash = folder.read().sha256();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(hash, folder.read().sha256());
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void optionalColumns_missing_areEmpty() {
    folder.write(
        "glasses.csv",
        """
        id,SiO2_molpct,Na2O_molpct,n_Si,n_Na,n_O
        soda-s1,80,20,80,40,180
        soda-s2,80,20,80,40,180
        silica-s1,100,0,90,0,180
        """);
    GlassSimulation melt = folder.read().simulations().get(0);
    assertEquals(OptionalLong.empty(), melt.seed());
    assertEquals(OptionalDouble.empty(), melt.density());
    assertEquals(OptionalDouble.empty(), melt.volume());
    assertEquals("", melt.engine());
  }

  @Test
  void openChemistry_isRead() {
    folder.delete("split.csv");
    folder.write(
        "glasses.csv", "id,P2O5_molpct,CaO_molpct,n_P,n_Ca,n_O\nphosphate,50,50,20,10,60\n");
    folder.write("pcf/phosphate.csv", "r_A,O-P,Ca-P\n0.5,0,0\n1.5,3,1\n");
    GlassSample sample =
        folder
            .read()
            .sample(GlassComposition.parse("50CaO-50P2O5"), ElementPair.of("P", "O"))
            .orElseThrow();
    assertEquals(1200, sample.pairCount());
  }
}
