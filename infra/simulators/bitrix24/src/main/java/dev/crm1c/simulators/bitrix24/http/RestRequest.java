package dev.crm1c.simulators.bitrix24.http;

import dev.crm1c.simulators.bitrix24.rest.BatchCommand;
import dev.crm1c.simulators.bitrix24.rest.Credential;
import dev.crm1c.simulators.bitrix24.rest.Params;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A call of the REST API as it came in. */
record RestRequest(String clientIp, Credential credential, String method, Params params) {

    /** The methods of the commands, when this is a batch. */
    List<String> commands() {
        return method.equalsIgnoreCase("batch")
                ? BatchCommand.of(params).stream().map(BatchCommand::method).toList()
                : List.of();
    }

    List<String> methods() {
        List<String> methods = new ArrayList<>(commands());
        methods.addFirst(method);
        return methods;
    }

    RequestRecord record(Instant at, int status, String error) {
        return new RequestRecord(at, clientIp, method, params.values(), commands(), status, error);
    }

    @Override
    public String toString() {
        return method + " from " + clientIp;
    }
}
