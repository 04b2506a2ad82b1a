package org.tyde.work;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that starts a child process.
///
/// @param line the program and its arguments; at least the program
public record ChildCommand(List<String> line) {
    /// Copies the line.
    public ChildCommand {
        line = List.copyOf(line);
        if (line.isEmpty()) throw new IllegalArgumentException("a command line needs a program");
    }

    /// The `java` that runs this process, with its class path: for a Tyde started from a JDK. An
    /// installed Tyde has no `java` binary and starts its own launcher instead.
    ///
    /// @param options of the JVM, such as `-Xmx64m`
    /// @param mainClass what it runs
    /// @param arguments of the main class
    /// @return the command line
    public static ChildCommand ofThisJava(
            List<String> options, String mainClass, String... arguments) {
        return ofJava(System.getProperty("java.class.path"), options, mainClass, arguments);
    }

    /// The `java` that runs this process, with another class path.
    ///
    /// @param classPath of the child
    /// @param options of the JVM, such as `-Xmx64m`
    /// @param mainClass what it runs
    /// @param arguments of the main class
    /// @return the command line
    public static ChildCommand ofJava(
            String classPath, List<String> options, String mainClass, String... arguments) {
        var program = File.separatorChar == '\\' ? "java.exe" : "java";
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        line.addAll(options);
        line.add("-cp");
        line.add(classPath);
        line.add(mainClass);
        line.addAll(List.of(arguments));
        return new ChildCommand(line);
    }
}
