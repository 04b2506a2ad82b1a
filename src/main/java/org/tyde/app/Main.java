package org.tyde.app;

import org.tyde.app.cli.ChildOfTydeCommand;
import org.tyde.app.cli.CommandLineOfTyde;
import org.tyde.app.house.Logs;
import org.tyde.app.house.Natives;

/// Starts Tyde. A plain class: one that extends `Application` cannot be started from the class path.
public final class Main {
    private Main() {}

    /// @param arguments of the process
    /// @throws Exception what ended a child process
    public static void main(String[] arguments) throws Exception {
        Natives.use();
        Logs.quiet();
        System.exit(ChildOfTydeCommand.serve(arguments) ? 0 : CommandLineOfTyde.run(arguments));
    }
}
