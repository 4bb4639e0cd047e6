/**
 * The command-line tool: it trains, evaluates and predicts through the public types of the other
 * modules, as an application would. Nothing depends on this package.
 */
package org.glasspcf.examples;
