/** What the contracts of several ports need. */
@NullMarked
package org.orders.contractkit.shared;

import org.jspecify.annotations.NullMarked;
