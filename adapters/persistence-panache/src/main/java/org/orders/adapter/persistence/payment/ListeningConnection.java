package org.orders.adapter.persistence.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection beside the pool that hears what is announced on one channel. It is made when
 * somebody first wants to hear, and again, second by second, whenever the database was lost.
 */
final class ListeningConnection {

  private static final Logger LOG = Logger.getLogger(ListeningConnection.class);

  /** How long to listen before asking whether the other side is still there. */
  private static final Duration BREATH = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int SECONDS_TO_ANSWER = 3;

  private final String channel;
  private final Optional<String> url;
  private final Optional<String> username;
  private final Optional<String> password;
  private final Runnable whenListening;
  private final Consumer<String> whenHeard;

  private @Nullable Thread thread;
  private boolean ended;
  private boolean failing;

  /**
   * @param whenListening told each time that listening began, from where on nothing goes unheard
   */
  ListeningConnection(
      String channel,
      Optional<String> url,
      Optional<String> username,
      Optional<String> password,
      Runnable whenListening,
      Consumer<String> whenHeard) {
    this.channel = channel;
    this.url = url;
    this.username = username;
    this.password = password;
    this.whenListening = whenListening;
    this.whenHeard = whenHeard;
  }

  synchronized void begin() {
    if (thread == null && !ended) {
      thread = Thread.ofVirtual().name("listen-" + channel).start(this::listenUntilInterrupted);
    }
  }

  synchronized void end() {
    ended = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void listenUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + channel);
        if (failing) {
          failing = false;
          LOG.infof("Listening on %s again", channel);
        }
        whenListening.run();
        hear(connection);
      } catch (SQLException lost) {
        tell(lost);
      }
      pause();
    }
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection listening = connection.unwrap(PGConnection.class);
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] heard = listening.getNotifications(Math.toIntExact(BREATH.toMillis()));
      if (heard == null || heard.length == 0) {
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
          throw new SQLException("no answer");
        }
        continue;
      }
      for (PGNotification notification : heard) {
        whenHeard.accept(notification.getParameter());
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    username.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("ApplicationName", "orders-listen");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "4");
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection = new Driver().connect(url.orElseThrow(), properties);
    if (connection == null) {
      throw new SQLException("not the address of a PostgreSQL");
    }
    return connection;
  }

  private void tell(SQLException lost) {
    if (!failing && !Thread.currentThread().isInterrupted()) {
      failing = true;
      LOG.warnf(
          "Cannot listen on %s (SQLSTATE %s); trying again and again", channel, lost.getSQLState());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
