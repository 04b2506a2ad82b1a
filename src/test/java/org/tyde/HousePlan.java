package org.tyde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which room may use which. A row may use only rows above it that it names; `refusal` is the ground
/// that every row stands on.
final class HousePlan {
    static final String TABLE =
"""
            refusal:
            work:
            settings:      work
            tls:
            settings.vault: settings
            audit:         work
            geometry:
            speech:        work
            speech.hid:    work speech
            dicom:
            dicom.io:      dicom
            study:         dicom
            media:         work dicom dicom.io
            prior:         dicom study
            codec:         work dicom
            codec.jpeg:    work dicom codec
            codec.jpegls:  work dicom codec
            codec.j2k.header: work dicom codec
            codec.j2k:     work dicom codec codec.j2k.header
            codec.video:   work dicom codec
            codec.imageio: work dicom codec codec.jpeg codec.jpegls codec.j2k
            imaging.lut:   dicom codec
            imaging.multiframe: dicom
            imaging:       work dicom geometry codec imaging.lut imaging.multiframe
            imaging.picture: work dicom geometry codec imaging.lut imaging
            imaging.overlay: dicom geometry imaging.lut imaging
            volume:        work dicom geometry codec imaging.lut imaging imaging.picture
            measure:       dicom geometry imaging.lut imaging volume
            evidence.content: dicom
            evidence:      dicom evidence.content geometry imaging.lut imaging imaging.overlay measure study
            evidence.presentation: dicom geometry codec imaging.lut imaging.multiframe imaging imaging.overlay evidence
            evidence.blending: work dicom geometry codec imaging.lut imaging imaging.picture volume evidence evidence.presentation
            evidence.document: dicom geometry evidence.content evidence
            store.seal:
            store:         work dicom dicom.io study store.seal
            access:        work settings tls audit
            dimse.upper:   work tls dicom
            dimse.command: dicom
            dimse.message: work dicom dicom.io dimse.command dimse.upper
            dimse.provider: work dicom dicom.io dimse.command dimse.upper dimse.message
            dimse:         work dicom dicom.io dimse.command dimse.upper dimse.message dimse.provider
            dicomweb:      work access tls dicom dicom.io
            hl7:
            kith:
            archive:       work settings audit access dicom dicom.io study prior codec imaging.lut imaging store tls dimse.command dimse.upper dimse.message dimse.provider dimse dicomweb
            archive.node:  work settings access dicom dicom.io study prior store tls dimse.command dimse.upper dimse.message dimse.provider dimse dicomweb archive
            hanging:       dicom geometry study imaging.lut imaging.multiframe imaging
            reading:       work audit dicom geometry study prior imaging.lut imaging.multiframe imaging volume measure evidence evidence.presentation store archive hanging
            worklist:      work audit access dicom study prior evidence store archive hl7 kith
            report:        work audit access dicom geometry study prior imaging.lut imaging imaging.picture measure evidence store archive reading worklist hl7 kith
            report.screening: dicom study evidence report
            report.sign:   work dicom study measure evidence store archive worklist report report.screening
            report.template: work settings dicom study prior report
            report.rads:   report
            report.check: dicom study measure evidence report report.sign
            report.documents: work dicom dicom.io study prior evidence.content evidence store archive report
            report.lesion: dicom geometry measure evidence study reading
            report.flow:   dicom evidence measure study reading report report.sign report.check report.lesion
            report.out:    dicom dicom.io study imaging.picture evidence measure store hl7 report report.sign
            report.out.check: dicom dicom.io evidence hl7 report report.out
            dictation.words: speech
            dictation:     work settings study store speech report report.template dictation.words
            quality:       work audit access dicom geometry study imaging.lut imaging imaging.picture measure evidence store archive
            deidentify:    work audit dicom dicom.io codec study imaging.lut imaging store
            samples:       dicom dicom.io study geometry codec
            ui:            work settings
            ui.control:    ui geometry
            ui.annotation: ui ui.control geometry imaging.lut imaging evidence.presentation
            ui.viewport.text: ui ui.control
            ui.viewport.badge: ui imaging imaging.picture volume reading
            ui.viewport.state: ui ui.control ui.viewport.text work geometry dicom imaging.lut imaging imaging.overlay measure evidence evidence.presentation evidence.blending hanging reading
            ui.viewport:   ui ui.control ui.annotation ui.viewport.text ui.viewport.badge ui.viewport.state work codec geometry dicom study imaging.lut imaging imaging.picture imaging.overlay volume measure evidence evidence.presentation evidence.blending hanging reading
            ui.viewport.tool: ui ui.control ui.viewport.state ui.viewport work geometry dicom study imaging.lut imaging imaging.picture imaging.overlay volume measure evidence evidence.presentation hanging reading
            ui.viewport.thumbnail: ui ui.control ui.viewport.state ui.viewport work geometry dicom hanging reading imaging.lut imaging imaging.picture
            ui.viewport.volume: ui ui.control ui.viewport.state ui.viewport ui.viewport.text ui.viewport.badge work geometry codec dicom study imaging.lut imaging imaging.picture volume measure hanging reading
            ui.worklist:   ui ui.control work study prior evidence archive worklist
            ui.documents:  ui ui.control work dicom study prior evidence.document evidence report report.documents
            ui.reporting.flow: ui ui.control work dicom study measure evidence reading report report.sign report.check report.lesion report.flow
            ui.reporting.editor: ui ui.control work report dictation.words dictation report.template report.flow ui.reporting.flow
            ui.reporting:  ui ui.control ui.reporting.flow ui.reporting.editor work dicom study measure evidence reading report report.sign dictation.words dictation speech report.template report.rads report.check report.flow report.out report.documents report.screening
            ui.quality:    ui ui.control ui.viewport work study quality imaging.lut imaging imaging.picture
            ui.export:     ui ui.control ui.viewport work study deidentify
            ui.settings:   ui ui.control work settings access study archive speech dictation.words dictation hanging report report.sign report.template report.check report.flow report.out
            ui.shell:      ui ui.control ui.viewport ui.viewport.badge ui.viewport.tool ui.viewport.volume ui.viewport.thumbnail ui.worklist ui.reporting.flow ui.reporting.editor ui.reporting ui.quality ui.export ui.settings work settings access study prior media imaging.lut imaging imaging.picture evidence archive worklist hanging reading report report.sign dictation.words dictation report.template report.check report.flow report.out report.screening
            app:           *
""";

    private HousePlan() {}

    /// Room to the rooms it may use, in the order of the plan.
    static Map<String, Set<String>> rows() {
        var rows = new LinkedHashMap<String, Set<String>>();
        var above = new ArrayList<String>();
        for (var line : TABLE.lines().toList()) {
            var halves = line.split(":", 2);
            var named = List.of(halves[1].strip().split("\\s+"));
            var may = new java.util.HashSet<String>();
            may.add("refusal");
            for (var name : named) {
                if (name.isEmpty()) continue;
                if (name.equals("*")) may.addAll(above);
                else if (above.contains(name)) may.add(name);
                else
                    throw new IllegalStateException(
                            halves[0] + " names " + name + ", which is not above it");
            }
            rows.put(halves[0].strip(), may);
            above.add(halves[0].strip());
        }
        return rows;
    }

    /// The row of a package, `app` for all below it.
    static String room(String packageName) {
        var room = packageName.substring("org.tyde.".length());
        return room.startsWith("app.") ? "app" : room;
    }
}
