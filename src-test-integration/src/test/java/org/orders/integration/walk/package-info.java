/** A walk through everything that the service says it can do. */
@NullMarked
package org.orders.integration.walk;

import org.jspecify.annotations.NullMarked;
