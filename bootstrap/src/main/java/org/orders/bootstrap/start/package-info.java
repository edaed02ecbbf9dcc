/** What is there when the service starts for the first time. */
@NullMarked
package org.orders.bootstrap.start;

import org.jspecify.annotations.NullMarked;
