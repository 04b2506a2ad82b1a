package org.tyde.app.cli;

import org.tyde.app.Natives;
import org.tyde.speech.SpeechChild;
import org.tyde.work.ChildCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tyde child speech`: a child process of the workstation, for itself alone.
@Command(name = "child", hidden = true, description = "A child process of the workstation.")
public final class ChildOfTydeCommand implements Callable<Integer> {
    /// What a child does.
    enum Kind {
        /// Recognises speech.
        speech
    }

    @Parameters(index = "0", paramLabel = "KIND")
    Kind kind = Kind.speech;

    /// @return how this Tyde starts its speech process: through its own launcher where it is installed,
    ///     else through the `java` it runs on
    public static ChildCommand speech() {
        var installed = System.getProperty("jpackage.app-path");
        if (installed != null)
            return new ChildCommand(List.of(installed, "child", Kind.speech.name()));
        var options =
                new ArrayList<>(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(List.of("-Xshare:auto", "-Djna.encoding=UTF-8", "-Djava.awt.headless=true"));
        options.add("--enable-native-access=ALL-UNNAMED");
        Natives.application().ifPresent(folder -> options.add("-Dtyde.app=" + folder));
        return ChildCommand.ofThisJava(options, "org.tyde.app.Main", "child", Kind.speech.name());
    }

    @Override
    public Integer call() throws Exception {
        var toParent = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // a stray print must not tear a frame
        switch (kind) {
            case speech -> SpeechChild.run(System.in, toParent);
        }
        return 0;
    }
}
