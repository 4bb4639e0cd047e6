package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeltSettingsTest {
  private static final MeltQuenchProtocol PROTOCOL = MeltQuenchProtocol.defaults();
  private static final GlassComposition GLASS = GlassComposition.parse("60SiO2-20B2O3-20Na2O");
  private static final MeltSettings SETTINGS = new MeltSettings(GLASS, PROTOCOL, 8919);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve(MeltSettings.FILE), SETTINGS.text());
  }

  private void assertRefused(MeltSettings settings, String words) {
    String message =
        assertThrows(MeltQuenchException.class, () -> settings.requireSame(file)).getMessage();
    assertTrue(message.startsWith(file + ": this melt was begun with " + words), message);
  }

  @Test
  void requireSame_sameSettings_pass() throws IOException {
    new MeltSettings(
            GlassComposition.parse("(Na2O)20(B2O3)20(SiO2)60"), PROTOCOL.withQuenchRate(40), 8919)
        .requireSame(file);
  }

  @Test
  void requireSame_anyOtherSetting_isRefusedWithBothValues() {
    assertRefused(
        new MeltSettings(GlassComposition.parse("SiO2"), PROTOCOL, 8919),
        "composition (mol%) 60SiO2-20B2O3-20Na2O, and now it is SiO2: go on with");
    assertRefused(
        new MeltSettings(GLASS, PROTOCOL, 8920), "seed 8919, and now it is 8920: go on with");
    assertRefused(
        new MeltSettings(GLASS, PROTOCOL.withQuenchRate(4.5), 8919),
        "quench rate (K/ps) 40, and now it is 4.5: go on with");
    for (MeltQuenchProtocol other :
        List.of(
            PROTOCOL.withAtoms(1501),
            PROTOCOL.withMelt(4000, 11),
            PROTOCOL.withMelt(4001, 10),
            PROTOCOL.withGlassTemperature(301),
            PROTOCOL.withRelaxation(13, 5, 4),
            PROTOCOL.withRelaxation(12, 6, 4),
            PROTOCOL.withRelaxation(12, 5, 3),
            PROTOCOL.withProductionTime(11))) {
      assertRefused(new MeltSettings(GLASS, other, 8919), "");
    }
  }

  @Test
  void requireSame_damagedFile_isRefusedByLine() throws IOException {
    Files.writeString(file, "seed = 8919\nnonsense\n");
    String message =
        assertThrows(GlassDataException.class, () -> SETTINGS.requireSame(file)).getMessage();
    assertEquals(file + ":2: must be a setting, name = value, was 'nonsense'", message);
    Files.writeString(file, "seed = 8919\n");
    assertRefused(SETTINGS, "composition (mol%) missing, and now it is 60SiO2");
  }
}
