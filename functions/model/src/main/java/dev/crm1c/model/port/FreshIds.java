package dev.crm1c.model.port;

/** Ids that never repeat, anywhere. */
public interface FreshIds {
    String next();
}
