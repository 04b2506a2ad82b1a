package org.tyde.dicomweb;

import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A search (PS3.18 8.3.4 and 10.6.1.2): what must match, what the answer should hold, which part of it.
///
/// @param matches attribute to value, list, range or pattern with `*` and `?` (PS3.4 C.2.2.2)
/// @param includes attributes wanted besides the usual ones
/// @param includeAll whether every attribute is wanted
/// @param limit of answers, 0 for no limit
/// @param offset answers skipped
/// @param fuzzy whether the archive may match names by its own idea of likeness
public record QidoQuery(
        Map<Tag, String> matches,
        List<Tag> includes,
        boolean includeAll,
        int limit,
        int offset,
        boolean fuzzy) {
    /// Everything.
    public static final QidoQuery ALL = new QidoQuery(Map.of(), List.of(), false, 0, 0, false);

    /// Keeps its own copies, in order.
    public QidoQuery {
        matches = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(matches));
        includes = List.copyOf(includes);
        if (limit < 0 || offset < 0) throw new IllegalArgumentException(limit + " from " + offset);
    }

    /// @param tag the attribute
    /// @param value what it must be; an empty one asks for nothing
    /// @return this with it
    public QidoQuery with(Tag tag, String value) {
        if (value.isEmpty()) return this;
        var more = new LinkedHashMap<>(matches);
        more.put(tag, value);
        return new QidoQuery(more, includes, includeAll, limit, offset, fuzzy);
    }

    /// @param tag an attribute that holds a date
    /// @param from first day, empty for open
    /// @param to last day, empty for open
    /// @return this with that range (PS3.4 C.2.2.2.5)
    public QidoQuery with(Tag tag, Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) return this;
        var first = from.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("");
        var last = to.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("");
        return with(tag, first.equals(last) ? first : first + "-" + last);
    }

    /// @param tags attributes wanted in the answer
    /// @return this with them
    public QidoQuery including(Tag... tags) {
        var more = new ArrayList<>(includes);
        more.addAll(List.of(tags));
        return new QidoQuery(matches, more, includeAll, limit, offset, fuzzy);
    }

    /// @param count 0 for no limit
    /// @param skipped answers before
    /// @return this with that part
    public QidoQuery page(int count, int skipped) {
        return new QidoQuery(matches, includes, includeAll, count, skipped, fuzzy);
    }

    /// @return this with every attribute the archive has at that level
    public QidoQuery includingAll() {
        return new QidoQuery(matches, includes, true, limit, offset, fuzzy);
    }

    /// @return this, names matched by the archive's own idea of likeness (PS3.18 8.3.4.2)
    public QidoQuery fuzzily() {
        return new QidoQuery(matches, includes, includeAll, limit, offset, true);
    }

    /// @return the query of an address, without the question mark; empty when nothing is said
    public String text() {
        var all = new ArrayList<String>();
        matches.forEach((tag, value) -> all.add(name(tag) + "=" + Endpoint.encoded(value)));
        if (includeAll) all.add("includefield=all");
        else for (var tag : includes) all.add("includefield=" + name(tag));
        if (limit > 0) all.add("limit=" + limit);
        if (offset > 0) all.add("offset=" + offset);
        if (fuzzy) all.add("fuzzymatching=true");
        return String.join("&", all);
    }

    private static String name(Tag tag) {
        var keyword = tag.keyword();
        return keyword.isEmpty() ? tag.hex() : keyword;
    }

    /// @param raw the query of an address, still encoded; empty for none
    /// @return what it asks for; empty when a parameter is not understood
    public static Optional<QidoQuery> parse(String raw) {
        var query = ALL;
        for (var pair : raw.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            if (equals < 0) return Optional.empty();
            try {
                var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                query = query.understood(name, value);
            } catch (IllegalArgumentException notUnderstood) {
                return Optional.empty();
            }
        }
        return Optional.of(query);
    }

    private QidoQuery understood(String name, String value) {
        return switch (name) {
            case "limit" -> page(Integer.parseInt(value), offset);
            case "offset" -> page(limit, Integer.parseInt(value));
            case "fuzzymatching" ->
                    new QidoQuery(
                            matches, includes, includeAll, limit, offset, value.equals("true"));
            case "includefield" -> {
                if (value.equals("all"))
                    yield new QidoQuery(matches, includes, true, limit, offset, fuzzy);
                var more = this;
                for (var one : value.split(",")) more = more.including(tag(one));
                yield more;
            }
            default -> with(tag(name), value);
        };
    }

    private static Tag tag(String name) {
        return Dictionary.standard()
                .entry(name)
                .map(Dictionary.Entry::tag)
                .orElseGet(() -> Tag.parse(name));
    }
}
