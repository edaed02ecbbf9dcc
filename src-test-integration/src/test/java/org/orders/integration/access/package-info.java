/** Who may come in, and with what. */
@NullMarked
package org.orders.integration.access;

import org.jspecify.annotations.NullMarked;
