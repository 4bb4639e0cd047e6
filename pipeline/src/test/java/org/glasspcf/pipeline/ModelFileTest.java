package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.pipeline.archive.ModelFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir private static Path folder;

  private static byte[] saved() throws IOException {
    Path file = folder.resolve("whole.glasspcf");
    if (!Files.exists(file)) {
      SmallPipeline.TRAINED.save(file);
    }
    return Files.readAllBytes(file);
  }

  private static void assertRefused(byte[] bytes, String how) throws IOException {
    Path file = Files.write(folder.resolve("damaged.glasspcf"), bytes);
    assertThrows(ModelFileException.class, () -> GlassPcfPipeline.load(file), how);
  }

  @Test
  void flippedByte_inTheHeaderOrThePayload_isRefused() throws IOException {
    byte[] bytes = saved();
    int header = 8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    for (int i = 0; i < header; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1 << (i % 8);
      assertRefused(damaged, "header byte " + i);
    }
    Random random = new Random(1);
    for (int n = 0; n < 200; n++) {
      int i = header + random.nextInt(bytes.length - header);
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1 << random.nextInt(8);
      assertRefused(damaged, "payload byte " + i);
    }
  }

  @Test
  void truncatedFile_isRefused() throws IOException {
    byte[] bytes = saved();
    for (int length : new int[] {0, 1, 7, 8, 9, 500, bytes.length / 2, bytes.length - 1}) {
      assertRefused(Arrays.copyOf(bytes, length), length + " bytes");
    }
    assertRefused(Arrays.copyOf(bytes, bytes.length + 1), "one byte too many");
  }

  @Test
  void sha256_isThatOfTheFileAndComesBackFromIt() throws IOException {
    Path file = folder.resolve("hashed.glasspcf");
    SmallPipeline.TRAINED.save(file);
    String hash = SmallPipeline.TRAINED.sha256();
    assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(hash), hash);
    assertEquals(hash, GlassPcfPipeline.load(file).sha256());
  }

  @Test
  void missingFile_saysSo() {
    Path none = folder.resolve("none.glasspcf");
    var e = assertThrows(ModelFileException.class, () -> GlassPcfPipeline.load(none));
    assertTrue(e.getMessage().contains("none.glasspcf"), e.getMessage());
  }

  /** Loads a model and predicts in a JVM whose class path holds our own classes only. */
  @Test
  void prediction_needsNeitherNd4jNorTribuo() throws Exception {
    saved();
    String file = folder.resolve("whole.glasspcf").toString();
    String printed = ChildJvm.run(jar -> false, PredictAlone.class, file);
    assertEquals(PredictAlone.text(SmallPipeline.TRAINED), printed, "printed by the child JVM");
  }

  /** What the child JVM runs. */
  static final class PredictAlone {
    private PredictAlone() {}

    public static void main(String[] arguments) {
      for (String absent :
          new String[] {
            "org.nd4j.linalg.factory.Nd4j",
            "org.deeplearning4j.nn.multilayer.MultiLayerNetwork",
            "org.tribuo.Model"
          }) {
        try {
          Class.forName(absent);
          throw new AssertionError(absent + " is on the class path");
        } catch (ClassNotFoundException expected) {
          // that is the point of this test
        }
      }
      System.out.println(text(GlassPcfPipeline.load(Path.of(arguments[0]))));
    }

    static String text(GlassPcfPipeline pipeline) {
      PcfPrediction p =
          pipeline.predict(
              GlassComposition.parse("60SiO2-20B2O3-20Na2O"), ElementPair.of("Si", "O"));
      return Arrays.toString(p.curve().values()) + Arrays.toString(p.decodedSpread());
    }
  }
}
