/** The use cases, run over a database in memory. */
@NullMarked
package org.orders.application;

import org.jspecify.annotations.NullMarked;
