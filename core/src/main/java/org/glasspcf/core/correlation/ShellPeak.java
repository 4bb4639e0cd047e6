package org.glasspcf.core.correlation;

/**
 * The first peak of a curve, as the Gaussian H·exp(−(r − r₀)²/2s²) whose shell averages over the
 * curve's own bins fit it best (least squares), in the stretch around the top where the smoothed
 * curve stands above the middle between its peak and its first minimum.
 *
 * <p>As the Gaussian is averaged over the bins before it is compared, the result hardly depends on
 * their width: see {@link CoordinationShell}. A peak of two maxima, as B–O has, gets the one
 * Gaussian that covers both; of a lopsided one this describes the upper half.
 *
 * @param position r₀ (Å)
 * @param height H (1): of the Gaussian, not of the highest bin, which is lower the wider the bins
 * @param width full width at half maximum of the Gaussian, 2.355 s (Å)
 */
public record ShellPeak(double position, double height, double width) {}
