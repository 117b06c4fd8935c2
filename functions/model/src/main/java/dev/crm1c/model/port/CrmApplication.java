package dev.crm1c.model.port;

import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;

/**
 * How our application's own addresses are called on the portals of one CRM product. Such a call may come from anybody's browser, so whatever it
 * says is asked of the vendor and of the portal before it is believed. Total: whatever comes in, both methods return and never throw.
 */
public interface CrmApplication {
    CrmSystem system();

    /** Somebody says that he has installed our application on the tenant's portal. */
    Installation installation(Tenant tenant, String contentType, byte[] body);

    /** Somebody says that he has opened our page in a deal. */
    Visit visit(Tenant tenant, InstalledApplication installed, String contentType, byte[] body);

    sealed interface Installation {
        record Proved(InstalledApplication application, Pace pace, Face face) implements Installation {}

        /**
         * @param why one line, Russian, without anything from the body
         */
        record NotUnderstood(String why) implements Installation {}

        record Disproved(Doubt doubt) implements Installation {}

        /** Whoever had to be asked did not answer. */
        record Unproved() implements Installation {}
    }

    sealed interface Visit {
        /** The deal is on the tenant's portal, and the visitor may see it there. */
        record Proved(CrmRef deal) implements Visit {}

        /**
         * @param why one line, Russian, without anything from the body
         */
        record NotUnderstood(String why) implements Visit {}

        record Disproved(Doubt doubt) implements Visit {}

        /** The visitor is who he says he is, but the portal does not show him the deal. */
        record NoRights() implements Visit {}

        /** Whoever had to be asked did not answer. */
        record Unproved() implements Visit {}
    }

    /** What the browser that brought the installation is shown. */
    sealed interface Face {
        record None() implements Face {}

        /**
         * @param policy the page's Content-Security-Policy
         */
        record Page(String html, String policy) implements Face {}
    }

    /** Why a call was not believed: for the log, never for the caller. */
    enum Doubt {
        NO_APPLICATION_EXPECTED,
        SERVER_NOT_THE_VENDORS,
        MEMBER_UNKNOWN,
        PORTAL_FOREIGN,
        WRONG_TOKEN,
        TOKEN_REFUSED,
        APPLICATION_FOREIGN,
        NOT_AN_ADMINISTRATOR
    }
}
