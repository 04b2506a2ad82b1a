package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.house.CacheKeys;
import org.tyde.app.house.HomeSecrets;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;
import org.tyde.store.Cache;
import org.tyde.store.Protection;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `tyde cache encryption`: on, off, another key, or the keys destroyed.
@Command(
        name = "encryption",
        mixinStandardHelpOptions = true,
        description =
                "Encrypt the cache: on, off, change (another key or pass phrase), shred (destroy"
                        + " the keys). Not while Tyde is open.")
final class CacheEncryption implements Callable<Integer> {
    private static final String PHRASE =
            "Derive the key from a pass phrase instead of keeping one in the system's key store.";

    @Spec @Nullable CommandSpec spec;

    @ParentCommand @Nullable CacheCommand cache;

    @Override
    public Integer call() {
        throw new ParameterException(commandLine(), "on | off | change | shred");
    }

    @Command(description = "Encrypt what is kept, and what comes.")
    int on(@Option(names = "--phrase", description = PHRASE) boolean phrase)
            throws Refusal, IOException {
        var folder = home().cache();
        var secrets = HomeSecrets.of(home());
        if (Protection.needed(folder)) return turned(new Protection(keys(), true));
        return turned(
                new Protection(
                        phrase
                                ? CacheKeys.phrase(secrets, CacheKeys.VARIABLE)
                                : CacheKeys.made(secrets),
                        true));
    }

    @Command(description = "Keep everything in the clear again.")
    int off() throws Refusal, IOException {
        if (!Protection.needed(home().cache()) && !Protection.neededForWork(home().data()))
            return said("in the clear", 0);
        return turned(new Protection(keys(), false));
    }

    @Command(description = "Another key or pass phrase; nothing that is kept is written anew.")
    int change(
            @Option(names = "--phrase", description = PHRASE) boolean phrase,
            @Option(
                            names = "--new",
                            paramLabel = "VARIABLE",
                            defaultValue = "TYDE_NEW_CACHE_PHRASE",
                            description =
                                    "The variable that holds the new pass phrase. Default:"
                                            + " ${DEFAULT-VALUE}")
                    String variable)
            throws Refusal {
        var at = home();
        var secrets = HomeSecrets.of(at);
        var next = phrase ? CacheKeys.phrase(secrets, variable) : CacheKeys.made(secrets);
        Protection.change(at.cache(), keys(), next);
        Protection.changeWork(at.data(), keys(), next);
        return said("wrapped anew", 0);
    }

    @Command(description = "Destroy the keys: what is encrypted can never be read again.")
    int shred(
            @Option(names = "--yes", required = true, description = "Yes, destroy them.")
                    boolean yes)
            throws Refusal {
        Protection.shred(home().cache());
        return said("shredded", yes ? 0 : 1);
    }

    private int turned(Protection protection) throws IOException {
        try (var runner = new JobRunner(1);
                var opened = Cache.open(home().cache(), runner, protection)) {
            int rewritten = opened.conversion().await();
            WorkDatabase.open(home().data(), protection).close();
            return said("rewritten\t" + rewritten, 0);
        }
    }

    private TydeHome home() throws Refusal {
        return Objects.requireNonNull(cache).home.open();
    }

    private CacheKeys keys() throws Refusal {
        return CacheKeys.stored(HomeSecrets.of(home()));
    }

    private int said(String line, int code) {
        commandLine().getOut().println(line);
        return code;
    }

    private picocli.CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
