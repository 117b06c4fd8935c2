package dev.crm1c.simulators.bitrix24.rest;

/** One method of the REST API. What it cannot do it refuses with a RestRefusal, and then nothing has been saved. */
@FunctionalInterface
public interface RestMethod {
    Answer call(Caller caller, Params params);
}
