package org.orders.adapter.persistence.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The database, for native statements: in the present transaction, or each by itself. */
@ApplicationScoped
public class Database {

  /** After this time a unit of work begins no further statement. */
  static final Duration BUDGET = Duration.ofMillis(4_500);

  /** So that the statement gives up before the socket, and the socket before the transaction. */
  private static final int SLACK_SECONDS = 4;

  private static final Object DEADLINE = "orders.deadline";

  /**
   * Statements that belong together.
   *
   * @param <R> what they find
   */
  @FunctionalInterface
  public interface Work<R> {
    R with(Sql sql) throws SQLException;
  }

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;

  Database(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /**
   * Runs the statements in the present transaction; where there is none, each takes effect by
   * itself.
   *
   * @throws DatabaseUnavailable when the database is away or too slow
   */
  public <R> R run(Work<R> work) {
    long deadline = deadline();
    try (Connection connection = dataSource.getConnection()) {
      return work.with(new Sql(connection, deadline));
    } catch (SQLException failure) {
      // A collision is the unit of work's to repeat, so it must know it as one.
      throw inTransaction() && Failures.isCollision(failure)
          ? new StatementFailed(failure)
          : Failures.translate(failure);
    }
  }

  /** Runs the statements outside any transaction, so that each takes effect whatever follows. */
  public <R> R runApart(Work<R> work) {
    return inTransaction()
        ? QuarkusTransaction.suspendingExisting().call(() -> run(work))
        : run(work);
  }

  /**
   * Reads a lot as of one moment, by a connection that may take its time and keeps nobody from
   * writing. Not inside a transaction.
   *
   * @param limit how long a statement may take
   * @throws DatabaseUnavailable when the database is away, or it took longer
   */
  public <R> R survey(Duration limit, Work<R> work) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      return QuarkusTransaction.requiringNew()
          .timeout(Math.toIntExact(limit.toSeconds()) + SLACK_SECONDS)
          .call(() -> survey(limit, deadline, work));
    } catch (RuntimeException failure) {
      throw Failures.translate(failure);
    }
  }

  private <R> R survey(Duration limit, long deadline, Work<R> work) {
    try (Connection connection = dataSource.getConnection()) {
      int patience = connection.getNetworkTimeout();
      // The socket would give up before the statement does.
      connection.setNetworkTimeout(
          Runnable::run, Math.toIntExact(limit.toMillis()) + SLACK_SECONDS * 500);
      try {
        Sql sql = new Sql(connection, deadline);
        sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        sql.update("SET LOCAL statement_timeout = " + limit.toMillis());
        return work.with(sql);
      } finally {
        connection.setNetworkTimeout(Runnable::run, patience);
      }
    } catch (SQLException failure) {
      throw new StatementFailed(failure);
    }
  }

  /** Whether statements take part in a transaction. */
  public boolean inTransaction() {
    return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /** Runs something once the present transaction has ended, however it ended. */
  public void afterTransaction(Runnable action) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing to prepare.
          }

          @Override
          public void afterCompletion(int status) {
            action.run();
          }
        });
  }

  /** Gives the transaction that begins now its time. */
  void limit(long deadline) {
    transactions.putResource(DEADLINE, deadline);
  }

  private long deadline() {
    return inTransaction() && transactions.getResource(DEADLINE) instanceof Long deadline
        ? deadline
        : System.nanoTime() + BUDGET.toNanos();
  }
}
