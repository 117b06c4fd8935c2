package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.crm.Actor;
import dev.crm1c.simulators.bitrix24.oauth.Clients.Client;
import dev.crm1c.simulators.bitrix24.oauth.PortalCard;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.oauth.Tokens;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** The auth[…] part of what is posted to an application, in the order of each documented form (bitrix24.md §2.2). */
final class AuthFields {
    /** Whether a form carries the refresh token. */
    enum Refresh {
        GIVEN,
        WITHHELD
    }

    private final TokenOffice office;
    private final Supplier<PortalCard> portal;

    AuthFields(TokenOffice office, Supplier<PortalCard> portal) {
        this.office = office;
        this.portal = portal;
    }

    /** An event of a change: the tokens of whoever made it, none when nobody did. */
    SequencedMap<String, String> ofEvent(ApplicationCard card, Actor actor, long authType) {
        return switch (actor) {
            case Actor.Nobody() -> withoutTokens(card);
            case Actor.User(long id) -> ofUser(card, authType == 0 ? id : authType, Refresh.WITHHELD);
        };
    }

    /** As recorded from an application's event, and as composed for a robot's call. */
    SequencedMap<String, String> ofUser(ApplicationCard card, long userId, Refresh refresh) {
        PortalCard known = portal.get();
        Client client = card.client();
        Tokens tokens = office.issue(card.clientId(), userId);
        SequencedMap<String, String> auth = new LinkedHashMap<>();
        auth.put("auth[access_token]", tokens.access());
        auth.put("auth[expires]", Long.toString(tokens.accessEnds().getEpochSecond()));
        auth.put("auth[expires_in]", life());
        auth.put("auth[scope]", client.scopeList());
        auth.put("auth[domain]", known.domain());
        auth.put("auth[server_endpoint]", known.serverEndpoint().toString());
        auth.put("auth[status]", client.status());
        auth.put("auth[client_endpoint]", known.clientEndpoint().toString());
        auth.put("auth[member_id]", known.memberId());
        auth.put("auth[user_id]", Long.toString(userId));
        if (refresh == Refresh.GIVEN) {
            auth.put("auth[refresh_token]", tokens.refresh());
        }
        auth.put("auth[application_token]", card.applicationToken());
        return auth;
    }

    /** As in the sample of ONAPPINSTALL. */
    SequencedMap<String, String> ofInstallation(ApplicationCard card, long userId) {
        PortalCard known = portal.get();
        Client client = card.client();
        Tokens tokens = office.issue(card.clientId(), userId);
        SequencedMap<String, String> auth = new LinkedHashMap<>();
        auth.put("auth[domain]", known.domain());
        auth.put("auth[scope]", client.scopeList());
        auth.put("auth[access_token]", tokens.access());
        auth.put("auth[refresh_token]", tokens.refresh());
        auth.put("auth[expires_in]", life());
        auth.put("auth[server_endpoint]", known.serverEndpoint().toString());
        auth.put("auth[status]", client.status());
        auth.put("auth[client_endpoint]", known.clientEndpoint().toString());
        auth.put("auth[member_id]", known.memberId());
        auth.put("auth[application_token]", card.applicationToken());
        return auth;
    }

    /** As in the sample of ONOFFLINEEVENT. */
    SequencedMap<String, String> ofDoorbell(ApplicationCard card, long userId) {
        PortalCard known = portal.get();
        Client client = card.client();
        Tokens tokens = office.issue(card.clientId(), userId);
        SequencedMap<String, String> auth = new LinkedHashMap<>();
        auth.put("auth[access_token]", tokens.access());
        auth.put("auth[expires_in]", life());
        auth.put("auth[scope]", client.scopeList());
        auth.put("auth[domain]", known.domain());
        auth.put("auth[server_endpoint]", known.serverEndpoint().toString());
        auth.put("auth[status]", client.status());
        auth.put("auth[client_endpoint]", known.clientEndpoint().toString());
        auth.put("auth[member_id]", known.memberId());
        auth.put("auth[refresh_token]", tokens.refresh());
        auth.put("auth[application_token]", card.applicationToken());
        return auth;
    }

    /** As in the sample of ONAPPUNINSTALL, and where a robot made the change. */
    SequencedMap<String, String> withoutTokens(ApplicationCard card) {
        PortalCard known = portal.get();
        SequencedMap<String, String> auth = new LinkedHashMap<>();
        auth.put("auth[domain]", known.domain());
        auth.put("auth[server_endpoint]", known.serverEndpoint().toString());
        auth.put("auth[client_endpoint]", known.clientEndpoint().toString());
        auth.put("auth[member_id]", known.memberId());
        auth.put("auth[application_token]", card.applicationToken());
        return auth;
    }

    private static String life() {
        return Long.toString(TokenOffice.ACCESS_LIFE.toSeconds());
    }
}
