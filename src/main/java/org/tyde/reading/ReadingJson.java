package org.tyde.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Turn;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measurement;
import org.tyde.refusal.Refusal;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A [ReadingState] as text. Frames are numbered from 1 as in DICOM, indexes in a stack from 0.
public final class ReadingJson {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReadingJson() {}

    /// @param state how a case was left
    /// @return the text
    public static String write(ReadingState state) {
        var root = MAPPER.createObjectNode().put("version", VERSION);
        var views = root.putObject("views");
        new TreeMap<>(state.views()).forEach((id, view) -> views.set(id, view(view)));
        var measurements = root.putArray("measurements");
        for (var m : state.marks().measurements()) {
            var node = measurements.addObject().put("id", m.id()).put("kind", kind(m.figure()));
            node.set("frame", key(m.frame()));
            var points = node.putArray("points");
            for (var p : m.figure().points()) points.addArray().add(p.column()).add(p.row());
            m.tracked().ifPresent(t -> TrackedJson.write(t, node.putObject("tracked")));
        }
        TrackedJson.write(state.marks().remarks(), root.putArray("remarks"));
        var onPlanes = root.putArray("onPlanes");
        for (var l : state.marks().onPlanes()) {
            var node = onPlanes.addObject().put("id", l.id()).put("stack", l.stack());
            node.put("plane", l.plane().name().toLowerCase(Locale.ROOT));
            var points = node.putArray("points");
            for (var p : List.of(l.from(), l.to())) place(points, p.x(), p.y(), p.z());
            var axes = node.putArray("axes");
            for (var v : List.of(l.left(), l.back(), l.up())) place(axes, v.x(), v.y(), v.z());
        }
        var keyImages = root.putArray("keyImages");
        state.marks().keyImages().forEach(k -> keyImages.add(key(k)));
        var seen = root.putObject("seen");
        var bySop = new TreeMap<String, TreeSet<Integer>>();
        for (var k : state.seen())
            bySop.computeIfAbsent(k.sopInstanceUid(), _ -> new TreeSet<>()).add(k.frame());
        bySop.forEach((uid, frames) -> ranges(seen.putArray(uid), frames));
        return root.toString();
    }

    /// @param text as [#write(ReadingState)] makes it
    /// @return how the case was left
    /// @throws Refusal when the text is none of this version
    public static ReadingState read(String text) throws Refusal {
        try {
            var root = MAPPER.readTree(text);
            if (root.path("version").asInt() != VERSION)
                throw new Refusal(ReadingReason.STATE_VERSION, root.path("version").asText("?"));
            return state(root);
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new Refusal(ReadingReason.STATE_MALFORMED).because(malformed);
        }
    }

    private static ReadingState state(JsonNode root) {
        Map<String, ViewState> views = new HashMap<>();
        for (var entry : root.path("views").properties())
            views.put(entry.getKey(), view(entry.getValue()));
        var measurements = new ArrayList<FrameMeasurement>();
        for (var m : root.path("measurements"))
            measurements.add(
                    new FrameMeasurement(
                            m.path("id").asText(),
                            key(m.path("frame")),
                            figure(m),
                            TrackedJson.read(m.path("tracked"))));
        var keyImages = new ArrayList<FrameKey>();
        for (var k : root.path("keyImages")) keyImages.add(key(k));
        var seen = new HashSet<FrameKey>();
        for (var entry : root.path("seen").properties())
            for (var range : entry.getValue())
                for (int f = range.path(0).asInt(); f <= range.path(1).asInt(); f++)
                    seen.add(new FrameKey(entry.getKey(), f));
        var onPlanes = new ArrayList<PlaneLength>();
        for (var l : root.path("onPlanes")) onPlanes.add(onPlane(l));
        var remarks = TrackedJson.remarks(root.path("remarks"));
        return new ReadingState(views, new Marks(measurements, keyImages, onPlanes, remarks), seen);
    }

    private static void place(ArrayNode into, double x, double y, double z) {
        into.addArray().add(x).add(y).add(z);
    }

    private static PlaneLength onPlane(JsonNode node) {
        var points = node.path("points");
        var axes = node.path("axes");
        return new PlaneLength(
                node.path("id").asText(),
                node.path("stack").asText(),
                AnatomicPlane.valueOf(node.path("plane").asText().toUpperCase(Locale.ROOT)),
                point(points.path(0)),
                point(points.path(1)),
                direction(axes.path(0)),
                direction(axes.path(1)),
                direction(axes.path(2)));
    }

    private static Point3 point(JsonNode node) {
        return new Point3(
                node.path(0).asDouble(), node.path(1).asDouble(), node.path(2).asDouble());
    }

    private static Vector3 direction(JsonNode node) {
        var v =
                new Vector3(
                        node.path(0).asDouble(), node.path(1).asDouble(), node.path(2).asDouble());
        if (!(Math.abs(v.length() - 1) < 1e-6)) throw new IllegalArgumentException("no direction");
        return v;
    }

    private static void ranges(ArrayNode into, TreeSet<Integer> frames) {
        int first = -1;
        int last = -1;
        for (int f : frames) {
            if (f == last + 1 && first > 0) {
                last = f;
                continue;
            }
            if (first > 0) into.addArray().add(first).add(last);
            first = f;
            last = f;
        }
        if (first > 0) into.addArray().add(first).add(last);
    }

    private static ObjectNode key(FrameKey key) {
        return MAPPER.createObjectNode()
                .put("image", key.sopInstanceUid())
                .put("frame", key.frame());
    }

    private static FrameKey key(JsonNode node) {
        return new FrameKey(node.path("image").asText(), node.path("frame").asInt());
    }

    private static String kind(Measurement figure) {
        return switch (figure) {
            case Length _ -> "length";
            case Angle _ -> "angle";
            case Ellipse _ -> "ellipse";
        };
    }

    private static Measurement figure(JsonNode node) {
        var p = new ArrayList<ImagePoint>();
        for (var point : node.path("points"))
            p.add(new ImagePoint(point.path(0).asDouble(), point.path(1).asDouble()));
        var kind = node.path("kind").asText();
        if (p.size() != (kind.equals("angle") ? 3 : 2))
            throw new IllegalArgumentException(kind + " of " + p.size() + " points");
        return switch (kind) {
            case "length" -> new Length(p.get(0), p.get(1));
            case "angle" -> new Angle(p.get(0), p.get(1), p.get(2));
            case "ellipse" -> new Ellipse(p.get(0), p.get(1));
            default -> throw new IllegalArgumentException("no figure: " + kind);
        };
    }

    private static ObjectNode view(ViewState view) {
        var node = MAPPER.createObjectNode().put("frame", view.frame());
        switch (view.voi()) {
            case VoiChoice.OfFile(int index) -> node.put("window", index);
            case VoiChoice.Auto() -> node.put("window", "auto");
            case VoiChoice.Chosen(Window(double center, double width)) ->
                    node.putArray("window").add(center).add(width);
        }
        switch (view.zoom()) {
            case Zoom.Fit() -> node.put("zoom", "fit");
            case Zoom.OneToOne() -> node.put("zoom", "pixels");
            case Zoom.LifeSize() -> node.put("zoom", "life");
            case Zoom.OfState() -> node.put("zoom", "state");
            case Zoom.Times(double factor) -> node.put("zoom", factor);
        }
        view.centre().ifPresent(c -> node.putArray("centre").add(c.column()).add(c.row()));
        node.put("quarters", view.turn().quarters())
                .put("mirrored", view.turn().mirrored())
                .put("inverted", view.inverted());
        view.presentation().ifPresent(p -> node.put("presentation", p));
        if (view.slab().millimetres() > 0)
            node.put("slab", view.slab().millimetres())
                    .put("projection", view.slab().projection().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static ViewState view(JsonNode node) {
        var centre = node.path("centre");
        return new ViewState(
                node.path("frame").asInt(),
                voi(node.path("window")),
                zoom(node.path("zoom")),
                centre.isArray()
                        ? Optional.of(
                                new ImagePoint(
                                        centre.path(0).asDouble(), centre.path(1).asDouble()))
                        : Optional.empty(),
                new Turn(node.path("quarters").asInt(), node.path("mirrored").asBoolean()),
                node.path("inverted").asBoolean(),
                node.path("presentation").isTextual()
                        ? Optional.of(node.path("presentation").asText())
                        : Optional.empty(),
                slab(node));
    }

    private static Slab slab(JsonNode node) {
        if (!node.has("slab")) return Slab.NONE;
        var projection = node.path("projection").asText().toUpperCase(Locale.ROOT);
        return new Slab(SlabProjection.valueOf(projection), node.path("slab").asDouble());
    }

    private static VoiChoice voi(JsonNode node) {
        if (node.isArray())
            return new VoiChoice.Chosen(
                    new Window(node.path(0).asDouble(), node.path(1).asDouble()));
        return node.isTextual() ? new VoiChoice.Auto() : new VoiChoice.OfFile(node.asInt());
    }

    private static Zoom zoom(JsonNode node) {
        if (node.isNumber()) return new Zoom.Times(node.asDouble());
        return switch (node.asText()) {
            case "fit" -> new Zoom.Fit();
            case "pixels" -> new Zoom.OneToOne();
            case "life" -> new Zoom.LifeSize();
            case "state" -> new Zoom.OfState();
            default -> throw new IllegalArgumentException("no zoom: " + node);
        };
    }
}
