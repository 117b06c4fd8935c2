package dev.crm1c.crmapp;

/** One POST, as far as the use cases care. */
record Call(String system, String tenant, String contentType, byte[] body) {}
