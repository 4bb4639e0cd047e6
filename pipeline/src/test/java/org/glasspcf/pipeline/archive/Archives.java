package org.glasspcf.pipeline.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Archives for tests. */
final class Archives {

  private Archives() {}

  static TensorArchive small() {
    return TensorArchive.of(
        Map.of("unit", "Å", "quote", "a \"b\" \\ \n"),
        List.of(
            Tensor.ofInts("links", new int[] {-1, Integer.MAX_VALUE, 7}, 3),
            Tensor.ofFloats("conv.weight", new float[] {1.5f, -0.0f, 3e-45f, 4}, 2, 2),
            Tensor.ofDoubles("mean", new double[] {Math.PI}),
            Tensor.ofFloats("empty", new float[0], 0, 5)));
  }

  /** One tensor that holds one number many times, so that a mixture of two is found out. */
  static TensorArchive uniform(int number, int count) {
    int[] values = new int[count];
    Arrays.fill(values, number);
    return TensorArchive.of(
        Map.of("number", Integer.toString(number)), List.of(Tensor.ofInts("n", values, count)));
  }

  /** Takes a file's own word for what it holds. */
  static TensorSchema schemaOf(TensorArchive archive) {
    List<TensorSpec> specs = archive.tensors().values().stream().map(Tensor::spec).toList();
    return metadata -> specs;
  }
}
