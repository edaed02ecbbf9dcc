/** Journeys of parcels, there and back. */
@NullMarked
package org.orders.integration.fulfilment;

import org.jspecify.annotations.NullMarked;
