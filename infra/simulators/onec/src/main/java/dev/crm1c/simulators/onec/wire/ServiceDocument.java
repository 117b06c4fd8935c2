package dev.crm1c.simulators.onec.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.util.List;
import java.util.stream.Stream;

/** The list of published sets; tabular parts are sets of their own (onec.md §1.1, §1.2). */
final class ServiceDocument {
    private final List<String> sets;

    ServiceDocument(List<EntityStructure> published) {
        sets = published.stream()
                .flatMap(entity -> Stream.concat(
                        entity.parts().stream().map(part -> part.shape().set()), Stream.of(entity.set())))
                .toList();
    }

    ObjectNode json(String root) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("odata.metadata", root + "/$metadata");
        ArrayNode value = document.putArray("value");
        sets.forEach(set -> value.addObject().put("name", set).put("url", set));
        return document;
    }

    String atom(String root) {
        Xml xml = new Xml();
        xml.start(
                "service",
                "xmlns",
                "http://www.w3.org/2007/app",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xml:base",
                root + "/");
        xml.start("workspace").leaf("atom:title", "Default");
        sets.forEach(set ->
                xml.start("collection", "href", set).leaf("atom:title", set).end());
        return xml.end().end().toString();
    }
}
