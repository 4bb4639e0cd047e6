/**
 * The report of an evaluation: one JSON file of figures, and pictures.
 *
 * <p>It stands above the pipeline, its evaluation and its plots, which do not know of it.
 */
package org.glasspcf.pipeline.report;
