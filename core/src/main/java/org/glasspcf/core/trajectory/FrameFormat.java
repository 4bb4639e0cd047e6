package org.glasspcf.core.trajectory;

import java.util.Optional;

/** A format of trajectory files, reading one file. */
interface FrameFormat {
  /**
   * Reads the next frame.
   *
   * @return the frame; empty at the end of the file
   * @throws TruncatedInput if the file ends inside the frame
   */
  Optional<Frame> read();
}
