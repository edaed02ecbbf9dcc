/** Coming in: log-in, tokens, passwords, public keys. */
@NullMarked
package org.orders.adapter.rest.access;

import org.jspecify.annotations.NullMarked;
