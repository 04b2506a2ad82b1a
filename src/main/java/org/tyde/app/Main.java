package org.tyde.app;

import org.tyde.app.cli.CommandLineOfTyde;

/// Starts Tyde. A plain class: one that extends `Application` cannot be started from the class path.
public final class Main {
    private Main() {}

    /// @param arguments of the process
    public static void main(String[] arguments) {
        Natives.use();
        Logs.quiet();
        System.exit(CommandLineOfTyde.run(arguments));
    }
}
