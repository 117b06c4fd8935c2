package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;

/** What the rows of a deal come to: the sum with tax, and the tax in it. */
record RowTotals(BigDecimal sum, BigDecimal tax) {}
