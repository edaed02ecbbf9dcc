/** What survives when processes, databases and machines do not. */
@NullMarked
package org.orders.integration.crash;

import org.jspecify.annotations.NullMarked;
