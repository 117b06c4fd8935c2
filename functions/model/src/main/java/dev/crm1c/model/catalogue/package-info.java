/** The CRM's catalogue of goods: what its dictionaries hold, what a product of it looks like. */
package dev.crm1c.model.catalogue;
