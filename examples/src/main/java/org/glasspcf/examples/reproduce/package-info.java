/**
 * The protocol of the paper (Ayush, Sahu, Ali and Patra, arXiv:2308.11151, 2023) on our data, every
 * figure and number of it: {@link org.glasspcf.examples.reproduce.Reproduction} does the work,
 * {@link org.glasspcf.examples.reproduce.ReproductionReport} writes it down.
 *
 * <p>Two things are kept apart that the paper does not: a split <em>by curve</em>, which is the
 * paper's and lets curves of one glass stand on both sides, and one <em>by glass</em>, which
 * measures what a glass costs that was never seen. Both are drawn from the training part of a data
 * set; its held-out glasses never enter.
 *
 * <p>The work is a list of stages, and each finished one is a file that a later run reads instead
 * of working again ({@link org.glasspcf.examples.reproduce.StageStore}). Nothing but the
 * command-line tool depends on this package.
 */
package org.glasspcf.examples.reproduce;
