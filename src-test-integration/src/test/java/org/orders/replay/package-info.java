@NullMarked
package org.orders.replay;

import org.jspecify.annotations.NullMarked;
