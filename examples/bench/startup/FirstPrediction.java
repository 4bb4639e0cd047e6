import java.nio.file.Path;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.GlassPcfPipeline;

/** Predicts one curve: by the model file that the argument names, or by the pretrained model. */
public final class FirstPrediction {
  private FirstPrediction() {}

  public static void main(String[] arguments) {
    GlassPcfPipeline pipeline =
        arguments.length == 0
            ? GlassPcfPipeline.pretrained()
            : GlassPcfPipeline.load(Path.of(arguments[0]));
    GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
    System.out.println(
        pipeline.predict(glass, ElementPair.of("Si", "O")).curve().firstPeak().orElseThrow());
  }
}
