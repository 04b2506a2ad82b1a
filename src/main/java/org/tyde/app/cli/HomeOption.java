package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.nio.file.Path;

/// `--home DIR`: where everything is kept; else what `TYDE_HOME` names, else the user's own home.
final class HomeOption {
    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Keep everything below this folder.")
    @Nullable Path folder;

    /// @throws Refusal its folders cannot be made
    TydeHome open() throws Refusal {
        var home = folder == null ? TydeHome.ofSystem() : TydeHome.at(folder);
        home.create();
        return home;
    }
}
