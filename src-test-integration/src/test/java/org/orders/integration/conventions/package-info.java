/** What every endpoint has in common. */
@NullMarked
package org.orders.integration.conventions;

import org.jspecify.annotations.NullMarked;
