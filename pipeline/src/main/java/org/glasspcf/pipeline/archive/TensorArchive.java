package org.glasspcf.pipeline.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.pipeline.json.JsonValue;

/**
 * Named tensors with metadata, and the file that holds them. Immutable.
 *
 * <p>The file is in the <a href="https://github.com/huggingface/safetensors">safetensors</a>
 * layout: the length of the header (8 bytes, little-endian), the header in JSON padded with spaces
 * to a multiple of 8 bytes, then the tensors one after another without gaps, larger types first and
 * by name. Equal archives give equal bytes.
 *
 * <p>The header starts with the metadata, and the metadata with {@code format} (always {@code
 * glasspcf}), {@code format_version} and {@code sha256}: the SHA-256 of the whole file with these
 * 64 digits set to {@code 0}. This start is the same in every version, so that a reader can tell a
 * damaged file from one of another version.
 */
public final class TensorArchive {

  static final int MAX_TENSORS = 1024;

  private final SortedMap<String, String> metadata;
  private final Map<String, Tensor> tensors;

  private TensorArchive(SortedMap<String, String> metadata, Map<String, Tensor> tensors) {
    this.metadata = metadata;
    this.tensors = tensors;
  }

  /**
   * An archive in memory.
   *
   * @param metadata text by name; the names {@code format}, {@code format_version} and {@code
   *     sha256} are the file's own and may not be used
   * @param tensors the tensors, at most 1,024, no name twice; their order does not matter
   * @return the archive
   * @throws IllegalArgumentException if a name is taken, there are too many tensors or the metadata
   *     is not Unicode text
   */
  public static TensorArchive of(Map<String, String> metadata, Collection<Tensor> tensors) {
    for (String reserved : ArchiveLayout.RESERVED) {
      if (metadata.containsKey(reserved)) {
        throw new IllegalArgumentException(
            "the metadata name \"" + reserved + "\" is reserved for the file format");
      }
    }
    metadata.values().forEach(text -> JsonValue.of(text).toJson());
    if (tensors.size() > MAX_TENSORS) {
      throw new IllegalArgumentException(
          "an archive must hold at most " + MAX_TENSORS + " tensors, got " + tensors.size());
    }
    List<Tensor> ordered =
        tensors.stream()
            .sorted(
                Comparator.comparing((Tensor tensor) -> -tensor.spec().type().bytes())
                    .thenComparing(Tensor::name))
            .toList();
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (Tensor tensor : ordered) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("an archive may hold a tensor once, " + tensor.name());
      }
    }
    return new TensorArchive(
        Collections.unmodifiableSortedMap(new TreeMap<>(metadata)),
        Collections.unmodifiableMap(byName));
  }

  /**
   * Reads a file, strictly.
   *
   * <p>The hash is checked before anything in the file is interpreted. Then the header must be
   * strict JSON with nothing unknown in it, its tensors must be those of the schema, lie in order
   * and fill the file without gap, overlap or rest, and hold finite numbers.
   *
   * @param file the file
   * @param schema says from the metadata which tensors there must be
   * @return the archive
   * @throws CorruptModelException if the file is damaged or no model file, naming tensor or field
   * @throws UnsupportedModelVersionException if it is intact but of another format version
   * @throws ModelFileException if it cannot be read, or is larger than 512 MiB
   */
  public static TensorArchive read(Path file, TensorSchema schema) {
    return new ArchiveReader(file.toString(), schema).read(ArchiveReader.content(file));
  }

  /**
   * Reads a file that is in memory, as strictly.
   *
   * @param name names the file in messages
   * @param content all its bytes
   * @param schema says from the metadata which tensors there must be
   * @return the archive
   * @throws CorruptModelException if the file is damaged or no model file, naming tensor or field
   * @throws UnsupportedModelVersionException if it is intact but of another format version
   */
  public static TensorArchive read(String name, byte[] content, TensorSchema schema) {
    return new ArchiveReader(name, schema).read(content);
  }

  /**
   * Writes a file, all or nothing.
   *
   * <p>It is written beside its final place, forced to the disk and then moved there in one step.
   * Whatever happens, even a killed process, the place holds the old file or the new one; a failure
   * removes what was written (a killed process leaves a file {@code .<name>.<number>.tmp} behind).
   *
   * @param file where to; a file there is replaced
   * @throws ModelFileException if it cannot be written
   */
  public void write(Path file) {
    try {
      AtomicFile.write(file, ArchiveLayout.encode(this));
    } catch (IOException e) {
      throw new ModelFileException(file + ": cannot be written: " + e, e);
    }
  }

  /**
   * The hash that the archive's file holds.
   *
   * @return the SHA-256 of the file with the digits of the hash itself set to 0, in hexadecimal
   *     digits
   */
  public String sha256() {
    return ArchiveLayout.hash(this);
  }

  /**
   * The metadata without the file format's own.
   *
   * @return text by name, sorted, unmodifiable
   */
  public SortedMap<String, String> metadata() {
    return metadata;
  }

  /**
   * The tensors.
   *
   * @return the tensors by name in the order of the file, unmodifiable
   */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /**
   * One tensor.
   *
   * @param name its name
   * @return the tensor
   * @throws IllegalArgumentException if there is no tensor of this name
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "there is no tensor \"" + name + "\"; there are " + tensors.keySet());
    }
    return tensor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorArchive that
        && metadata.equals(that.metadata)
        && tensors.equals(that.tensors);
  }

  @Override
  public int hashCode() {
    return 31 * metadata.hashCode() + tensors.hashCode();
  }

  @Override
  public String toString() {
    return "TensorArchive" + tensors.values();
  }
}
