/** What every use case rests on. */
@NullMarked
package org.orders.application.shared;

import org.jspecify.annotations.NullMarked;
