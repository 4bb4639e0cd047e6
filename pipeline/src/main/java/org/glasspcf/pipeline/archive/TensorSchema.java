package org.glasspcf.pipeline.archive;

import java.util.List;
import java.util.Map;

/** Says which tensors a file must hold. */
@FunctionalInterface
public interface TensorSchema {

  /**
   * The tensors that a file with this metadata must hold: exactly these, in any order.
   *
   * @param metadata the file's metadata, of which only the hash has been checked
   * @return every tensor's name, type and shape
   * @throws IllegalArgumentException if the metadata lacks something or makes no sense; the reader
   *     turns it into a {@link CorruptModelException} with the same message
   */
  List<TensorSpec> tensors(Map<String, String> metadata);
}
