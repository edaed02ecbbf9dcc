/** The running service, over HTTP: the calls the replay makes, patient with refusals that pass. */
@NullMarked
package org.orders.replay.service;

import org.jspecify.annotations.NullMarked;
