package dev.crm1c.simulators.bitrix24.wire;

/** Thrown where a method finds that it cannot do what was asked; nothing has been saved by then. */
public final class RestRefusal extends RuntimeException {
    private final transient RestError error;

    RestRefusal(RestError error) {
        super(error.code() + " " + error.description(), null, false, false);
        this.error = error;
    }

    public RestError error() {
        return error;
    }
}
