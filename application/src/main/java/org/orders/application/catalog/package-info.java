/** Keeping the catalogue. */
@NullMarked
package org.orders.application.catalog;

import org.jspecify.annotations.NullMarked;
