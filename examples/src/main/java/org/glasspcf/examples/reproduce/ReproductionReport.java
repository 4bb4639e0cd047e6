package org.glasspcf.examples.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.pipeline.plot.Figure;

/** A reproduction for people: a table, the same and more as JSON, and the paper's figures. */
public final class ReproductionReport {
  private static final String TABLE = "table.md";
  private static final String JSON = "reproduction.json";

  private final ReproductionResult result;

  ReproductionReport(ReproductionResult result) {
    this.result = result;
  }

  /**
   * Returns the paper's numbers beside ours.
   *
   * @return a text in Markdown, legible as it stands
   */
  public String table() {
    return ReproductionTable.markdown(result);
  }

  /**
   * Writes the report; each file is whole at any time, old or new. Figures of an earlier report
   * that this one lacks are deleted: they may be those of other options.
   *
   * @param folder made if it does not exist
   * @return the files written
   * @throws UncheckedIOException if the folder or a file cannot be written
   */
  public List<Path> writeTo(Path folder) {
    byte[] table = table().getBytes(StandardCharsets.UTF_8);
    byte[] json = ReproductionJson.of(result).toIndentedJson().getBytes(StandardCharsets.UTF_8);
    Map<String, Figure> figures = ReproductionFigures.of(result);
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String name : ReproductionFigures.names()) {
        if (!figures.containsKey(name)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
      for (Map.Entry<String, byte[]> text : Map.of(TABLE, table, JSON, json).entrySet()) {
        files.add(folder.resolve(text.getKey()));
        AtomicFile.write(folder.resolve(text.getKey()), text.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the report " + folder + " cannot be written: " + e, e);
    }
    figures.forEach(
        (name, figure) -> {
          files.add(folder.resolve(name));
          figure.writePng(folder.resolve(name));
        });
    return List.copyOf(files);
  }
}
