package org.glasspcf.examples.notebook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** What Jupyter is to a kernel: it writes a connection file, asks, and reads the answers. */
final class KernelClient implements AutoCloseable {
  private static final int MOST_MILLISECONDS = 60_000;

  private final ZMQ.Context context = ZMQ.context(1);
  private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
  private final ZMQ.Socket control = context.socket(SocketType.DEALER);
  private final KernelConnectionProperties properties;

  KernelClient() throws IOException {
    List<ServerSocket> reserved = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      reserved.add(new ServerSocket(0));
    }
    List<Integer> ports = reserved.stream().map(ServerSocket::getLocalPort).toList();
    for (ServerSocket socket : reserved) {
      socket.close();
    }
    // Without a key nothing is signed.
    properties =
        new KernelConnectionProperties(
            "127.0.0.1",
            ports.get(0),
            ports.get(1),
            ports.get(2),
            ports.get(3),
            ports.get(4),
            "tcp",
            "hmac-sha256",
            "");
    connect(shell, properties.getShellPort());
    connect(control, properties.getControlPort());
  }

  private static void connect(ZMQ.Socket socket, int port) {
    socket.setReceiveTimeOut(MOST_MILLISECONDS);
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + port);
  }

  KernelConnectionProperties properties() {
    return properties;
  }

  void execute(String cell, boolean stopOnError) {
    JsonObject content = new JsonObject();
    content.addProperty("code", cell);
    content.addProperty("stop_on_error", stopOnError);
    send(shell, "execute_request", content);
  }

  void askForKernelInfo() {
    send(shell, "kernel_info_request", new JsonObject());
  }

  void interrupt() {
    send(control, "interrupt_request", new JsonObject());
  }

  void shutdown() {
    JsonObject content = new JsonObject();
    content.addProperty("restart", false);
    send(control, "shutdown_request", content);
  }

  private static void send(ZMQ.Socket socket, String type, JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("username", "test");
    header.addProperty("session", "test");
    header.addProperty("date", "2020-01-01T00:00:00.000000Z");
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.3");
    for (String part : List.of("<IDS|MSG>", "", header.toString(), "{}", "{}")) {
      socket.sendMore(part);
    }
    socket.send(content.toString());
  }

  /** The next answer's type and status, such as {@code execute_reply ok}. */
  String shellReply() {
    return reply(shell);
  }

  String controlReply() {
    return reply(control);
  }

  private static String reply(ZMQ.Socket socket) {
    List<String> parts = new ArrayList<>();
    do {
      byte[] part = socket.recv();
      if (part == null) {
        return "no answer";
      }
      parts.add(new String(part, StandardCharsets.UTF_8));
    } while (socket.hasReceiveMore());
    int start = parts.indexOf("<IDS|MSG>");
    JsonObject header = JsonParser.parseString(parts.get(start + 2)).getAsJsonObject();
    JsonObject content = JsonParser.parseString(parts.get(start + 5)).getAsJsonObject();
    String status = content.has("status") ? " " + content.get("status").getAsString() : "";
    return header.get("msg_type").getAsString() + status;
  }

  @Override
  public void close() {
    shell.close();
    control.close();
    context.close();
  }
}
