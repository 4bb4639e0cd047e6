package org.glasspcf.pipeline.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import org.glasspcf.encoder.PcfImage;

/**
 * The images that the network sees and those it draws, pixel by pixel: one pair beside another, the
 * original on the left, with the image MSE (pixels in 0–1) of the other below it and that of a
 * black image beside it.
 */
public final class ImagePairs {
  private static final int SCALE = 4;
  private static final int SIDE = SCALE * PcfImage.SIZE;
  private static final int GAP = 16;
  private static final int MARGIN = 36;
  private static final int TITLE = 34;
  private static final int CAPTION = 66;
  private static final int WIDTH = 2 * SIDE + GAP + 2 * MARGIN;
  private static final int HEIGHT = TITLE + SIDE + CAPTION;
  private static final int FONT = 16;

  private ImagePairs() {}

  /**
   * Draws pairs of images, three in a row.
   *
   * @param heading one line above all pairs
   * @param drawn what the images on the right are, such as {@code "reconstruction"}
   * @param pairs at least one pair
   * @return the picture; each pair has 600×356 pixels below a strip of 48
   * @throws IllegalArgumentException if there is no pair
   */
  public static Figure of(String heading, String drawn, List<ImagePair> pairs) {
    return new PanelGrid(Math.min(3, Math.max(1, pairs.size())), WIDTH, HEIGHT, FONT)
        .draw(
            heading,
            List.of(),
            pairs.stream()
                .<PanelGrid.Panel>map(pair -> (place, width, height) -> paint(place, pair, drawn))
                .toList());
  }

  private static void paint(Graphics2D place, ImagePair pair, String drawn) {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, FONT);
    place.setColor(Color.BLACK);
    PlotText.fitted(
        place, pair.title(), plain.deriveFont(Font.BOLD), MARGIN, TITLE - 12, WIDTH - 2 * MARGIN);
    int right = MARGIN + SIDE + GAP;
    paint(place, pair.original(), MARGIN);
    paint(place, pair.drawn(), right);
    place.setColor(Color.BLACK);
    place.setFont(plain);
    int below = TITLE + SIDE + 22;
    place.drawString("original", MARGIN, below);
    place.drawString(drawn, right, below);
    // Most of a curve's picture is black: without this the error on the right says little.
    place.drawString(mse("a black image: ", pair.original().meanSquare()), MARGIN, below + 22);
    place.drawString(mse("", pair.mse()), right, below + 22);
  }

  private static String mse(String what, double value) {
    return String.format(Locale.ROOT, "%sMSE %.4f", what, value);
  }

  private static void paint(Graphics2D place, PcfImage image, int left) {
    place.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    place.drawImage(image.toBufferedImage(), left, TITLE, SIDE, SIDE, null);
    place.setColor(PlotStyle.GRAY);
    place.drawRect(left, TITLE, SIDE - 1, SIDE - 1);
  }
}
