/**
 * Pictures of trainings, evaluations and predictions, for people who read a report rather than call
 * the library.
 *
 * <p>Every picture is a {@link org.glasspcf.pipeline.plot.Figure}, drawn in memory: no display is
 * needed and nothing global is touched. Colors keep apart for color-blind eyes and in gray print.
 */
package org.glasspcf.pipeline.plot;
