/** Who may come in, and what they may do. */
@NullMarked
package org.orders.application.access;

import org.jspecify.annotations.NullMarked;
