package dev.crm1c.simulators.bitrix24.crm;

/** Hears of every saved change, whoever made it. */
@FunctionalInterface
public interface ChangeFeed {
    void changed(Change change);
}
