/** What customers do with their own record. */
@NullMarked
package org.orders.integration.customer;

import org.jspecify.annotations.NullMarked;
