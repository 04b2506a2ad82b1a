package org.tyde.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class ArchiveNodeTest {
    @TempDir Path folder;

    private Settings read(String archives) throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(home.settingsFile(), "{\"version\":1,\"archives\":" + archives + "}");
        return new SettingsFile(home).read().settings();
    }

    @Test
    void anArchiveMaySpeakBothWays() throws Exception {
        var node =
                read("""
                [{"name": "Region", "dicomWeb": "https://a.example/web",
                  "login": {"kind": "openid", "issuer": "https://id.example",
                    "clientId": "tyde", "scope": "openid dicom", "dpop": true,
                    "clientKey": "secret:region key"},
                  "proxy": "http://proxy.example:3128",
                  "dimse": {"host": "a.example", "port": 2762, "aeTitle": "REGION",
                    "tls": true},
                  "tls": {"trusted": "/etc/tyde/ca.pem", "keyStore": "own.p12",
                    "password": "env:OWN_KEY"},
                  "retrieve": ["C-GET", "WADO-RS"], "parallel": 2,
                  "stallSeconds": 30}]
                """)
                        .archives()
                        .getFirst();
        assertEquals(
                new ArchiveNode(
                        "Region",
                        Optional.of(
                                new WebAddress(
                                        URI.create("https://a.example/web"),
                                        new Login.OpenId(
                                                URI.create("https://id.example"),
                                                "tyde",
                                                List.of("openid", "dicom"),
                                                true,
                                                Optional.of(new SecretRef.Stored("region key"))),
                                        Optional.of(URI.create("http://proxy.example:3128")))),
                        Optional.of(new DimseAddress("a.example", 2762, "REGION", true)),
                        new TlsFiles(
                                Optional.of(Path.of("/etc/tyde/ca.pem")),
                                Optional.of(Path.of("own.p12")),
                                Optional.of(new SecretRef.Environment("OWN_KEY"))),
                        List.of(RetrieveMethod.C_GET, RetrieveMethod.WADO_RS),
                        new NodeLimits(
                                2,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30))),
                node);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        var dimse = new DimseAddress("127.0.0.1", 11112, "PACS", false);
        var web = URI.create("http://127.0.0.1:8042/dicom-web");
        var basic = new Login.Basic("åse", new SecretRef.Stored("orthanc"));
        var settings =
                Settings.DEFAULTS
                        .withArchives(
                                List.of(
                                        ArchiveNode.of("A", Optional.empty(), Optional.of(dimse)),
                                        ArchiveNode.of(
                                                "B",
                                                Optional.of(
                                                        new WebAddress(
                                                                web, basic, Optional.empty())),
                                                Optional.of(dimse)),
                                        new ArchiveNode(
                                                "C",
                                                Optional.of(
                                                        new WebAddress(
                                                                web,
                                                                new Login.Bearer(
                                                                        new SecretRef.Environment(
                                                                                "TOKEN")),
                                                                Optional.empty())),
                                                Optional.empty(),
                                                new TlsFiles(
                                                        Optional.of(Path.of("ca.pem")),
                                                        Optional.empty(),
                                                        Optional.empty()),
                                                List.of(RetrieveMethod.WADO_RS),
                                                new NodeLimits(
                                                        1,
                                                        Duration.ofSeconds(9),
                                                        Duration.ofSeconds(8),
                                                        Duration.ofSeconds(7)))))
                        .withStation(
                                new Station(
                                        "ROM 3",
                                        OptionalInt.of(11112),
                                        false,
                                        TlsFiles.USUAL,
                                        List.of("CT1", "ROM 4")));
        file.write(settings);
        assertEquals(new SettingsFile.Read(settings, List.of()), file.read());
    }

    @Test
    void allMethodsThereAreAnAddressForInTheUsualOrder() {
        var dimse = Optional.of(new DimseAddress("a", 104, "A", false));
        assertEquals(
                List.of(RetrieveMethod.C_GET, RetrieveMethod.C_MOVE),
                ArchiveNode.of("A", Optional.empty(), dimse).retrieve());
        assertEquals(
                List.of(RetrieveMethod.WADO_RS),
                ArchiveNode.web("A", URI.create("http://a/web")).retrieve());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"A\"}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"ftp://a\"}]",
                "[{\"name\":\"\",\"dicomWeb\":\"http://a\"}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"retrieve\":[\"C-GET\"]}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"retrieve\":[\"FTP\"]}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"retrieve\":[]}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"parallel\":0}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"stallSeconds\":0}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"login\":{\"kind\":\"magic\"}}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\"},{\"name\":\"A\",\"dicomWeb\":\"http://b\"}]",
                "[{\"name\":\"A\",\"dimse\":{\"host\":\"a\",\"port\":0,\"aeTitle\":\"A\"}}]",
                "[{\"name\":\"A\",\"dimse\":{\"host\":\"a\",\"port\":104,\"aeTitle\":\"A\\\\B\"}}]",
                "[{\"name\":\"A\",\"dimse\":{\"host\":\"a\",\"port\":104,\"aeTitle\":\"SEVENTEEN-LETTERS\"}}]",
                "[{\"name\":\"A\",\"dimse\":{\"host\":\"a\",\"port\":104,\"aeTitle\":\"A\"},\"login\":{}}]",
                "[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"login\":{\"kind\":\"openid\","
                        + "\"issuer\":\"http://id.example\",\"clientId\":\"t\"}}]"
            })
    void whatCannotBeIsRefused(String archives) {
        var refused = assertThrows(Refusal.class, () -> read(archives));
        assertEquals(SettingsReason.WRONG_VALUE, refused.reason());
    }

    @Test
    void aSecretWrittenIntoTheFileIsRefusedAndNotRepeated() {
        var refused =
                assertThrows(
                        Refusal.class,
                        () ->
                                read(
                                        """
                                        [{"name":"A","dicomWeb":"https://a","login":
                                          {"kind":"basic","user":"u","password":"hunter2"}}]
                                        """));
        assertFalse(String.valueOf(refused.getMessage()).contains("hunter2"));
    }

    @Test
    void anUnknownKeyOfAnArchiveIsNamedAndKeptWhileTheArchivesStay() throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(
                home.settingsFile(),
                "{\"archives\":[{\"name\":\"A\",\"dicomWeb\":\"http://a\",\"colour\":\"blue\"}]}");
        var file = new SettingsFile(home);
        var read = file.read();
        assertEquals(List.of(home.settingsFile() + ": colour"), read.unknownKeys());
        file.write(read.settings().withDragRightNarrows(true));
        assertTrue(Files.readString(home.settingsFile()).contains("blue"));
    }
}
