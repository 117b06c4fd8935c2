package dev.crm1c.local.demo;

/** How the demo's portal and we know each other (docs/ru/podklyuchenie.md, 1). */
public enum ConnectedBy {
    /** An incoming webhook for us, an outgoing one for the portal. */
    WEBHOOKS,
    /** Our application, once an administrator of the portal installs it. */
    APPLICATION
}
