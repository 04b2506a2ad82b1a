package org.tyde.app.cli;

import org.tyde.app.house.VideoParts;
import org.tyde.speech.SpeechChild;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
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

    /// As the command does, without reading all the other commands first: a child that is started again is
    /// waited for.
    ///
    /// @param arguments of the process
    /// @return whether they start a child, which has ended by now
    /// @throws Exception what ended it
    public static boolean serve(String... arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("child")) return false;
        for (var kind : Kind.values()) {
            if (!kind.name().equals(arguments[1])) continue;
            var child = new ChildOfTydeCommand();
            child.kind = kind;
            child.call();
            return true;
        }
        return false;
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
