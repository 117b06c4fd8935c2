package dev.crm1c.simulators.bitrix24.event;

/** How the portal names itself in events: a domain that may change, and a member id that does not (bitrix24.md §1.2). */
public record PortalIdentity(String domain, String memberId) {}
