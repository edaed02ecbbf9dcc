/** What all use cases share: transactions, ids, pages, once-only requests. */
@NullMarked
package org.orders.application.shared;

import org.jspecify.annotations.NullMarked;
