/** Who hears of what happened: the outbox, and the mails that follow from it. */
@NullMarked
package org.orders.application.notification;

import org.jspecify.annotations.NullMarked;
