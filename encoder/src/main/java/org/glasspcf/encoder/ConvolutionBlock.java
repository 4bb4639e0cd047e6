package org.glasspcf.encoder;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's description of one block of the network: a 3×3 convolution with what stands before and
 * behind it.
 *
 * <p>DL4J's own convolution multiplies unrolled patches and is some thirty times slower; this one
 * calls the {@code conv2d} operation.
 */
final class ConvolutionBlock extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;

  /** What a block does beside convolving. */
  enum Form {
    /** Convolution alone. */
    PLAIN,
    /** Convolution, then 2×2 max-pooling. */
    POOLED,
    /** ×2 upsampling, then convolution. */
    UPSAMPLED
  }

  private final Form form;
  private final boolean rectified;

  ConvolutionBlock(AutoencoderArchitecture.Convolution convolution, Form form, boolean rectified) {
    super(new Geometry(convolution));
    this.form = form;
    this.rectified = rectified;
  }

  /** Geometry of the convolution, in the builder that the superclass asks for. */
  private static final class Geometry extends BaseConvBuilder<Geometry> {
    Geometry(AutoencoderArchitecture.Convolution convolution) {
      super(new int[] {3, 3}, new int[] {1, 1}, new int[] {1, 1});
      nIn(convolution.inputs());
      nOut(convolution.filters());
      activation(Activation.IDENTITY);
    }

    @Override
    protected boolean allowCausal() {
      return false;
    }

    @Override
    public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
      throw new UnsupportedOperationException("a block is made by its constructor");
    }
  }

  Form form() {
    return form;
  }

  boolean rectified() {
    return rectified;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    boolean first = form == Form.POOLED && rectified && getNIn() == 1;
    org.deeplearning4j.nn.layers.convolution.ConvolutionLayer layer =
        first
            ? new FirstBlockLayer(configuration, type)
            : new ConvolutionBlockLayer(configuration, type, this);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    Map<String, INDArray> table = initializer().init(configuration, parameters, initialize);
    layer.setParamTable(table);
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    InputType.InputTypeConvolutional in = (InputType.InputTypeConvolutional) input;
    return InputType.convolutional(
        outputSize(in.getHeight()), outputSize(in.getWidth()), getNOut());
  }

  long outputSize(long inputSize) {
    return switch (form) {
      case PLAIN -> inputSize;
      case POOLED -> inputSize / 2;
      case UPSAMPLED -> inputSize * 2;
    };
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
