package org.tyde.app.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.settings.TydeHome;
import org.tyde.ui.shell.WindowPlace;
import org.tyde.ui.worklist.ColumnPlace;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where windows and the columns of the list stood, in `windows.json`. What cannot be read or written costs
/// nothing but the place.
final class KeptPlaces implements WindowPlace.Keeper, ColumnPlace.Keeper {
    private static final String COLUMNS = "worklist";
    private static final Logger LOG = LoggerFactory.getLogger(KeptPlaces.class);
    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final JobRunner runner;
    private final ObjectNode places;

    KeptPlaces(TydeHome home, JobRunner runner) {
        file = home.config().resolve("windows.json");
        this.runner = runner;
        places = read();
    }

    private ObjectNode read() {
        try {
            if (Files.exists(file)
                    && json.readTree(Files.readString(file)) instanceof ObjectNode kept)
                return kept;
        } catch (IOException unreadable) {
            LOG.warn("places of windows are not known: {}", unreadable.getClass().getSimpleName());
        }
        return json.createObjectNode();
    }

    @Override
    public synchronized Optional<WindowPlace> place(String window) {
        if (!(places.get(window) instanceof ObjectNode kept)) return Optional.empty();
        var place =
                new WindowPlace(
                        kept.path("x").asDouble(),
                        kept.path("y").asDouble(),
                        kept.path("width").asDouble(),
                        kept.path("height").asDouble(),
                        kept.path("maximised").asBoolean());
        return place.width() >= 1 && place.height() >= 1 ? Optional.of(place) : Optional.empty();
    }

    @Override
    public synchronized void keep(String window, WindowPlace place) {
        places.putObject(window)
                .put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height())
                .put("maximised", place.maximised());
        write();
    }

    @Override
    public synchronized List<ColumnPlace> columns() {
        var kept = new ArrayList<ColumnPlace>();
        for (var column : places.path(COLUMNS))
            kept.add(
                    new ColumnPlace(
                            column.path("column").asText(), column.path("width").asDouble()));
        return kept;
    }

    @Override
    public synchronized void keep(List<ColumnPlace> columns) {
        var rows = places.putArray(COLUMNS);
        for (var column : columns)
            rows.addObject().put("column", column.id()).put("width", column.width());
        write();
    }

    private void write() {
        var text = places.toPrettyString();
        runner.waiting("window places", _ -> write(text));
    }

    private boolean write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        var beside = file.resolveSibling("windows.json.part");
        Files.writeString(beside, text);
        Files.move(
                beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
