package dev.crm1c.model.portal;

public record PortalFacts(Whereabouts whereabouts, Pace pace, ChangeChannel channel, OurAddress ourAddress) {
    public static final PortalFacts NOTHING_KNOWN =
            new PortalFacts(new Whereabouts.AsInTheFile(), Pace.USUAL, ChangeChannel.EVENTS, new OurAddress.Unknown());
}
