package org.orders.adapter.persistence.shared;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The wire between the service and its PostgreSQL, on which tests see round trips and which they
 * cut or block. The driver waits for the server after each Sync message and each simple query but
 * BEGIN, which it sends along with the statement that follows.
 */
public final class Wire implements Closeable {

  private static final long TEN_MILLIS = 10_000_000L;

  private final int serverPort;
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<String> roundTrips = new ConcurrentLinkedQueue<>();
  private volatile boolean cut;
  private volatile boolean blocked;

  Wire(int serverPort) throws IOException {
    this.serverPort = serverPort;
    entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** The statements for which anybody waited since this was last asked. */
  public List<String> roundTrips() {
    List<String> seen = new ArrayList<>();
    for (String next = roundTrips.poll(); next != null; next = roundTrips.poll()) {
      seen.add(next);
    }
    return seen;
  }

  /** Ends all connections and lets none through. */
  public void cut() {
    cut = true;
    open.forEach(Wire::close);
  }

  /** Keeps all connections and lets nothing through. */
  public void block() {
    blocked = true;
  }

  /** Lets everything through again. */
  public void mend() {
    cut = false;
    blocked = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          close(client);
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(client);
      open.add(server);
      Thread.ofVirtual().start(() -> pump(client, server, true));
      pump(server, client, false);
    } catch (IOException gone) {
      close(client);
    }
  }

  private void pump(Socket from, Socket to, boolean fromService) {
    try (from;
        to) {
      if (fromService) {
        forwardMessages(new DataInputStream(from.getInputStream()), to.getOutputStream());
      } else {
        forward(from.getInputStream(), to.getOutputStream());
      }
    } catch (IOException gone) {
      // One end hung up; so do we at the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void forward(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      waitWhileBlocked();
      out.write(buffer, 0, read);
    }
  }

  /** A message is a letter, which the first has not, a length that counts itself, and a body. */
  private void forwardMessages(DataInputStream in, OutputStream out) throws IOException {
    Map<String, String> statements = new HashMap<>();
    String current = "";
    for (int type = 0; type >= 0; type = in.read()) {
      int length = in.readInt();
      byte[] body = in.readNBytes(length - Integer.BYTES);
      String text = new String(body, StandardCharsets.UTF_8);
      switch (type) {
        case 'P' -> {
          String[] nameAndStatement = text.split("\0", 3);
          statements.put(nameAndStatement[0], nameAndStatement[1]);
        }
        case 'B' -> current = statements.getOrDefault(text.split("\0", 3)[1], "?");
        case 'S' -> {
          // Whether anybody is there is asked without a statement, by the connection that listens.
          if (!current.isEmpty()) {
            roundTrips.add(current);
          }
        }
        case 'Q' -> {
          if (!text.startsWith("BEGIN") && !text.startsWith("LISTEN") && text.length() > 1) {
            roundTrips.add(text);
          }
        }
        default -> {
          // The rest of the conversation.
        }
      }
      waitWhileBlocked();
      ByteArrayOutputStream message = new ByteArrayOutputStream(length + 1);
      DataOutputStream fields = new DataOutputStream(message);
      if (type != 0) {
        fields.writeByte(type);
      }
      fields.writeInt(length);
      fields.write(body);
      message.writeTo(out);
    }
  }

  private void waitWhileBlocked() {
    while (blocked && !cut) {
      LockSupport.parkNanos(TEN_MILLIS);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
