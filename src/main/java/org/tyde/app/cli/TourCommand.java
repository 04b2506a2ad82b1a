package org.tyde.app.cli;

import org.tyde.app.tour.Tour;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `tyde tour`: the whole main job without a display.
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Do the whole main job without a display, and photograph it.")
final class TourCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where pictures, report and tour.json go. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("tyde-tour");

    @Override
    public Integer call() throws Exception {
        var made = Tour.run(out);
        made.forEach(file -> System.out.println(file));
        return 0;
    }
}
