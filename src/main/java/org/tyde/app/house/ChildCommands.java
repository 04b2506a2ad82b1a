package org.tyde.app.house;

import org.tyde.work.ChildCommand;

import java.util.ArrayList;
import java.util.List;

/// How this Tyde starts its child processes, which are Tyde again: `tyde child speech|video`.
public final class ChildCommands {
    private ChildCommands() {}

    /// @return recognises speech
    public static ChildCommand speech() {
        return start("speech", "-Xmx96m", "-Djna.encoding=UTF-8");
    }

    /// @return decodes video
    public static ChildCommand video() {
        return start("video", "-Xmx1g");
    }

    /// Through its own launcher where it is installed, else through the `java` it runs on.
    private static ChildCommand start(String kind, String... own) {
        var installed = System.getProperty("jpackage.app-path");
        if (installed != null) return new ChildCommand(List.of(installed, "child", kind));
        var options = new ArrayList<>(List.of(own));
        options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(List.of("-Xshare:auto", "-Djava.awt.headless=true"));
        // a crash of native code leaves no memory of ours, which may hold sound or pictures, on the
        // disk
        options.add("-XX:+SuppressFatalErrorMessage");
        options.add("--enable-native-access=ALL-UNNAMED");
        Natives.application().ifPresent(folder -> options.add("-Dtyde.app=" + folder));
        return ChildCommand.ofThisJava(options, "org.tyde.app.Main", "child", kind);
    }
}
