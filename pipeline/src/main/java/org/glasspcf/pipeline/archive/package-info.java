/**
 * The file that holds a model: named tensors and a few lines of text in the safetensors layout,
 * which other tools read too, with a hash over the whole file.
 *
 * <p>The package knows the container, not what the tensors mean: the pipeline tells the reader
 * which ones there must be. Files may come from anywhere, so the reader trusts nothing, is bounded
 * in everything it allocates, creates no object by a name from the file, and answers a bad file
 * with a {@link org.glasspcf.pipeline.archive.ModelFileException}. It uses core's root exception
 * and the JDK only.
 */
package org.glasspcf.pipeline.archive;
