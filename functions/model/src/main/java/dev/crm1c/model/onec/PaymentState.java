package dev.crm1c.model.onec;

/** Whether money has come against an invoice. */
public enum PaymentState {
    NOTHING_PAID,
    PAID_OR_PARTLY
}
