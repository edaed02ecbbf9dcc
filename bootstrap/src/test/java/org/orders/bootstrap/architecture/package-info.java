/** The rules that keep the layers apart, and the proof that each of them bites. */
@NullMarked
package org.orders.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
