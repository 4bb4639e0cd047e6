package org.glasspcf.examples.melt;

/** Hears how a campaign goes on. Melts made at once report from threads of their own. */
public interface MeltListener {
  /**
   * A melt goes on, about twice a second.
   *
   * @param progress how far it is
   */
  void onProgress(MeltProgress progress);

  /**
   * A melt is in the data set.
   *
   * @param id the melt
   * @param result what was found, in one line
   */
  void onFinished(String id, String result);

  /**
   * A melt was there before.
   *
   * @param id the melt
   */
  void onSkipped(String id);

  /**
   * A melt failed; the others go on.
   *
   * @param id the melt
   * @param reason what is wrong
   */
  void onFailed(String id, String reason);
}
