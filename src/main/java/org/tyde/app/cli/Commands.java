package org.tyde.app.cli;

import java.util.List;
import java.util.concurrent.Callable;

/// Every command of `tyde`, in the order of the help.
final class Commands {
    private Commands() {}

    static List<Callable<Integer>> all() {
        return List.of(
                new DumpCommand(),
                new TourCommand(),
                new FramesCommand(),
                new CheckCommand(),
                new RenderCommand(),
                new HangCommand(),
                new ArchiveCommand(),
                new EchoCommand(),
                new FindCommand(),
                new GetCommand(),
                new MoveCommand(),
                new SendCommand(),
                new WebCommand(),
                new BenchCommand(),
                new DictateCommand(),
                new CacheCommand(),
                new ReportCommand(),
                new ChildOfTydeCommand());
    }
}
