/** Password hashes, tokens and their keys. */
@NullMarked
package org.orders.adapter.security;

import org.jspecify.annotations.NullMarked;
