package org.orders.adapter.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that answers one command in an odd way, until it becomes good. */
final class OddSmtpServer implements AutoCloseable {

  /** Says nothing, and keeps the connection. */
  static final String SILENCE = "(silence)";

  /** Says nothing, and ends the connection. */
  static final String HANG_UP = "(hangs up)";

  private final ServerSocket socket;
  private final String command;
  private final String answer;
  private volatile boolean good;

  /**
   * Begins to answer.
   *
   * @param command a command's first letters, {@code GREETING} for what comes before all, {@code .}
   *     for the end of a mail
   */
  OddSmtpServer(String command, String answer) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.command = command;
    this.answer = answer;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void becomeGood() {
    good = true;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofPlatform().daemon().start(() -> talk(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        Writer out =
            new java.io.OutputStreamWriter(caller.getOutputStream(), StandardCharsets.UTF_8)) {
      if (!say(out, "GREETING", "220 odd")) {
        wait(in);
        return;
      }
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        String usual = line.toUpperCase(Locale.ROOT).startsWith("DATA") ? "354 go on" : "250 fine";
        data = usual.startsWith("354");
        if (!say(out, line, usual)) {
          wait(in);
          return;
        }
      }
    } catch (IOException gone) {
      // The caller has enough of it.
    }
  }

  /** Whether it said something. */
  private boolean say(Writer out, String line, String usual) throws IOException {
    boolean odd = !good && line.startsWith(command);
    if (odd && (answer.equals(SILENCE) || answer.equals(HANG_UP))) {
      return false;
    }
    out.write((odd ? answer : usual) + "\r\n");
    out.flush();
    return true;
  }

  private void wait(BufferedReader in) throws IOException {
    while (answer.equals(SILENCE) && in.readLine() != null) {
      // Says nothing.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
