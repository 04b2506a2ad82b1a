package org.tyde.settings.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.store.ChildJvm;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// GNOME Keyring on a session bus of its own, asked by a second Java process.
class SecretServiceTest {
    @TempDir Path home;

    /// In the child: the whole contract, then one secret for the next process.
    public static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Refusal {
            var secrets = Vaults.ofSystem();
            System.out.println(secrets.map(Secrets::kind).map(Enum::name).orElse("none"));
            if (secrets.isEmpty()) return;
            if (arguments[0].equals("write")) {
                SecretsContract.check(secrets.get());
                secrets.get().write("kept", "hunter2".toCharArray());
            } else {
                System.out.println(new String(secrets.get().read("kept").orElseThrow()));
                secrets.get().delete("kept");
            }
        }
    }

    private List<String> child(String script, String step) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                "dbus-run-session",
                                "--",
                                "sh",
                                "-c",
                                script,
                                "sh",
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                ChildJvm.classPath(SecretServiceTest.class),
                                Child.class.getName(),
                                step)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().remove("DISPLAY");
        var process = builder.start();
        try (var said = process.inputReader()) {
            var lines = said.readAllLines();
            assertEquals(0, process.waitFor(), String.join("\n", lines));
            return lines;
        } finally {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static final String WITH_KEYRING =
            "printf 'login' | gnome-keyring-daemon --unlock --components=secrets >/dev/null;"
                    + " exec \"$@\"";

    @Test
    void gnomeKeyringKeepsSecretsFromOneProcessToTheNext() throws Exception {
        Programs.require("dbus-run-session");
        Programs.require("gnome-keyring-daemon");
        assertEquals(List.of("SECRET_SERVICE"), child(WITH_KEYRING, "write"));
        assertEquals(List.of("SECRET_SERVICE", "hunter2"), child(WITH_KEYRING, "read"));
    }

    @Test
    void aSessionWithoutKeyStoreHasNone() throws Exception {
        Programs.require("dbus-run-session");
        var bare = "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent exec \"$@\"";
        assertEquals(List.of("none"), child(bare, "write"));
    }
}
