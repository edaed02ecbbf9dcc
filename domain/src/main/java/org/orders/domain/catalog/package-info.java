/** What is for sale. */
@NullMarked
package org.orders.domain.catalog;

import org.jspecify.annotations.NullMarked;
