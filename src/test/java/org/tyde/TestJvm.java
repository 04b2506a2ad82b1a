package org.tyde;

import org.tyde.work.ChildCommand;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A JVM like the one the tests run in.
public final class TestJvm {
    private TestJvm() {}

    /// @param options of the JVM
    /// @param mainClass of the product or the tests
    /// @param arguments of the main class
    /// @return the command line
    public static ChildCommand command(
            List<String> options, String mainClass, String... arguments) {
        return ChildCommand.ofJava(classPath(), options, mainClass, arguments);
    }

    /// @return of the tests, also where a launcher loads them itself
    public static String classPath() {
        if (TestJvm.class.getClassLoader() instanceof URLClassLoader loader)
            return Stream.of(loader.getURLs())
                    .map(TestJvm::path)
                    .collect(Collectors.joining(File.pathSeparator));
        return System.getProperty("java.class.path");
    }

    private static String path(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }
}
