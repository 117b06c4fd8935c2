package dev.crm1c.simulators.bitrix24.crm;

/** What the items of every kind need around them to be saved. */
record Surroundings(
        PortalTime time,
        Ids ids,
        ChangeFeed feed,
        UserFields userFields,
        Files files,
        MandatoryFields mandatory,
        StageHistory history) {}
