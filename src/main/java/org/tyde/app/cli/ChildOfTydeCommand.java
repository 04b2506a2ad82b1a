package org.tyde.app.cli;

import org.tyde.app.Natives;
import org.tyde.app.VideoParts;
import org.tyde.speech.SpeechChild;
import org.tyde.work.ChildCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tyde child speech|video`: a child process of the workstation, for itself alone.
@Command(name = "child", hidden = true, description = "A child process of the workstation.")
public final class ChildOfTydeCommand implements Callable<Integer> {
    /// What a child does.
    enum Kind {
        /// Recognises speech.
        speech,
        /// Decodes video.
        video
    }

    @Parameters(index = "0", paramLabel = "KIND")
    Kind kind = Kind.speech;

    /// @return how this Tyde starts its speech process
    public static ChildCommand speech() {
        return start(Kind.speech, "-Xmx96m", "-Djna.encoding=UTF-8");
    }

    /// @return how this Tyde starts its video process
    public static ChildCommand video() {
        return start(Kind.video, "-Xmx1g");
    }

    /// Through its own launcher where it is installed, else through the `java` it runs on.
    private static ChildCommand start(Kind kind, String... own) {
        var installed = System.getProperty("jpackage.app-path");
        if (installed != null) return new ChildCommand(List.of(installed, "child", kind.name()));
        var options = new ArrayList<>(List.of(own));
        options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(List.of("-Xshare:auto", "-Djava.awt.headless=true"));
        options.add("--enable-native-access=ALL-UNNAMED");
        Natives.application().ifPresent(folder -> options.add("-Dtyde.app=" + folder));
        return ChildCommand.ofThisJava(options, "org.tyde.app.Main", "child", kind.name());
    }

    @Override
    public Integer call() throws Exception {
        var toParent = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // a stray print must not tear a frame
        switch (kind) {
            case speech -> SpeechChild.run(System.in, toParent);
            case video -> VideoParts.serve(System.in, toParent);
        }
        return 0;
    }
}
