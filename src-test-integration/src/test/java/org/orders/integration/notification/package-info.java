/** What people hear by mail. */
@NullMarked
package org.orders.integration.notification;

import org.jspecify.annotations.NullMarked;
