/** Registering customers, changing them, letting them go. */
@NullMarked
package org.orders.application.customer;

import org.jspecify.annotations.NullMarked;
