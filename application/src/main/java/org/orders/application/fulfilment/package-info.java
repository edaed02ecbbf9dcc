/** Sending parcels, following them, marking them as arrived. */
@NullMarked
package org.orders.application.fulfilment;

import org.jspecify.annotations.NullMarked;
