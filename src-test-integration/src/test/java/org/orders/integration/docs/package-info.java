/** What the documents tell a newcomer to do, done. */
@NullMarked
package org.orders.integration.docs;

import org.jspecify.annotations.NullMarked;
