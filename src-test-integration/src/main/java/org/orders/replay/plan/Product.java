package org.orders.replay.plan;

import java.math.BigDecimal;

/**
 * A product of the file.
 *
 * @param name the first description fit to be one, else the code
 * @param price its first, in whole pence; 0 where the file names none
 */
public record Product(String code, String name, BigDecimal price, StockCourse course) {}
