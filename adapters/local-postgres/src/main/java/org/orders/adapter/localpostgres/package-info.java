/**
 * A real PostgreSQL server of the service's own, for one machine and no set-up.
 *
 * <p>The binaries are those that io.zonky.test publishes; its starter is made for throw-away test
 * databases (no durability, no passwords), so this package drives {@code initdb} and {@code pg_ctl}
 * itself.
 */
@NullMarked
package org.orders.adapter.localpostgres;

import org.jspecify.annotations.NullMarked;
