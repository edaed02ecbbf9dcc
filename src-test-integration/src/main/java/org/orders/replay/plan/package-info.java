/** What a file asks of the service, decided before anything is sent: orders, stock, customers. */
@NullMarked
package org.orders.replay.plan;

import org.jspecify.annotations.NullMarked;
