package org.tyde.report.out;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The resources of a bundle, and how they name each other: by addresses that follow from the report's
/// identity, so that the same report told twice is the same document.
final class FhirEntries {
    private final ObjectMapper json;
    private final String seed;
    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

    FhirEntries(ObjectMapper json, String seed) {
        this.json = json;
        this.seed = seed;
    }

    ObjectNode add(String type) {
        return add(type, type);
    }

    ObjectNode add(String type, String name) {
        var resource = json.createObjectNode().put("resourceType", type).put("id", id(name));
        resources.put(name, resource);
        return resource;
    }

    ObjectNode get(String name) {
        return Objects.requireNonNull(resources.get(name), name);
    }

    ObjectNode reference(String name) {
        return json.createObjectNode().put("reference", url(name));
    }

    String url(String name) {
        return "urn:uuid:" + id(name);
    }

    ArrayNode array() {
        var entries = json.createArrayNode();
        resources.forEach(
                (name, resource) ->
                        entries.addObject().put("fullUrl", url(name)).set("resource", resource));
        return entries;
    }

    private String id(String name) {
        return UUID.nameUUIDFromBytes((seed + " " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
