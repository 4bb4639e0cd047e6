/**
 * An example of a processing variable as an input: the quench rate, tested on rates left out.
 *
 * <p>Depends on the pipeline and its training; nothing but the command depends on it.
 */
package org.glasspcf.examples.quench;
