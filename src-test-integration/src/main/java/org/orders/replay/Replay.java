package org.orders.replay;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orders.replay.file.FileTotal;
import org.orders.replay.file.InvoiceFile;
import org.orders.replay.file.UnfitFile;
import org.orders.replay.plan.Plan;
import org.orders.replay.plan.Planner;
import org.orders.replay.service.OrdersService;
import org.orders.replay.service.Refused;
import org.orders.replay.service.Unreachable;

/**
 * The replay tool: drives a running service with a shop's invoices, and proves that it kept count.
 */
public final class Replay {

  /** Everything was replayed and the reconciliation holds. */
  public static final int HOLDS = 0;

  /** The file was replayed, and the service does not agree with it. */
  public static final int DOES_NOT_HOLD = 1;

  /** The replay could not be carried through. */
  public static final int BROKEN_OFF = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Progress.Display display;
  private final InstantSource clock;

  Replay(PrintStream out, PrintStream err, Progress.Display display, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.display = display;
    this.clock = clock;
  }

  /** Replays the file that is the only argument, on the service that the environment names. */
  public static void main(String[] arguments) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    Replay replay =
        new Replay(System.out, System.err, Progress.on(System.err, terminal), Clock.systemUTC());
    System.exit(replay.run(List.of(arguments), System.getenv()));
  }

  /** Replays, and answers the exit code. */
  int run(List<String> arguments, Map<String, String> environment) {
    try {
      return run(Settings.from(arguments, environment));
    } catch (Settings.Unusable | UnfitFile unfit) {
      return brokenOff(String.valueOf(unfit.getMessage()));
    } catch (IOException unreadable) {
      return brokenOff("The file cannot be read: " + unreadable);
    } catch (Refused | Unreachable noService) {
      return brokenOff(String.valueOf(noService.getMessage()));
    }
  }

  private int run(Settings settings) throws IOException {
    InvoiceFile file = InvoiceFile.read(settings.file());
    BigDecimal fileTotal = FileTotal.of(file.rows());
    Plan plan = Planner.plan(file.rows());
    UUID run = UUID.randomUUID();
    out.println("Replaying " + settings + ", run " + run);

    Instant start = clock.instant();
    OrdersService service =
        new OrdersService(settings.url(), settings.username(), settings.password(), run, clock);
    service.signIn();
    Books books = new Books();
    Tally tally = new Tally();
    new Preparation(service, books, tally).run(plan, display);
    new Steps(service, books, tally).run(plan, display);
    Reconciliation reconciliation = Reconciliation.of(fileTotal, plan, service, books, display);

    boolean holds = tally.failures().isEmpty() && reconciliation.mismatches().isEmpty();
    Summary summary = new Summary(out);
    summary.run(file, plan, tally, service, Duration.between(start, clock.instant()));
    summary.reconciliation(fileTotal, reconciliation);
    summary.verdict(holds);
    return holds ? HOLDS : DOES_NOT_HOLD;
  }

  private int brokenOff(String why) {
    err.println(why);
    return BROKEN_OFF;
  }
}
