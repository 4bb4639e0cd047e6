package org.glasspcf.encoder;

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

/**
 * Computes a {@link ConvolutionBlock} and its gradients with native operations.
 *
 * <p>Two rearrangements save memory traffic and leave the function as it is. The rectifier comes
 * behind the pooling, on a quarter of the numbers: the larger of two rectified numbers is the
 * larger one, rectified. And upsampling is never carried out: an upsampled pixel's four copies see
 * only four sums of kernel weights each, so the block convolves the small image with four times as
 * many kernels, made of those sums, and lays the results out.
 */
final class ConvolutionBlockLayer extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;
  private static final String WEIGHT = ConvolutionParamInitializer.WEIGHT_KEY;
  private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;
  private static final int TAPS = 9;
  private static final int PHASES = 4;

  /**
   * Kernel 3×3, stride 1, padding 0 (unused), dilation 1, mode "same", planes first, weights as
   * [filters, inputs, 3, 3].
   */
  private static final int[] CONVOLUTION = {3, 3, 1, 1, 0, 0, 1, 1, 1, 0, 1};

  /** Window 2×2, stride 2, padding 0, dilation 1, mode "valid", (unused), planes first. */
  static final int[] POOLING = {2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 0};

  /** Block of 2×2, planes first. */
  private static final int[] LAYING_OUT = {2, 0};

  private final ConvolutionBlock block;
  private final transient INDArray phaseSums;
  private transient INDArray convolved;
  private transient INDArray output;

  ConvolutionBlockLayer(
      NeuralNetConfiguration configuration, DataType type, ConvolutionBlock block) {
    super(configuration, type);
    this.block = block;
    this.phaseSums = folded() ? phaseSums() : null;
  }

  /**
   * The 9×36 matrix that sums a kernel's weights into four kernels for the small image, one for
   * each phase.
   */
  private static INDArray phaseSums() {
    float[][] sums = new float[TAPS][PHASES * TAPS];
    for (int phase = 0; phase < PHASES; phase++) {
      for (int dy = 0; dy < 3; dy++) {
        for (int dx = 0; dx < 3; dx++) {
          // Row and column of the small image's kernel that kernel row dy meets from phase (p, q).
          int y = (phase / 2 + dy + 1) / 2;
          int x = (phase % 2 + dx + 1) / 2;
          sums[3 * dy + dx][phase * TAPS + 3 * y + x] = 1;
        }
      }
    }
    return Nd4j.createFromArray(sums);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    long filters = params.get(WEIGHT).size(0);
    INDArray kernels = kernels();
    INDArray bias = params.get(BIAS);
    if (folded()) {
      bias = Nd4j.concat(0, bias, bias, bias, bias);
    }
    long size = input.size(2);
    convolved = planes(workspaces, ArrayType.ACTIVATIONS, kernels.size(0), size);
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d")
            .addInputs(input, kernels, bias)
            .addOutputs(convolved)
            .addIntegerArguments(CONVOLUTION)
            .build());
    output = convolved;
    if (block.form() != ConvolutionBlock.Form.PLAIN) {
      boolean pooled = !folded();
      output = planes(workspaces, ArrayType.ACTIVATIONS, filters, block.outputSize(size));
      Nd4j.exec(
          DynamicCustomOp.builder(pooled ? "maxpool2d" : "depth_to_space")
              .addInputs(convolved)
              .addOutputs(output)
              .addIntegerArguments(pooled ? POOLING : LAYING_OUT)
              .build());
    }
    if (block.rectified()) {
      Nd4j.exec(
          DynamicCustomOp.builder("relu")
              .addInputs(output)
              .addOutputs(output)
              .addFloatingPointArguments(0.0)
              .build());
    }
    return output;
  }

  private boolean folded() {
    return block.form() == ConvolutionBlock.Form.UPSAMPLED;
  }

  /**
   * The kernels to convolve with; made anew for the way back, as working memory does not last that
   * long.
   */
  private INDArray kernels() {
    INDArray weights = params.get(WEIGHT);
    if (!folded()) {
      return weights;
    }
    long filters = weights.size(0);
    long inputs = weights.size(1);
    return weights
        .reshape('c', filters * inputs, TAPS)
        .mmul(phaseSums)
        .reshape('c', filters, inputs, PHASES, TAPS)
        .permute(2, 0, 1, 3)
        .dup('c')
        .reshape('c', PHASES * filters, inputs, 3, 3);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray delta = epsilon;
    if (block.rectified()) {
      delta = like(workspaces, output);
      Nd4j.exec(
          DynamicCustomOp.builder("relu_bp").addInputs(output, epsilon).addOutputs(delta).build());
    }
    if (block.form() == ConvolutionBlock.Form.POOLED) {
      INDArray spread = like(workspaces, convolved);
      Nd4j.exec(
          DynamicCustomOp.builder("maxpool2d_bp")
              .addInputs(convolved, delta)
              .addOutputs(spread)
              .addIntegerArguments(POOLING)
              .build());
      delta = spread;
    } else if (folded()) {
      INDArray gathered = like(workspaces, convolved);
      Nd4j.exec(
          DynamicCustomOp.builder("space_to_depth")
              .addInputs(delta)
              .addOutputs(gathered)
              .addIntegerArguments(LAYING_OUT)
              .build());
      delta = gathered;
    }

    INDArray weightGradient = gradientViews.get(WEIGHT);
    INDArray biasGradient = gradientViews.get(BIAS);
    INDArray kernels = kernels();
    boolean folded = folded();
    INDArray kernelGradient = folded ? like(workspaces, kernels) : weightGradient;
    INDArray foldedBias =
        folded
            ? workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, dataType, new long[] {kernels.size(0)}, 'c')
            : biasGradient;
    INDArray inputGradient =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
    Nd4j.exec(
        DynamicCustomOp.builder("conv2d_bp")
            .addInputs(input, kernels, foldedBias, delta)
            .addOutputs(inputGradient, kernelGradient, foldedBias)
            .addIntegerArguments(CONVOLUTION)
            .build());
    if (folded) {
      unfold(kernelGradient, foldedBias, weightGradient, biasGradient);
    }
    convolved = null;
    output = null;
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BIAS, biasGradient);
    gradient.setGradientFor(WEIGHT, weightGradient, 'c');
    return new Pair<>(gradient, inputGradient);
  }

  /**
   * Carries the gradients of the four phases' kernels back to the one kernel that they are sums of.
   */
  private void unfold(
      INDArray kernelGradient,
      INDArray foldedBias,
      INDArray weightGradient,
      INDArray biasGradient) {
    long filters = weightGradient.size(0);
    long inputs = weightGradient.size(1);
    INDArray byKernel =
        kernelGradient
            .reshape('c', PHASES, filters, inputs, TAPS)
            .permute(1, 2, 0, 3)
            .dup('c')
            .reshape('c', filters * inputs, PHASES * TAPS);
    weightGradient.assign(byKernel.mmul(phaseSums.transpose()).reshape('c', filters, inputs, 3, 3));
    biasGradient.assign(foldedBias.reshape('c', PHASES, filters).sum(0));
  }

  private INDArray planes(LayerWorkspaceMgr workspaces, ArrayType kind, long planes, long size) {
    return workspaces.createUninitialized(
        kind, dataType, new long[] {input.size(0), planes, size, size}, 'c');
  }

  private INDArray like(LayerWorkspaceMgr workspaces, INDArray array) {
    return workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, array.shape(), 'c');
  }
}
