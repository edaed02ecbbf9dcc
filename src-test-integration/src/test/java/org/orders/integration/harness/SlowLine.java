package org.orders.integration.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * A line to a server whose answers take their time. What is asked arrives at once: so there is a
 * moment at which the server has done what the asker does not know yet.
 */
public final class SlowLine implements AutoCloseable {

  private final int target;
  private final Duration delay;
  private final ServerSocket listener;

  private SlowLine(int target, Duration delay, ServerSocket listener) {
    this.target = target;
    this.delay = delay;
    this.listener = listener;
  }

  /** A line to the server at this port of this machine. */
  public static SlowLine to(int port, Duration delay) {
    try {
      var line =
          new SlowLine(port, delay, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofPlatform().daemon().start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port at which the server is reached by this line. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var asker = listener.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofPlatform().daemon().start(() -> pass(asker, server, Duration.ZERO));
        Thread.ofPlatform().daemon().start(() -> pass(server, asker, delay));
      } catch (IOException e) {
        // Closed, or the server is: whoever asks sees the connection end.
      }
    }
  }

  private static void pass(Socket from, Socket to, Duration delay) {
    try (from;
        to) {
      var buffer = new byte[16_384];
      var in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        Patience.pause(delay);
        to.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException e) {
      // One side went away; closing both is all there is to do.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
