package org.orders.application.notification;

import java.util.List;

/** The sorts of mail of one feature. */
@FunctionalInterface
public interface MailRules {

  List<MailRule> rules();
}
