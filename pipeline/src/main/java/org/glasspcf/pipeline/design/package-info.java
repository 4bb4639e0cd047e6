/**
 * Inverse design: from a structure that is wanted to compositions whose predicted structure has it.
 *
 * <p>An {@link org.glasspcf.pipeline.design.InverseDesign} searches a {@link
 * org.glasspcf.pipeline.design.DesignSpace} of compositions for those that come nearest to a {@link
 * org.glasspcf.pipeline.design.DesignObjective}.
 *
 * <p>The package uses the facade and what it is composed of; none of them knows it.
 */
package org.glasspcf.pipeline.design;
