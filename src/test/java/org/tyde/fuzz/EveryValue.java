package org.tyde.fuzz;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.Value;
import org.tyde.dicom.io.DicomJson;

import java.io.IOException;

/// Every value of a data set, asked for in every way that its kind allows.
final class EveryValue {
    private EveryValue() {}

    static void of(DataSet set) throws IOException {
        walk(set);
        DicomJson.write(set);
    }

    private static void walk(DataSet set) throws IOException {
        for (var element : set) {
            try {
                read(set, element);
            } catch (DicomFormatException malformed) {
                if (malformed.getMessage().length() < 8) throw new AssertionError(malformed);
            }
        }
    }

    private static void read(DataSet set, Element element) throws IOException {
        var tag = element.tag();
        switch (element.value()) {
            case Value.Items items -> {
                for (var item : items.items()) walk(item);
            }
            case Value.Fragments all -> {
                all.offsetTable().all();
                for (var fragment : all.data()) fragment.all();
            }
            case Value.Bulk bulk -> bulk.data().all();
            case Value.Bytes bytes -> {
                bytes.data().all();
                switch (element.vr()) {
                    case DS, FL, FD -> set.decimals(tag);
                    case IS, US, SS, UL, SL -> set.integers(tag);
                    case DA -> set.date(tag);
                    case TM -> set.time(tag);
                    case DT -> set.dateTime(tag);
                    case PN -> set.personName(tag);
                    default -> set.text(tag);
                }
            }
        }
    }
}
