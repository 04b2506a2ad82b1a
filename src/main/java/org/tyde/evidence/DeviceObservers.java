package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The devices that observed something themselves (PS3.16 TID 1001, 1002, 1004).
final class DeviceObservers {
    private static final Code NAME = new Code("121013", "DCM", "Device Observer Name");
    private static final Code MAKER = new Code("121014", "DCM", "Device Observer Manufacturer");
    private static final Code MODEL = new Code("121015", "DCM", "Device Observer Model Name");

    private DeviceObservers() {}

    /// The template has no version. That of the equipment which wrote the document holds for the device only
    /// where both are the same model.
    ///
    /// @param items of a container
    /// @param document whose equipment may be the device
    /// @return the device; empty where a person observed, with a device or without, or where it has no name
    static List<FoundBy> of(List<DataSet> items, DataSet document) throws DicomFormatException {
        var name = Optional.<String>empty();
        var maker = Optional.<String>empty();
        var model = Optional.<String>empty();
        for (var item : items) {
            var concept = item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE);
            if (concept.isEmpty()) continue;
            if (concept.get().same(Concepts.OBSERVER_NAME)) return List.of();
            if (concept.get().same(NAME)) name = item.text(Tag.TEXT_VALUE);
            if (concept.get().same(MAKER)) maker = item.text(Tag.TEXT_VALUE);
            if (concept.get().same(MODEL)) model = item.text(Tag.TEXT_VALUE);
        }
        var called =
                Stream.of(name, model, maker)
                        .flatMap(Optional::stream)
                        .filter(n -> !n.isBlank())
                        .findFirst();
        if (called.isEmpty()) return List.of();
        var equipment = document.textOr(Tag.MANUFACTURER_MODEL_NAME, "");
        boolean same = equipment.equals(called.get()) || Optional.of(equipment).equals(model);
        var version =
                same && !equipment.isBlank()
                        ? document.text(Tag.SOFTWARE_VERSIONS)
                        : Optional.<String>empty();
        return List.of(new FoundBy(called.get(), version));
    }
}
