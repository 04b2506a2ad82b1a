package org.tyde.dicomweb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A media type with its parameters (RFC 9110 8.3.1); type, subtype and parameter names are lower case.
///
/// @param type such as `multipart`, or `*`
/// @param subtype such as `related`, or `*`
/// @param parameters such as `boundary`, values without their quotes
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    /// One instance, PS3.10 (PS3.18 8.7.3).
    public static final MediaType DICOM = of("application", "dicom");

    /// Data sets as JSON (PS3.18 F).
    public static final MediaType DICOM_JSON = of("application", "dicom+json");

    /// Uninterpreted bytes.
    public static final MediaType OCTETS = of("application", "octet-stream");

    /// Keeps its own copy of the parameters.
    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    private static MediaType of(String type, String subtype) {
        return new MediaType(type, subtype, Map.of());
    }

    /// @param text such as `multipart/related; type="application/dicom"; boundary=x`
    /// @return what it says, empty when it is not a media type
    public static Optional<MediaType> parse(String text) {
        var pieces = split(text, ';');
        var name = pieces.getFirst().strip().toLowerCase(Locale.ROOT);
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1 || name.indexOf(' ') >= 0)
            return Optional.empty();
        var parameters = new LinkedHashMap<String, String>();
        for (var piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals <= 0) continue;
            parameters.put(
                    piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    unquoted(piece.substring(equals + 1).strip()));
        }
        return Optional.of(
                new MediaType(name.substring(0, slash), name.substring(slash + 1), parameters));
    }

    /// @param accept an Accept header: media types separated by commas
    /// @return those that can be read, in order of preference (their `q`, then their place)
    public static List<MediaType> accepted(String accept) {
        var all = new ArrayList<MediaType>();
        for (var piece : split(accept, ',')) parse(piece).ifPresent(all::add);
        all.removeIf(m -> m.quality() <= 0);
        all.sort((a, b) -> Double.compare(b.quality(), a.quality()));
        return all;
    }

    private double quality() {
        try {
            return Double.parseDouble(parameters.getOrDefault("q", "1"));
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    /// @param name of a parameter, lower case
    /// @return its value
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// @param name of a parameter, lower case
    /// @param value its value
    /// @return this with it
    public MediaType with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new MediaType(type, subtype, more);
    }

    /// @param other a media type without wildcards
    /// @return whether this, with its wildcards, covers it; parameters are not compared
    public boolean covers(MediaType other) {
        return (type.equals("*") || type.equals(other.type))
                && (subtype.equals("*") || subtype.equals(other.subtype));
    }

    /// @return type and subtype without parameters
    public String essence() {
        return type + "/" + subtype;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(essence());
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        p ->
                                text.append("; ")
                                        .append(p.getKey())
                                        .append('=')
                                        .append(quotedWhereNeeded(p.getValue())));
        return text.toString();
    }

    private static String quotedWhereNeeded(String value) {
        boolean token = !value.isEmpty() && value.chars().allMatch(MediaType::isTokenCharacter);
        return token ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isTokenCharacter(int c) {
        return c < 127 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) return value;
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static List<String> split(String text, char separator) {
        var pieces = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) i++;
            else if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
