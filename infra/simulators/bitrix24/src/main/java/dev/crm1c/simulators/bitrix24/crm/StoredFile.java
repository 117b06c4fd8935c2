package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;

/**
 * A file in a user field. Its urlMachine holds a token and is served to whoever has it; its url wants the session of a
 * browser, so a machine gets nothing there (bitrix24.md §4.1, §5.10).
 */
public record StoredFile(long id, String name, byte[] content, String token, String url, String urlMachine) {

    ObjectNode json() {
        return Json.object().put("id", id).put("url", url).put("urlMachine", urlMachine);
    }
}
