package dev.crm1c.crmapp;

import dev.crm1c.model.port.CrmApplication.Face;

/** How a call of our application's addresses ends. The texts name neither tenant nor system: a stranger learns nothing by asking. */
sealed interface Ending {
    /** Done, and nobody looks at the answer. */
    record Done() implements Ending {}

    record Shown(Face.Page page) implements Ending {}

    record NobodyHere() implements Ending {}

    record TooLarge(int limit) implements Ending {}

    record Malformed(String why) implements Ending {}

    /** Not what it says it is. */
    record Forged() implements Ending {}

    /** Genuine, and yet the portal does not let this visitor see the deal. */
    record NoRights() implements Ending {}

    /** The page with the button was opened too long ago, or before the application was installed anew. */
    record TooOld() implements Ending {}

    /** Somebody we had to ask did not answer, or our own queue did not take it. */
    record Unavailable() implements Ending {}
}
