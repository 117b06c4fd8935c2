package dev.crm1c.simulators.onec.structure;

/** How a Code or Number is made and kept. */
public record NumberSeries(String property, int length, boolean automatic, boolean unique, boolean yearly) {}
