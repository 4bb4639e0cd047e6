/**
 * Screening: the same predictions for millions of compositions.
 *
 * <p>A {@link org.glasspcf.pipeline.screening.Screening} turns a stream of compositions into a
 * stream of predictions or of numbers derived from them, in order, on threads of its own and in
 * bounded memory. A {@link org.glasspcf.pipeline.screening.ScreeningFile} writes the numbers to a
 * CSV file and goes on where it was stopped.
 *
 * <p>The package uses the facade and what it is composed of; none of them knows it.
 */
package org.glasspcf.pipeline.screening;
