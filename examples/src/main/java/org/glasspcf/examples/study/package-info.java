/**
 * The accuracy study: one command that measures every accuracy claim again on the bundled data's
 * fixed test list, with the spread over seeds and bootstrap intervals over test glasses.
 */
package org.glasspcf.examples.study;
