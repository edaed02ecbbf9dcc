/** What every payment gateway must do, as tests, and a gateway in memory that does it. */
@NullMarked
package org.orders.contractkit.payment;

import org.jspecify.annotations.NullMarked;
