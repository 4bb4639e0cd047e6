/**
 * The chemistry of oxide glasses and their pair correlation functions.
 *
 * <p>What is written here is what everything else in Glass PCF speaks: {@link
 * org.glasspcf.core.Element elements} and {@link org.glasspcf.core.Oxide oxides}, the nominal
 * {@link org.glasspcf.core.GlassComposition composition} of a glass (mol%), {@link
 * org.glasspcf.core.ElementPair pairs} of elements, and partial pair correlation functions g(r) on
 * {@link org.glasspcf.core.RadialGrid grids} of spherical shells (Å). All values are immutable and
 * safe to share between threads.
 *
 * <p>The chemistry is open: any element, any oxide. What a model knows is the business of its
 * fingerprint schema. A bad argument is an {@link java.lang.IllegalArgumentException}; bad data and
 * failed training belong to the family of {@link org.glasspcf.core.GlassPcfException}.
 *
 * <p>Any module may depend on this package; it depends on the JDK alone.
 */
package org.glasspcf.core;
