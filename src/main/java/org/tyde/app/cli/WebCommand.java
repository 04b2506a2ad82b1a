package org.tyde.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `tyde web`: a user's three acts with a DICOMweb archive.
@Command(
        name = "web",
        description = "Find, get and send by DICOMweb.",
        subcommands = {WebFindCommand.class, WebGetCommand.class, WebSendCommand.class})
final class WebCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "find | get | send");
    }
}
