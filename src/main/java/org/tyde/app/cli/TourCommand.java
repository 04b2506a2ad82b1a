package org.tyde.app.cli;

import org.tyde.app.tour.Tour;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;
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

    @Option(
            names = "--display",
            paramLabel = "WxH",
            description = "Run on the display that is here, in a window of this size.")
    Optional<String> size = Optional.empty();

    @Spec CommandSpec spec = CommandSpec.create();

    private Tour.Screen screen() {
        if (size.isEmpty()) return Tour.Screen.NONE;
        if (!size.get().matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}"))
            throw new ParameterException(spec.commandLine(), "--display WxH");
        var sides = size.get().split("x", 2);
        return new Tour.Screen(true, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    @Override
    public Integer call() throws Exception {
        var made = Tour.run(out, screen());
        made.forEach(file -> System.out.println(file));
        return 0;
    }
}
