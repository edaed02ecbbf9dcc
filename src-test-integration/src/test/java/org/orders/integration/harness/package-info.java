/** What the journeys stand on: services as processes, their database, and those who call them. */
@NullMarked
package org.orders.integration.harness;

import org.jspecify.annotations.NullMarked;
