package org.glasspcf.examples.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this JVM, each on a thread of its own that can be interrupted, and keeps what
 * they return as it is: JShell itself knows values only as text.
 */
final class CellExecution extends DirectExecutionControl implements ExecutionControlProvider {
  /** How long an interrupted snippet gets to end by itself. */
  private static final long SECONDS_TO_STOP = 5;

  private final Object lock = new Object();
  private Optional<FutureTask<Object>> running = Optional.empty();
  private Optional<Thread> thread = Optional.empty();
  private boolean stopped;
  private boolean abandoned;
  private Optional<Object> result = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();

  @Override
  public String name() {
    return "cell";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return this;
  }

  /** Forgets the last cell. */
  void begin() {
    synchronized (lock) {
      stopped = false;
      abandoned = false;
      forget();
    }
  }

  /** Forgets the last snippet. */
  void forget() {
    result = Optional.empty();
    failure = Optional.empty();
  }

  /** Returns what the last snippet returned; empty for nothing or null. */
  Optional<Object> result() {
    return result;
  }

  /** Returns what the last snippet threw. */
  Optional<Throwable> failure() {
    return failure;
  }

  /** Returns whether the cell was asked to stop. */
  boolean wasStopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  /** Returns whether a snippet of the cell did not heed that and still runs. */
  boolean wasAbandoned() {
    synchronized (lock) {
      return abandoned;
    }
  }

  /** Returns an array's content as JShell prints it, and any other value as it prints itself. */
  static String text(Object value) {
    return value.getClass().isArray() ? valueString(value) : value.toString();
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    FutureTask<Object> task = new FutureTask<>(() -> snippet.invoke(null));
    Thread worker = new Thread(task, "cell");
    // A snippet that heeds no interrupt must not keep the kernel alive.
    worker.setDaemon(true);
    synchronized (lock) {
      if (stopped) {
        throw new StoppedException();
      }
      running = Optional.of(task);
      thread = Optional.of(worker);
      worker.start();
    }
    try {
      result = Optional.ofNullable(task.get());
      return "";
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvocationTargetException thrown) {
        failure = Optional.of(thrown.getCause());
        throw thrown;
      }
      throw e;
    } catch (CancellationException e) {
      throw new StoppedException();
    } finally {
      synchronized (lock) {
        running = Optional.empty();
        thread = Optional.empty();
      }
    }
  }

  /**
   * Interrupts the running snippet. One that goes on all the same is left to itself after some
   * seconds, so that its cell ends.
   */
  @Override
  public void stop() {
    Optional<FutureTask<Object>> task;
    synchronized (lock) {
      stopped = true;
      task = running;
      thread.ifPresent(Thread::interrupt);
    }
    if (task.isEmpty()) {
      return;
    }
    try {
      task.get().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (ExecutionException | CancellationException e) {
      // It ended, and invoke says how.
    } catch (TimeoutException e) {
      synchronized (lock) {
        abandoned = task.get().cancel(true);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
