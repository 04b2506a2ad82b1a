package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Judges;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.hl7.Hl7Message;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OruMessageTest {
    @TempDir Path folder = Path.of("");

    @Test
    void hapiReadsWhatWasMeant() throws Exception {
        var message = OruMessage.of(Finished.report(DocumentState.SIGNED), Finished.NB).encoded();
        var file = Files.writeString(folder.resolve("oru.hl7"), message);
        var said =
                Judges.ask(
                        "Hl7Judge",
                        file.toString(),
                        "/.PID-3-1",
                        "/.PID-3-4-2",
                        "/.PID-5-1",
                        "/.PID-7",
                        "/.OBR-18",
                        "/.OBR-25",
                        "/.OBR-32-1-2",
                        "/.OBSERVATION(0)/OBX-5",
                        "/.OBSERVATION(8)/OBX-5-2",
                        "/.OBSERVATION(9)/OBX-2",
                        "/.OBSERVATION(9)/OBX-4",
                        "/.OBSERVATION(9)/OBX-5",
                        "/.OBSERVATION(9)/OBX-6",
                        "/.OBSERVATION(9)/OBX-14",
                        "/.OBSERVATION(9)/OBX-16-2",
                        "/.OBSERVATION(14)/OBX-5-2",
                        "/.OBSERVATION(15)/OBX-5-2");
        assertEquals(0, said.exitCode(), said.text());
        for (var expected :
                List.of(
                        "ORU_R01 parsed",
                        "/.PID-3-1=15076500565",
                        "/.PID-3-4-2=2.16.578.1.12.4.1.4.1",
                        "/.PID-5-1=Bråten",
                        "/.PID-7=19650113",
                        "/.OBR-18=A1001",
                        "/.OBR-25=F",
                        "/.OBR-32-1-2=Ærlig",
                        "(0)/OBX-5=Tumor?",
                        "(8)/OBX-5-2=2.25.771",
                        "(9)/OBX-2=NM",
                        "(9)/OBX-4=1",
                        "(9)/OBX-5=8.4",
                        "(9)/OBX-6=mm",
                        "(9)/OBX-14=20261122",
                        "(9)/OBX-16-2=Ærlig",
                        "(14)/OBX-5-2=" + Examples.SLICE.sopUid(),
                        "(15)/OBX-5-2=" + Examples.STUDY))
            assertTrue(said.text().contains(expected), expected + " is not in\n" + said.text());
    }

    @Test
    void linesAndDelimitersInTheTextComeThrough() throws Exception {
        var message = OruMessage.of(Finished.report(DocumentState.SIGNED), Finished.NB);
        var findings =
                message.all("OBX").stream()
                        .filter(o -> o.component(3, 1).equals("59776-5"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "Knute på 8,4 mm i høyre overlapp.\nIngen pleuravæske.", findings.component(5, 1));
        assertTrue(message.encoded().contains("overlapp.\\.br\\Ingen"));
        assertEquals(message.encoded(), Hl7Message.parse(message.encoded()).encoded(), "read back");
    }

    @Test
    void aPreliminaryReportIsMarkedSoInItselfAndInEachObservation() throws Exception {
        var message = OruMessage.of(Finished.report(DocumentState.PRELIMINARY), Finished.NB);
        assertEquals("P", message.first("OBR").orElseThrow().field(25));
        assertTrue(message.all("OBX").stream().allMatch(o -> o.field(11).equals("P")));
    }

    @Test
    void anAddendumIsFinalAndNamesItsParent() throws Exception {
        var message = OruMessage.of(Finished.appended(Examples.PRIOR_SLICE), Finished.NB);
        var obr = message.first("OBR").orElseThrow();
        assertEquals("F", obr.field(25));
        assertTrue(obr.field(29).contains(Examples.PRIOR_SLICE.sopUid()), obr.field(29));
    }
}
