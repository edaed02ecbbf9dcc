package org.orders.domain.payment;

/**
 * A gateway's word that something changed about a charge or a refund of it: a reason to ask, never
 * an outcome. That is why it does no harm when it comes twice, late or in the wrong order.
 *
 * @param id the gateway's id of the event, the same whenever it is delivered again
 */
public record GatewayEvent(String id, GatewayReference charge) {}
