/** How the service starts, and over which database. */
@NullMarked
package org.orders.integration.start;

import org.jspecify.annotations.NullMarked;
