/** Invoices as the CRM's people see them. */
package dev.crm1c.model.invoice;
