package org.glasspcf.pipeline.plot;

/**
 * What a chart is laid out in.
 *
 * @param width (pixels)
 * @param height (pixels)
 * @param fontSize of its letters (pixels); the numbers at the axes are smaller by 1
 */
record ChartLayout(int width, int height, int fontSize) {}
