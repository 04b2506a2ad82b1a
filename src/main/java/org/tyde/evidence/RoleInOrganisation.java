package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A person's role in the organisation as CID 7452 codes it. The group takes no other codes (PS3.16 TID
/// 1003), so a role that none of them stands for is left out; the person's own word is the code's meaning.
final class RoleInOrganisation {
    private static final String CONSULTANT = "121089";
    private static final String PHYSICIAN = "121081";
    private static final String RESIDENT = "121086";
    private static final String RADIOGRAPHER = "121084";
    private static final String INTERN = "121085";
    private static final String FELLOW = "121088";
    private static final Map<String, String> CODES =
            Map.ofEntries(
                    Map.entry("overlege", CONSULTANT),
                    Map.entry("seksjonsoverlege", CONSULTANT),
                    Map.entry("avdelingsoverlege", CONSULTANT),
                    Map.entry("consultant", CONSULTANT),
                    Map.entry("consultant radiologist", CONSULTANT),
                    Map.entry("attending", CONSULTANT),
                    Map.entry("lege", PHYSICIAN),
                    Map.entry("radiolog", PHYSICIAN),
                    Map.entry("spesialist", PHYSICIAN),
                    Map.entry("spesialist i radiologi", PHYSICIAN),
                    Map.entry("physician", PHYSICIAN),
                    Map.entry("radiologist", PHYSICIAN),
                    Map.entry("lis", RESIDENT),
                    Map.entry("lis2", RESIDENT),
                    Map.entry("lis3", RESIDENT),
                    Map.entry("lege i spesialisering", RESIDENT),
                    Map.entry("assistentlege", RESIDENT),
                    Map.entry("resident", RESIDENT),
                    Map.entry("lis1", INTERN),
                    Map.entry("turnuslege", INTERN),
                    Map.entry("intern", INTERN),
                    Map.entry("fellow", FELLOW),
                    Map.entry("radiograf", RADIOGRAPHER),
                    Map.entry("beskrivende radiograf", RADIOGRAPHER),
                    Map.entry("radiographer", RADIOGRAPHER),
                    Map.entry("sonograf", "121093"),
                    Map.entry("sonographer", "121093"),
                    Map.entry("sykepleier", "121082"),
                    Map.entry("nurse", "121082"),
                    Map.entry("medisinsk fysiker", "121105"));

    private RoleInOrganisation() {}

    static boolean training(String ownWord) {
        return of(ownWord)
                .filter(c -> Set.of(RESIDENT, INTERN, FELLOW).contains(c.value()))
                .isPresent();
    }

    static Optional<Code> of(String ownWord) {
        return Optional.ofNullable(CODES.get(ownWord.strip().toLowerCase(Locale.ROOT)))
                .map(value -> new Code(value, "DCM", ownWord.strip()));
    }
}
