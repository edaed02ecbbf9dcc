@NullMarked
package org.orders.replay.file;

import org.jspecify.annotations.NullMarked;
