package org.orders.adapter.security;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.Passwords;

/**
 * Passwords hashed with bcrypt. It computes on as many threads of its own as there are cores, in
 * the order of asking: requests run on virtual threads, which give up their core only when they
 * wait, so that a rush of log-ins would stop everything else.
 */
@Singleton
final class BcryptPasswords implements Passwords {

  private static final int MIN_COST = 4;
  private static final int MAX_COST = 16;

  /** Well-formed, made from no password. */
  private static final String NOBODYS_SALT_AND_HASH =
      "orders.orders.orders.u" + "orders.orders.orders.orders.oru";

  private final int cost;
  private final ExecutorService threads;

  /**
   * Hashes by bcrypt.
   *
   * @param cost the logarithm of the number of rounds, 4 to 16; one more takes twice as long. Old
   *     hashes keep the cost they were made with
   */
  BcryptPasswords(@ConfigProperty(name = "orders.password.cost", defaultValue = "10") int cost) {
    if (cost < MIN_COST || cost > MAX_COST) {
      throw new IllegalArgumentException("orders.password.cost must be 4 to 16");
    }
    this.cost = cost;
    threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
  }

  @Override
  public String hash(String password) {
    return compute(() -> BcryptUtil.bcryptHash(condense(password), cost));
  }

  @Override
  public boolean matches(String password, String hash) {
    return compute(() -> BcryptUtil.matches(condense(password), hash));
  }

  @Override
  public void matchNobody(String password) {
    String nobodys =
        "$2a$%s$%s".formatted(cost < 10 ? "0" + cost : "" + cost, NOBODYS_SALT_AND_HASH);
    boolean _ = matches(password, nobodys);
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /**
   * 64 characters that stand for the whole password: bcrypt itself reads 72 bytes at most, and ends
   * at U+0000. The fixed key makes them differ from anybody else's plain hashes of the same
   * password. Composed characters (RFC 8265), because keyboards differ in how they send them.
   */
  private static String condense(String password) {
    byte[] typed =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(
          new SecretKeySpec("orders password 1".getBytes(StandardCharsets.UTF_8), "HmacSHA384"));
      return Base64.getEncoder().encodeToString(mac.doFinal(typed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This platform has no HmacSHA384", e);
    }
  }

  private <T> T compute(Callable<T> work) {
    Future<T> result = threads.submit(work);
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while hashing a password", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed or compared", e.getCause());
    }
  }
}
