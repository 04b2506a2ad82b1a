package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.WorkstationRun;
import org.tyde.app.house.AppReason;
import org.tyde.app.house.Failures;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `tyde`: without a command it opens the workstation.
@Command(
        name = "tyde",
        mixinStandardHelpOptions = true,
        version = "Tyde 0.1.0",
        description = "A reading workstation for radiology.")
public final class CommandLineOfTyde implements Callable<Integer> {
    @Option(
            names = "--tour-without-display",
            hidden = true,
            description = "Run the tour where there is no display.")
    boolean tourWithoutDisplay;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "DICOM files to open, while no archive is configured.")
    List<Path> files = List.of();

    @Spec @Nullable CommandSpec spec;

    /// @param arguments of the process
    /// @return its exit code
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    /// @return the command line as a process reads it
    static CommandLine line() {
        var line = new CommandLine(new CommandLineOfTyde());
        Commands.all().forEach(line::addSubcommand);
        explained(line);
        line.setExecutionExceptionHandler(
                (failure, where, parsed) -> said(failure, where.getErr()));
        line.setParameterExceptionHandler(
                (wrong, _) -> said(wrong, wrong.getCommandLine().getErr()));
        line.setExitCodeExceptionMapper(e -> e instanceof ParameterException ? 2 : 1);
        return line;
    }

    @Override
    public Integer call() throws Exception {
        for (var file : files)
            if (!Files.exists(file))
                throw new UnmatchedArgumentException(
                        Objects.requireNonNull(spec).commandLine(), file.toString());
        if (WorkstationRun.hasDisplay()) {
            WorkstationRun.run(
                    TydeHome.ofSystem(), files.stream().map(Path::toAbsolutePath).toList());
            return 0;
        }
        if (!tourWithoutDisplay) throw new Refusal(AppReason.NO_DISPLAY);
        System.err.println("tyde: no display here; running the tour without one");
        return new TourCommand().call();
    }

    /// Every command explains itself.
    private static void explained(CommandLine line) {
        var spec = line.getCommandSpec();
        // not the mixin: it would shift the arguments of commands that are methods
        if (spec.findOption("--help") == null)
            spec.addOption(
                    OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help message and exit.")
                            .build());
        line.getSubcommands().values().forEach(CommandLineOfTyde::explained);
    }

    private static int said(@Nullable Exception failure, PrintWriter err) {
        if (failure instanceof ParameterException wrongUse) {
            err.println("tyde: " + WrongUse.sentence(wrongUse, Locale.getDefault()));
            return 2;
        }
        var sentence = failure == null ? "" : Failures.sentence(failure, Locale.getDefault());
        err.println("tyde: " + sentence);
        return 1;
    }
}
