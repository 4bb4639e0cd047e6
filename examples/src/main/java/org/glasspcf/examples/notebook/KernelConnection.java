package org.glasspcf.examples.notebook;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.zeromq.ZMQ;

/**
 * A connection with Jupyter on which a cell that fails ends those that wait behind it, as Jupyter's
 * protocol has it ({@code stop_on_error}): JJava's own runs them all the same.
 */
final class KernelConnection extends JupyterConnection {
  /** Front ends send the cells of "run all" one by one. */
  private static final long MILLISECONDS_TO_ARRIVE = 50;

  private volatile boolean closed;

  /**
   * Prepares a connection.
   *
   * @param properties what Jupyter wrote into its connection file
   * @throws NoSuchAlgorithmException if the JVM lacks the signature that the file asks for
   * @throws InvalidKeyException if the file's key is none for that signature
   */
  KernelConnection(KernelConnectionProperties properties)
      throws NoSuchAlgorithmException, InvalidKeyException {
    super(properties);
  }

  /** Answers with a kernel from now on. */
  void serve(JavaKernel kernel) {
    kernel.becomeHandlerForConnection(this);
    ShellHandler<ExecuteRequest> run = getHandler(MessageType.EXECUTE_REQUEST);
    setHandler(
        MessageType.EXECUTE_REQUEST,
        (reply, request) -> {
          run.handle(reply, request);
          if (kernel.lastCellFailed() && request.getContent().shouldStopOnError()) {
            abortWaiting(reply);
          }
        });
    connect();
  }

  /**
   * Answers all that waits. It is read before the failed cell is answered, so that a program that
   * goes on after that answer is heard.
   */
  private void abortWaiting(ShellReplyEnvironment failed) {
    List<Message<?>> waiting = readWaiting();
    failed.resolveDeferrals();
    RuntimeException failures = new IllegalStateException("requests that could not be answered");
    for (Message<?> message : waiting) {
      ShellReplyEnvironment reply = prepareReplyEnv(shell, message);
      try {
        answer(reply, message);
      } catch (RuntimeException e) {
        failures.addSuppressed(e);
      } finally {
        reply.resolveDeferrals();
      }
      if (reply.isMarkedForShutdown()) {
        close();
        return;
      }
    }
    if (failures.getSuppressed().length > 0) {
      throw failures; // JJava logs it.
    }
  }

  /** Only the thread that reads from the shell socket, which runs cells, may call this. */
  private List<Message<?>> readWaiting() {
    List<Message<?>> waiting = new ArrayList<>();
    try {
      TimeUnit.MILLISECONDS.sleep(MILLISECONDS_TO_ARRIVE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A shutdown closes the socket while it stops the cell.
    while (!closed && (shell.getEvents() & ZMQ.Poller.POLLIN) != 0) {
      waiting.add(shell.readMessage());
    }
    return waiting;
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }

  @SuppressWarnings("unchecked") // A message's type names its content.
  private <T> void answer(ShellReplyEnvironment reply, Message<T> message) {
    MessageType<T> type = (MessageType<T>) message.getHeader().getType();
    ShellHandler<T> handler = getHandler(type);
    if (type.equals(MessageType.EXECUTE_REQUEST)) {
      reply.setBusyDeferIdle();
      reply.reply(aborted(message));
    } else if (handler != null) {
      handler.handle(reply, message);
    }
  }

  @SuppressWarnings("unchecked") // JJava's own reply knows no status but "ok" and "error".
  private static Message<?> aborted(Message<?> request) {
    MessageType<?> type = MessageType.EXECUTE_REPLY;
    return new Message<>(request, (MessageType<Object>) type, Map.of("status", "aborted"));
  }
}
