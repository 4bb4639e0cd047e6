package org.glasspcf.examples.reproduce;

import java.util.List;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;

/**
 * How the outcome of a stage is kept in an archive.
 *
 * @param <T> the outcome
 */
interface StageFormat<T> {
  /** The tensors that an archive of this stage must hold, which its key decides. */
  List<TensorSpec> specs();

  /** Takes an outcome apart. */
  List<Tensor> tensors(T outcome);

  /** Puts an outcome together, of an archive that holds {@link #specs()}. */
  T outcome(TensorArchive archive);
}
