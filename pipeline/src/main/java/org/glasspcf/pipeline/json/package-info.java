/**
 * JSON in and out, as much of it as model files and reports need.
 *
 * <p>It exists so that the library reads the header of a model file with a parser that is strict
 * and bounded, and needs no other package to write a report. The packages of pipeline use it; it
 * depends on the JDK only.
 */
package org.glasspcf.pipeline.json;
