package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.HomeSecrets;
import org.tyde.archive.node.NodePeer;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsFile;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.regex.Pattern;

/// Whom to call by DIMSE: an archive of the settings by its name, or `AE@host:port`.
final class NodeOption {
    private static final Pattern ADDRESS =
            Pattern.compile("([^@\\\\]{1,16})@(\\[[0-9A-Fa-f:.]+]|[^:@]+):([0-9]{1,5})");

    @Mixin HomeOption home = new HomeOption();

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NODE",
            description = "An archive of the settings by its name, or AE@HOST:PORT.")
    String node = "";

    @Option(
            names = "--aet",
            paramLabel = "TITLE",
            description = "Our application entity title. Default: that of the settings.")
    String title = "";

    /// @throws Refusal where the settings cannot be read, or a secret of the archive
    Peer peer() throws Refusal {
        var settings = settings();
        var own = ownTitle(settings);
        var address = ADDRESS.matcher(node);
        try {
            if (address.matches()) return at(node, own);
        } catch (IllegalArgumentException wrong) {
            throw wrong(wrong);
        }
        for (var one : settings.archives())
            if (one.name().equals(node)) {
                var secrets = HomeSecrets.of(home.open());
                var peer = NodePeer.of(one, own, secrets);
                if (peer.isPresent()) return peer.get();
            }
        throw wrong(new IllegalArgumentException(node));
    }

    /// @param text `AE@host:port`
    /// @param own our application entity title
    /// @throws IllegalArgumentException for anything else
    static Peer at(String text, String own) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) throw new IllegalArgumentException(text);
        int port = Integer.parseInt(address.group(3));
        return Peer.of(text, address.group(2), port, address.group(1), own);
    }

    /// @throws Refusal where the settings cannot be read
    Settings settings() throws Refusal {
        return new SettingsFile(home.open()).read().settings();
    }

    String ownTitle(Settings settings) {
        return title.isEmpty() ? settings.station().aeTitle() : title;
    }

    private ParameterException wrong(IllegalArgumentException why) {
        var line = Objects.requireNonNull(spec).commandLine();
        return new ParameterException(
                line, "neither an archive with a DIMSE address nor AE@HOST:PORT: " + node, why);
    }
}
