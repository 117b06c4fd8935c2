package dev.crm1c.simulators.onec.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.failure.Language;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery.Found;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** Makes answers in the representation that was asked for; JSON and counts begin with a BOM (onec.md §1.1). */
public final class Answers {
    private static final String BOM = "\uFEFF";
    private static final String ATOM = "application/atom+xml;charset=utf-8";
    private static final String XML = "application/xml;charset=utf-8";
    private static final String ERROR_NAMESPACE = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final Infobase base;
    private final boolean bom;
    private final Language language;
    private final Clock clock;

    public Answers(Infobase base, boolean bom, Language language, Clock clock) {
        this.base = base;
        this.bom = bom;
        this.language = language;
        this.clock = clock;
    }

    public Answer feed(Representation form, String root, String set, Found found, boolean counted) {
        return form.json()
                ? json(200, form, new JsonEntities(base, form, root).feed(set, found, counted))
                : versioned(200, ATOM, new AtomEntities(root, clock).feed(set, found, counted));
    }

    public Answer single(int status, Representation form, String root, Row row, Selection selection) {
        return form.json()
                ? json(status, form, new JsonEntities(base, form, root).single(row, selection))
                : versioned(status, ATOM, new AtomEntities(root, clock).single(row, selection));
    }

    /** A package of an exchange plan. In JSON deletions are not told: only the feed has a form for them. */
    public Answer changes(Representation form, String root, List<Entity> present, List<Entity> deleted) {
        return form.json()
                ? json(200, form, new JsonEntities(base, form, root).changes(present))
                : versioned(200, ATOM, new AtomEntities(root, clock).changes(present, deleted));
    }

    public Answer count(int total) {
        return Answer.of(200, "text/plain;charset=utf-8", prefix() + total);
    }

    public Answer serviceDocument(Representation form, String root, List<EntityStructure> published) {
        ServiceDocument document = new ServiceDocument(published);
        return form.json()
                ? json(200, form, document.json(root))
                : versioned(200, "application/atomsvc+xml;charset=utf-8", document.atom(root));
    }

    /** XML only, whatever was asked for [doc]. */
    public Answer metadata(List<EntityStructure> published) {
        return versioned(200, XML, new MetadataDocument(base.structure(), published).xml());
    }

    public Answer error(Representation form, ODataFailure failure) {
        if (form.json()) {
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            ObjectNode inside = error.putObject("odata.error");
            inside.put("code", failure.code());
            inside.putObject("message").put("lang", language.tag()).put("value", failure.text(language));
            return json(failure.status(), form, error);
        }
        String text = failure.text(language);
        String legal =
                Xml.holds(text) ? text : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        Xml xml = new Xml().start("m:error", "xmlns:m", ERROR_NAMESPACE);
        xml.leaf("m:code", failure.code()).leaf("m:message", legal).end();
        return versioned(failure.status(), XML, xml.toString());
    }

    public Answer json(int status, JsonNode body) {
        return json(status, Representation.JSON_MINIMAL_METADATA, body);
    }

    private Answer json(int status, Representation form, JsonNode body) {
        return versioned(status, form.jsonType(), prefix() + text(body));
    }

    private static Answer versioned(int status, String contentType, String body) {
        return Answer.of(status, contentType, body).with("DataServiceVersion", "3.0");
    }

    private String prefix() {
        return bom ? BOM : "";
    }

    private String text(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
