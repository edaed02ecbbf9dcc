package org.orders.adapter.persistence.shared;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What replicas tell each other through the database: one connection of this replica, beside the
 * pool, hears all of it. It is made when somebody first wants to hear, and again, second by second,
 * whenever the database was lost.
 */
@ApplicationScoped
public class Announcements {

  /** What is announced. */
  public enum Channel {
    PAYMENT_SETTLED,
    PRODUCT_CHANGED;

    /** Its name in the database. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Somebody who wants to hear. */
  public interface Listener {

    /** Listening began, anew or for the first time; from here on nothing goes unheard. */
    void listening();

    /** Something was announced. */
    void heard(String message);

    /** Nothing is heard from now on. */
    default void lost() {}
  }

  private record Subscription(Channel channel, Listener listener) {}

  private static final Logger LOG = Logger.getLogger(Announcements.class);

  /** How long to listen before asking whether the other side is still there. */
  private static final Duration BREATH = Duration.ofMillis(250);

  /** The longest time without an answer from the other side after which nothing is believed. */
  private static final Duration SILENCE = Duration.ofMillis(750);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int SECONDS_TO_ANSWER = 3;

  private final Optional<String> url;
  private final Optional<String> username;
  private final Optional<String> password;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  private volatile boolean listening;
  private volatile long heardUntil;
  private volatile boolean begun;
  private @Nullable Thread thread;
  private boolean ended;
  private boolean failing;

  public Announcements(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /** Lets somebody hear what is announced on a channel, from the time that listening begins. */
  public void subscribe(Channel channel, Listener listener) {
    subscriptions.add(new Subscription(channel, listener));
  }

  /** Begins to listen, unless that has begun. */
  public void begin() {
    if (!begun) {
      start();
    }
  }

  /**
   * Whether everything was heard that had been announced until less than a second ago. A connection
   * that is silently gone shows by this long before anything else tells.
   */
  public boolean areUpToDate() {
    return listening && System.nanoTime() - heardUntil < SILENCE.toNanos();
  }

  private synchronized void start() {
    if (thread == null && !ended) {
      thread = Thread.ofVirtual().name("announcements").start(this::listenUntilInterrupted);
      begun = true;
    }
  }

  @PreDestroy
  public synchronized void end() {
    ended = true;
    listening = false;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void listenUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = connect()) {
        hear(connection);
      } catch (SQLException lost) {
        tell(lost);
      } catch (RuntimeException fault) {
        // Of a listener or the driver; without this thread nobody would ever hear anything again.
        tell(fault);
      } finally {
        listening = false;
      }
      subscriptions.forEach(Announcements::tellLost);
      pause();
    }
  }

  private static void tellLost(Subscription subscription) {
    try {
      subscription.listener().lost();
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "Who listens to %s failed", subscription.channel().id());
    }
  }

  private void hear(Connection connection) throws SQLException {
    long asked = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      for (Channel channel : Channel.values()) {
        statement.execute("LISTEN " + channel.id());
      }
    }
    subscriptions.forEach(it -> it.listener().listening());
    if (failing) {
      failing = false;
      LOG.info("Listening to the database again");
    }
    heardUntil = asked;
    listening = true;
    PGConnection heard = connection.unwrap(PGConnection.class);
    while (!Thread.currentThread().isInterrupted()) {
      spread(heard.getNotifications(Math.toIntExact(BREATH.toMillis())));
      asked = System.nanoTime();
      if (!connection.isValid(SECONDS_TO_ANSWER)) {
        throw new SQLException("no answer");
      }
      // Whatever was announced before the question came with its answer at the latest.
      spread(heard.getNotifications());
      heardUntil = asked;
    }
  }

  private void spread(PGNotification @Nullable [] notifications) {
    if (notifications == null) {
      return;
    }
    for (PGNotification notification : notifications) {
      for (Subscription subscription : subscriptions) {
        if (subscription.channel().id().equals(notification.getName())) {
          subscription.listener().heard(notification.getParameter());
        }
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
          "Cannot listen to the database (SQLSTATE %s); trying again and again",
          lost.getSQLState());
    }
  }

  private void tell(RuntimeException fault) {
    if (!failing) {
      failing = true;
      LOG.error("Listening to the database failed; beginning again and again", fault);
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
