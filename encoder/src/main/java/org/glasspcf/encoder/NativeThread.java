package org.glasspcf.encoder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The thread that native code runs on.
 *
 * <p>ND4J ties random numbers and workspaces, which hold tens of megabytes, to the thread that uses
 * them. On a thread of our own the caller's stay as they are, and ours can be released without
 * touching those of a host that uses ND4J itself.
 */
final class NativeThread implements AutoCloseable {
  static final String NAME = "glass-pcf-training";

  private final ExecutorService thread = Executors.newSingleThreadExecutor(NativeThread::named);

  private NativeThread() {}

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, NAME);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a thread that computes alone: the network's operations are too small to be shared. */
  static NativeThread start() {
    Nd4j.getMemoryManager(); // loads the native code
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    NativeThread started = new NativeThread();
    started.thread.execute(() -> ops.setOmpNumThreads(1));
    return started;
  }

  /** Does the work beside the calling thread, after all that was submitted before. */
  <T> CompletableFuture<T> submit(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, thread);
  }

  /** Does the work and waits for it. */
  <T> T call(Supplier<T> work) {
    return result(submit(work));
  }

  /** Waits for work, through interrupts, which stay set, and throws what it threw. */
  static <T> T result(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Releases the thread's workspaces and ends it. */
  @Override
  public void close() {
    try {
      call(
          () -> {
            MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
            for (MemoryWorkspace workspace : workspaces.getAllWorkspacesForCurrentThread()) {
              workspaces.destroyWorkspace(workspace);
            }
            return null;
          });
    } finally {
      thread.shutdown();
    }
  }
}
