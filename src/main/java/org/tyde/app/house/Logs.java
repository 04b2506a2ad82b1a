package org.tyde.app.house;

import org.tyde.refusal.Refusal;
import org.tyde.settings.SettingsReason;
import org.tyde.settings.TydeHome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Rotating log files in the home: five of 2 MB. They hold no names, numbers or report text at any level.
public final class Logs {
    private static final int BYTES = 2 << 20;
    private static final int FILES = 5;
    private static final String LINE = "%1$tF %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n";

    private Logs() {}

    /// Nothing goes to the console; until [#into(TydeHome)] nothing is kept.
    public static void quiet() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LogManager.getLogManager().reset();
    }

    /// @param home whose `logs` folder takes the files
    /// @throws Refusal when they cannot be written
    public static void into(TydeHome home) throws Refusal {
        Path folder = home.logs();
        try {
            Files.createDirectories(folder);
            Handler file = new FileHandler(folder + "/tyde-%g.log", BYTES, FILES, true);
            file.setEncoding("UTF-8");
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.INFO);
            Logger.getLogger("").addHandler(file);
        } catch (IOException cannot) {
            throw new Refusal(SettingsReason.NOT_WRITABLE, folder).because(cannot);
        }
    }
}
