/**
 * Java in Jupyter notebooks: a small kernel, and how its notebooks show curves, figures and tables.
 *
 * <p>The kernel evaluates cells with the JDK's own JShell, in its own JVM, and speaks with Jupyter
 * through JJava's protocol library. Any other JJava kernel runs the notebooks too: they need {@link
 * org.glasspcf.examples.notebook.Show} on the class path and nothing else of this package. Only the
 * command-line tool, which installs the kernel, depends on it.
 */
package org.glasspcf.examples.notebook;
