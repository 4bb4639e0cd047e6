package org.glasspcf.core.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.GlassDataException;

/**
 * A small data set in a folder, sound until a test spoils it: two melts of soda glass, one silica.
 */
final class DatasetFolder {
  static final String CURVES =
      """
      r_A,Si-Si,Si-O,Si-Na,O-O,Na-O,Na-Na
      0.25,0,0,0,0,0,0
      0.75,0,1,0.5,0,1e-1,0
      1.25,0,6.5,1,2,3,0.25
      1.75,1,1,1,1,1,1
      """;

  static final String SILICA_CURVES =
      """
      r_A,Si-Si,Si-O,O-O
      0.25,0,0,0
      0.75,0,1,0.5
      1.25,0,7.5,1
      1.75,1,1,1
      """;

  static final String GLASSES =
      """
      id,SiO2_molpct,Na2O_molpct,seed,density_g_cm3,volume_A3,n_Si,n_Na,n_O,engine
      soda-s1,80,20,17,2.4,1500.5,80,40,180,lammps
      soda-s2,80,20,18,2.5,1400.25,80,40,180,fastmd
      silica-s1,100,0,19,2.2,1300,90,0,180,lammps
      """;

  static final String SPLIT =
      """
      id,part
      soda-s1,train
      soda-s2,train
      silica-s1,test
      """;

  private final Path root;

  DatasetFolder(Path root) {
    this.root = root;
    write("glasses.csv", GLASSES);
    write("split.csv", SPLIT);
    write("pcf/soda-s1.csv.gz", CURVES);
    write("pcf/soda-s2.csv.gz", CURVES.replace("6.5", "8.5"));
    write("pcf/silica-s1.csv.gz", SILICA_CURVES);
  }

  GlassDataset read() {
    return GlassDataset.read(root);
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /** Writes a file, compressed if its name ends in .gz. */
  DatasetFolder write(String name, String text) {
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      try (OutputStream raw = Files.newOutputStream(file);
          OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatasetFolder writeBytes(String name, byte[] bytes) {
    try {
      Files.write(path(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatasetFolder delete(String name) {
    try {
      Files.delete(path(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Expects a refusal that names this file and line and has these words. */
  void assertRefused(String file, long line, String words) {
    GlassDataException e = assertThrows(GlassDataException.class, this::read);
    String place = path(file).toString();
    assertEquals(Optional.of(place), e.source(), e::getMessage);
    assertEquals(line > 0 ? OptionalLong.of(line) : OptionalLong.empty(), e.line(), e::getMessage);
    String prefix = place + (line > 0 ? ":" + line : "") + ": ";
    assertTrue(e.getMessage().startsWith(prefix), e::getMessage);
    String rule = e.getMessage().substring(prefix.length());
    assertTrue(rule.contains(words.replace("{}", root.toString())), rule);
  }
}
