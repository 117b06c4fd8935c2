/** Companies and people as 1C knows them, on their way into the CRM. */
package dev.crm1c.model.party;
