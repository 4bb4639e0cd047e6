package org.glasspcf.core.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;

/** The hash of a data set's content; {@link GlassDataset#sha256()} says of what bytes. */
final class DatasetDigest {
  private static final String FORMAT = "glass-pcf dataset/1";

  private final DataOutputStream out;

  private DatasetDigest(DataOutputStream out) {
    this.out = out;
  }

  static String sha256(GlassDataset dataset) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sink, 1 << 16))) {
      new DatasetDigest(out).write(dataset);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory does not fail", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void write(GlassDataset dataset) throws IOException {
    text(FORMAT);
    numbers(dataset.grid().map(grid -> grid.edges()).orElseGet(() -> new double[0]));
    out.writeInt(dataset.simulations().size());
    for (GlassSimulation simulation : dataset.simulations()) {
      write(simulation);
    }
    List<GlassComposition> heldOut =
        dataset.compositions().stream().filter(dataset::isHeldOut).toList();
    out.writeInt(heldOut.size());
    for (GlassComposition composition : heldOut) {
      text(composition.toString());
    }
  }

  private void write(GlassSimulation simulation) throws IOException {
    text(simulation.id());
    text(simulation.composition().toString());
    out.writeInt(simulation.atoms().size());
    for (Map.Entry<Element, Integer> count : simulation.atoms().entrySet()) {
      text(count.getKey().symbol());
      out.writeInt(count.getValue());
    }
    text(simulation.seed().isPresent() ? Long.toString(simulation.seed().getAsLong()) : "");
    optional(simulation.density());
    optional(simulation.volume());
    text(simulation.engine());
    List<ElementPair> pairs = simulation.pairs();
    out.writeInt(pairs.size());
    for (ElementPair pair : pairs) {
      text(pair.toString());
      numbers(simulation.curve(pair).map(PairCorrelationFunction::values).orElseThrow());
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void optional(OptionalDouble value) throws IOException {
    numbers(value.isPresent() ? new double[] {value.getAsDouble()} : new double[0]);
  }

  private void numbers(double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }
}
