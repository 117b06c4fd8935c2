package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** A place in the portal's pages that an application has taken (bitrix24.md §3.2). */
public record PlacementBinding(String placement, URI handler, String title, JsonNode langAll) {}
