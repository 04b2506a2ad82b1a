package org.tyde.work;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Shows web addresses with the program that the desktop has for them.
public final class DesktopOpener {
    private DesktopOpener() {}

    /// @param address http or https
    /// @throws Refusal when it is another one, or the desktop has no such program
    public static void open(URI address) throws Refusal {
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http"))
            throw new Refusal(WorkReason.NOT_SHOWN, String.valueOf(address.getHost()));
        try {
            var command = command(System.getProperty("os.name", ""), address.toString());
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            throw new Refusal(WorkReason.NOT_SHOWN, String.valueOf(address.getHost()))
                    .because(none);
        }
    }

    static List<String> command(String system, String address) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows"))
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
