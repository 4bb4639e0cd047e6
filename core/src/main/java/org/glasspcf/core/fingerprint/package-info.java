/**
 * Glasses and pairs as the numbers that models learn from.
 *
 * <p>A {@link org.glasspcf.core.fingerprint.FingerprintSchema schema} is versioned, because a model
 * is only as good as the agreement between what its slots meant in training and what they mean now.
 *
 * <p>Any module may depend on this package; it depends on {@link org.glasspcf.core} alone.
 */
package org.glasspcf.core.fingerprint;
