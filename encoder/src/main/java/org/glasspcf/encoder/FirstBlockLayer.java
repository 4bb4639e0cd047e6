package org.glasspcf.encoder;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The first block of the network: a convolution of a single plane, pooled and rectified.
 *
 * <p>With one input plane a convolution is one product of a filters×10 with a 10×pixels matrix,
 * nine shifted copies of the image and a row of ones for the bias; that is faster than the
 * convolution operation, which also differentiates by the image for nobody. The largest arrays of
 * the network stand here, with planes of all images beside each other, filter by filter.
 */
final class FirstBlockLayer extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;
  private static final String WEIGHT = ConvolutionParamInitializer.WEIGHT_KEY;
  private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;
  private static final int TAPS = 9;

  private transient INDArray shifted;
  private transient INDArray convolved;
  private transient INDArray output;

  FirstBlockLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray weights = params.get(WEIGHT);
    long filters = weights.size(0);
    long images = input.size(0);
    long size = input.size(2);
    long pixels = images * size * size;

    shifted =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {TAPS + 1, pixels}, 'c');
    shifted.assign(
        Nd4j.create(
            shifts(input.dup('c').data().asFloat(), (int) images, (int) size),
            shifted.shape(),
            'c'));

    INDArray kernels =
        Nd4j.hstack(weights.reshape('c', filters, TAPS), params.get(BIAS).reshape(filters, 1))
            .dup('c');
    convolved =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {filters, pixels}, 'c');
    // Transposed, so that the product lands in place: BLAS writes columns first.
    shifted.transpose().mmuli(kernels.transpose(), convolved.transpose());

    long half = size / 2;
    INDArray pooled =
        workspaces.createUninitialized(
            ArrayType.FF_WORKING_MEM, dataType, new long[] {filters, images, half, half}, 'c');
    Nd4j.exec(
        DynamicCustomOp.builder("maxpool2d")
            .addInputs(convolved.reshape('c', filters, images, size, size))
            .addOutputs(pooled)
            .addIntegerArguments(ConvolutionBlockLayer.POOLING)
            .build());
    output =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {images, filters, half, half}, 'c');
    output.assign(pooled.permute(1, 0, 2, 3));
    Nd4j.exec(
        DynamicCustomOp.builder("relu")
            .addInputs(output)
            .addOutputs(output)
            .addFloatingPointArguments(0.0)
            .build());
    return output;
  }

  /**
   * Nine shifted copies of all images, zero outside them, and a plane of ones; copied row by row.
   */
  private static float[] shifts(float[] image, int images, int size) {
    int rows = images * size;
    int pixels = rows * size;
    float[] out = new float[(TAPS + 1) * pixels];
    for (int tap = 0; tap < TAPS; tap++) {
      int dy = tap / 3 - 1;
      int dx = tap % 3 - 1;
      for (int row = 0; row < rows; row++) {
        int y = row % size + dy;
        if (y >= 0 && y < size) {
          System.arraycopy(
              image,
              (row + dy) * size + Math.max(dx, 0),
              out,
              tap * pixels + row * size + Math.max(-dx, 0),
              size - Math.abs(dx));
        }
      }
    }
    Arrays.fill(out, TAPS * pixels, out.length, 1);
    return out;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    long filters = output.size(1);
    long images = output.size(0);
    long half = output.size(2);
    INDArray delta =
        workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, output.shape(), 'c');
    Nd4j.exec(
        DynamicCustomOp.builder("relu_bp").addInputs(output, epsilon).addOutputs(delta).build());
    INDArray byFilter =
        workspaces.createUninitialized(
            ArrayType.BP_WORKING_MEM, dataType, new long[] {filters, images, half, half}, 'c');
    byFilter.assign(delta.permute(1, 0, 2, 3));
    long[] planes = {filters, images, 2 * half, 2 * half};
    INDArray spread =
        workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, planes, 'c');
    Nd4j.exec(
        DynamicCustomOp.builder("maxpool2d_bp")
            .addInputs(convolved.reshape('c', planes), byFilter)
            .addOutputs(spread)
            .addIntegerArguments(ConvolutionBlockLayer.POOLING)
            .build());

    INDArray weightGradient = gradientViews.get(WEIGHT);
    INDArray biasGradient = gradientViews.get(BIAS);
    INDArray both =
        spread.reshape('c', filters, shifted.size(1)).mmul(shifted.transpose()); // [filters, 10]
    weightGradient.assign(
        both.get(NDArrayIndex.all(), NDArrayIndex.interval(0, TAPS))
            .dup('c')
            .reshape('c', filters, 1, 3, 3));
    biasGradient.assign(both.getColumn(TAPS));
    shifted = null;
    convolved = null;
    output = null;
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BIAS, biasGradient);
    gradient.setGradientFor(WEIGHT, weightGradient, 'c');
    return new Pair<>(gradient, null);
  }
}
