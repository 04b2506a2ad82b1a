package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.study.Laterality;

import java.util.List;
import java.util.Optional;

/// One thing that was measured or judged, as it was found in a document (PS3.16 TID 1410, 1411, 1501). Unlike
/// a [MeasurementGroup] it may lack what the template requires.
///
/// @param identifier what people call it (112039); empty where it has none
/// @param trackingUid how it is followed (112040)
/// @param finding what it is (121071)
/// @param site in the body (363698007, SCT)
/// @param side of the site
/// @param by algorithms that made its numbers, or the devices that observed it; empty for a person
/// @param values its numbers, in the order of the document
/// @param judged what else was said of it by code, such as how likely it is
/// @param images it was found on, each once
/// @param figures that bound or point at it
public record ReadGroup(
        String identifier,
        Optional<String> trackingUid,
        Optional<Code> finding,
        Optional<Code> site,
        Optional<Laterality> side,
        List<FoundBy> by,
        List<MeasuredValue> values,
        List<Judged> judged,
        List<InstanceReference> images,
        ReadFigures figures) {
    /// Something said by code.
    ///
    /// @param concept what was asked
    /// @param answer to it
    public record Judged(Code concept, Code answer) {}

    /// Without figures.
    ///
    /// @param identifier what people call it
    /// @param trackingUid how it is followed
    /// @param finding what it is
    /// @param site in the body
    /// @param side of the site
    /// @param by algorithms or devices that found it
    /// @param values its numbers
    /// @param judged what else was said of it
    /// @param images it was found on
    public ReadGroup(
            String identifier,
            Optional<String> trackingUid,
            Optional<Code> finding,
            Optional<Code> site,
            Optional<Laterality> side,
            List<FoundBy> by,
            List<MeasuredValue> values,
            List<Judged> judged,
            List<InstanceReference> images) {
        this(
                identifier,
                trackingUid,
                finding,
                site,
                side,
                by,
                values,
                judged,
                images,
                ReadFigures.NONE);
    }

    /// Copies the lists.
    public ReadGroup {
        by = List.copyOf(by);
        values = List.copyOf(values);
        judged = List.copyOf(judged);
        images = List.copyOf(images);
    }
}
