/** What every carrier must do, as tests, and a carrier in memory that does it. */
@NullMarked
package org.orders.contractkit.fulfilment;

import org.jspecify.annotations.NullMarked;
