/** Lists, a page at a time. */
@NullMarked
package org.orders.adapter.rest.list;

import org.jspecify.annotations.NullMarked;
