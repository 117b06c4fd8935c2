package dev.crm1c.model.deal;

/** A stage inside a pipeline, by the CRM's own codes. */
public record StageRef(String pipeline, String stage) {}
