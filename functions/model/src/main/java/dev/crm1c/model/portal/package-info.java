/** What is learnt of a tenant's portal while working with it: where it is, how much it takes, which application of ours is installed there. */
package dev.crm1c.model.portal;
