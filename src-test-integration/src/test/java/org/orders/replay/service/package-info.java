@NullMarked
package org.orders.replay.service;

import org.jspecify.annotations.NullMarked;
