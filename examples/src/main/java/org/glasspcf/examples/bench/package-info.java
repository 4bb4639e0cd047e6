/**
 * What measures the library: time, memory, and growth with the size of a problem.
 *
 * <p>The classes named {@code …Benchmark} are JMH's; the command {@code benchmark} runs them by way
 * of {@link org.glasspcf.examples.bench.SpeedRun}. The other programs belong to no command: each
 * has a {@code main} of its own, named with the command that runs it where its result is shown.
 * Nothing but the tool may depend on this package.
 */
package org.glasspcf.examples.bench;
