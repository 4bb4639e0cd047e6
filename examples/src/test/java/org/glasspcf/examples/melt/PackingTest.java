package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
  private static final MeltBox BOX = MeltBox.of(GlassComposition.parse("SiO2"), 6);
  private static final Packing PACKING = Packing.of(BOX, List.of(Element.Si, Element.O));
  private static final String PACKED =
      """
      6
       Built with Packmol
        Si  0.85 1.0 2.0
       Si  3.5   1.25 1.5
      O   0.900000   1.0 3.5
      O   1  1  1
      O   1  1  1.125
      O   1  3  3.6
      """;

  @TempDir Path folder;

  @Test
  void input_namesEveryElementOnce() throws IOException {
    PACKING.writeInput(folder, 17);
    assertEquals(
        """
        tolerance 1.85
        filetype xyz
        output packed.xyz
        seed 17

        structure Si.xyz
          number 2
          inside cube 0.85 0.85 0.85 %1$s
        end structure

        structure O.xyz
          number 4
          inside cube 0.85 0.85 0.85 %1$s
        end structure
        """
            .formatted(Numbers.plain(BOX.edge() - 1.7)),
        Files.readString(folder.resolve("packmol.inp")));
    assertEquals("1\nSi\nSi 0.0 0.0 0.0\n", Files.readString(folder.resolve("Si.xyz")));
    assertTrue(Files.exists(folder.resolve("O.xyz")));
  }

  @Test
  void lammpsData_holdsThePackedAtoms() throws IOException {
    Path packed = Files.writeString(folder.resolve("packed.xyz"), PACKED);
    assertEquals(
        """
        silica

        6 atoms
        2 atom types

        0 %1$s xlo xhi
        0 %1$s ylo yhi
        0 %1$s zlo zhi

        Masses

        1 28.0855
        2 15.999

        Atoms # atomic

        1 1 0.850000 1.000000 2.000000
        2 1 3.500000 1.250000 1.500000
        3 2 0.900000 1.000000 3.500000
        4 2 1.000000 1.000000 1.000000
        5 2 1.000000 1.000000 1.125000
        6 2 1.000000 3.000000 3.600000
        """
            .formatted(BOX.edge()),
        PACKING.lammpsData("silica", packed));
  }

  @Test
  void lammpsData_otherAtomsThanAsked_areRefusedByLine() throws IOException {
    Path packed = folder.resolve("packed.xyz");
    for (String bad :
        List.of(
            PACKED.replace("Si  3.5", "O  3.5"),
            PACKED.replace("Si  3.5", "Si  x"),
            PACKED.replace("Si  3.5", "Si  NaN"),
            PACKED.replace("Si  3.5", "Si  99"),
            PACKED.replace("Si  3.5", "Si  "))) {
      Files.writeString(packed, bad);
      GlassDataException e =
          assertThrows(GlassDataException.class, () -> PACKING.lammpsData("silica", packed));
      assertTrue(
          e.getMessage().startsWith(packed + ":4: must be an atom of Si inside the box"),
          e.getMessage());
    }
    Files.writeString(packed, "6\n\nSi 1 1 1\n");
    GlassDataException e =
        assertThrows(GlassDataException.class, () -> PACKING.lammpsData("silica", packed));
    assertTrue(e.getMessage().contains("must hold 6 atoms"), e.getMessage());
  }
}
