package org.tyde.fuzz;

import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ExampleTrees;
import org.tyde.evidence.document.DocumentPage;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Structured reports of others: whatever stands in them is an item, or a sentence.
public final class ContentTreeFuzz {
    private ContentTreeFuzz() {}

    /// @param input a DICOM file
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(
                () -> {
                    var set = DicomReader.read(input.clone()).dataSet();
                    var tree = ContentTree.of(set);
                    for (var item : tree.items())
                        if (!tree.at(item.position()).equals(Optional.of(item)))
                            throw new AssertionError("no item at " + item.place());
                    for (var flaw : tree.flaws())
                        if (flaw.sentence(Locale.ENGLISH).startsWith("org.tyde."))
                            throw new AssertionError("a flaw without a sentence: " + flaw);
                    DocumentPage.of(set, Locale.ENGLISH).plain();
                });
    }

    /// @return documents with every type of value
    public static List<byte[]> seeds() throws IOException {
        return List.of(
                DicomWriter.toBytes(ExampleTrees.everyType(), TransferSyntax.EXPLICIT_LITTLE),
                DicomWriter.toBytes(ExampleTrees.everyType(), TransferSyntax.IMPLICIT_LITTLE),
                DicomWriter.toBytes(ExampleTrees.table(), TransferSyntax.EXPLICIT_LITTLE));
    }
}
