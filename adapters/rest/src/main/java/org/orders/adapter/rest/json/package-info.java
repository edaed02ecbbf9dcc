/** Request bodies, read strictly. */
@NullMarked
package org.orders.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
