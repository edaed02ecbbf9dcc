/** What customers send back. */
@NullMarked
package org.orders.domain.returns;

import org.jspecify.annotations.NullMarked;
