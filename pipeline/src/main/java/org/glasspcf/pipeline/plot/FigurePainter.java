package org.glasspcf.pipeline.plot;

import java.awt.Graphics2D;

/** How a figure is painted: the same each time, on any page, from any thread. */
@FunctionalInterface
interface FigurePainter {
  void paint(Graphics2D page);
}
