package org.orders.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A gate between a service and its database: open it passes bytes, shut it refuses connections and
 * cuts those it had, silent it swallows every byte as a host that vanished from the network does.
 */
public final class DatabaseGate implements AutoCloseable {

  private enum State {
    OPEN,
    SHUT,
    SILENT
  }

  private final Database behind;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.SHUT;
  private ServerSocket listener;

  private DatabaseGate(Database behind) {
    this.behind = behind;
    this.port = FreePort.find();
  }

  /** An open gate before the database. */
  public static DatabaseGate before(Database database) {
    var gate = new DatabaseGate(database);
    gate.open();
    return gate;
  }

  /** The port on which the database is reached through this gate. */
  public int port() {
    return port;
  }

  /** Lets bytes pass, for connections made from now on. */
  public void open() {
    cutAll();
    state = State.OPEN;
    if (listener == null || listener.isClosed()) {
      listen();
    }
  }

  /** Refuses connections, as a stopped server does, and cuts those there are. */
  public void shut() {
    state = State.SHUT;
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutAll();
  }

  /** Keeps connections but answers nothing any more, to old connections and new ones. */
  public void fallSilent() {
    state = State.SILENT;
  }

  @Override
  public void close() {
    shut();
  }

  private void listen() {
    try {
      var opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      listener = opened;
      Thread.ofPlatform().daemon().start(() -> acceptFrom(opened));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptFrom(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        join(opened.accept());
      } catch (IOException e) {
        // A shut gate, or a database that refuses: the service sees its connection end.
      }
    }
  }

  private void join(Socket service) throws IOException {
    sockets.add(service);
    try {
      var server = new Socket(behind.host(), behind.port());
      sockets.add(server);
      service.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread.ofPlatform().daemon().start(() -> pass(service, server));
      Thread.ofPlatform().daemon().start(() -> pass(server, service));
    } catch (IOException e) {
      service.close();
      sockets.remove(service);
      throw e;
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      var buffer = new byte[16_384];
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (state == State.OPEN) {
          out.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      // One side went away; closing both is all there is to do.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void cutAll() {
    for (var socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // Already closed.
      }
    }
    sockets.clear();
  }
}
