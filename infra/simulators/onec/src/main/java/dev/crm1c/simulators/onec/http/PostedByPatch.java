package dev.crm1c.simulators.onec.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.failure.ODataFailure;

/** What {@code "Posted"} in the body of a PATCH does: it posts on the one base where it was tried (onec.md §1.6 [live P8]). */
public enum PostedByPatch {
    POSTS {
        @Override
        ObjectNode read(ObjectNode body) {
            return body;
        }
    },
    /** Passed by in silence, as unknown properties and {@code Ref_Key} are: 200, and nothing is posted. */
    IGNORED {
        @Override
        ObjectNode read(ObjectNode body) {
            return body.deepCopy().without(Entity.POSTED);
        }
    },
    /** 400 code 16, and nothing of the body is written. */
    REFUSED {
        @Override
        ObjectNode read(ObjectNode body) {
            if (body.has(Entity.POSTED)) {
                throw ODataFailure.cannotAssign(Entity.POSTED);
            }
            return body;
        }
    };

    abstract ObjectNode read(ObjectNode body);
}
