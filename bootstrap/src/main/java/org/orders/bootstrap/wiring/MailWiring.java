package org.orders.bootstrap.wiring;

import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.access.PasswordResetMails;
import org.orders.application.access.PasswordResetRepository;
import org.orders.application.access.ResetTokens;
import org.orders.application.access.WishRepository;
import org.orders.application.inventory.StockAlerts;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobQueue;
import org.orders.application.notification.MailRules;
import org.orders.application.notification.MailSender;
import org.orders.application.notification.Mails;
import org.orders.application.notification.OrderMails;
import org.orders.application.notification.ParcelMails;
import org.orders.application.notification.SendMailJob;
import org.orders.application.notification.StockMails;
import org.orders.application.notification.TellOfDriftsJob;
import org.orders.application.notification.TellOfLowStockJob;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.customer.CustomerRepository;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.returns.ReturnRepository;

/** Wires mails: those of every bean that is {@link MailRules}. */
@Dependent
class MailWiring {

  @Produces
  @Singleton
  MailRules orderMails(OrderRepository orders) {
    return new OrderMails(orders);
  }

  @Produces
  @Singleton
  MailRules parcelMails(
      OrderRepository orders,
      ShipmentRepository shipments,
      ReturnRepository returns,
      @ConfigProperty(name = "orders.tracking.url") String tracking) {
    return new ParcelMails(orders, shipments, returns, tracking);
  }

  @Produces
  @Singleton
  MailRules passwordResetMails(
      PasswordResetRepository resets,
      ResetTokens tokens,
      CustomerRepository customers,
      InstantSource clock,
      @ConfigProperty(name = "orders.password-reset.url") String address) {
    return new PasswordResetMails(resets, tokens, customers, clock, address);
  }

  @Produces
  @Singleton
  Mails mails(
      @All List<MailRules> features,
      IdGenerator ids,
      @ConfigProperty(name = "orders.mail.delivery", defaultValue = "auto") String delivery) {
    return new Mails(features, ids, !delivery.equalsIgnoreCase("off"));
  }

  @Produces
  @Singleton
  JobHandler sendMail(Mails mails, MailSender sender, UnitOfWork work) {
    return new SendMailJob(mails, sender, work);
  }

  @Produces
  @Singleton
  MailRules stockMails(StockAlerts alerts, WishRepository wishes) {
    return new StockMails(alerts, wishes);
  }

  @Produces
  @Singleton
  TellOfLowStockJob tellOfLowStock(
      WishRepository wishes,
      Mails mails,
      JobQueue jobs,
      @ConfigProperty(name = "orders.mail.delivery", defaultValue = "auto") String delivery) {
    return new TellOfLowStockJob(wishes, mails, jobs, !delivery.equalsIgnoreCase("off"));
  }

  @Produces
  @Singleton
  TellOfDriftsJob tellOfDrifts(
      WishRepository wishes,
      Mails mails,
      JobQueue jobs,
      @ConfigProperty(name = "orders.mail.delivery", defaultValue = "auto") String delivery) {
    return new TellOfDriftsJob(wishes, mails, jobs, !delivery.equalsIgnoreCase("off"));
  }
}
