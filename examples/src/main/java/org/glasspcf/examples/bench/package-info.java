/**
 * Programs that measure the library and draw what they found.
 *
 * <p>They belong to no command of the tool: each has a {@code main} of its own, named with the
 * command that runs it where its result is shown. Nothing may depend on them.
 */
package org.glasspcf.examples.bench;
