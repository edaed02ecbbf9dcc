/** Workers and their jobs together with a real database. */
@NullMarked
package org.orders.bootstrap.job;

import org.jspecify.annotations.NullMarked;
