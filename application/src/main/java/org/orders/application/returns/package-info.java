/** Taking goods back. */
@NullMarked
package org.orders.application.returns;

import org.jspecify.annotations.NullMarked;
