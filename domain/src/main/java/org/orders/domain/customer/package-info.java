/** Customers: accounts and guests. */
@NullMarked
package org.orders.domain.customer;

import org.jspecify.annotations.NullMarked;
