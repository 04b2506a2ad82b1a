package org.tyde.dicom.io;

import org.tyde.dicom.Assembly;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One data set under construction, and what its later elements are read by.
final class Level {
    private static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    private static final int BITS_ALLOCATED = 0x00280100;
    private static final int PIXEL_REPRESENTATION = 0x00280103;

    final Assembly assembly;

    /// Values in that generation of the window need no object of their own.
    final int generation;

    private SpecificCharacterSet characterSet;
    private boolean signed;
    private int bitsAllocated;

    Level(Assembly assembly, int generation, SpecificCharacterSet characterSet, boolean signed) {
        this.assembly = assembly;
        this.generation = generation;
        this.characterSet = characterSet;
        this.signed = signed;
    }

    /// The level of an item in a sequence of this one.
    Level below(Assembly spare, int now) {
        return new Level(spare, now, characterSet, signed);
    }

    SpecificCharacterSet characterSet() {
        return characterSet;
    }

    boolean signed() {
        return signed;
    }

    int bitsAllocated() {
        return bitsAllocated;
    }

    void add(Cursor at, Value value) {
        assembly.add(at.tag, at.vr, value);
    }

    /// @return whether the value names an unknown character set
    boolean note(int tag, byte[] bytes, int i, int size) {
        if (tag == SPECIFIC_CHARACTER_SET && size > 0) {
            var names = new String(bytes, i, size, StandardCharsets.ISO_8859_1);
            var terms = Arrays.stream(names.split("\\\\", -1)).map(String::strip).toList();
            characterSet = SpecificCharacterSet.of(terms);
            return characterSet.unknown().isPresent();
        }
        if (tag == PIXEL_REPRESENTATION && size == 2) signed = bytes[i] == 1;
        else if (tag == BITS_ALLOCATED && size == 2) bitsAllocated = bytes[i] & 0xFF;
        return false;
    }

    boolean undeclared(Vr vr) {
        return vr.usesCharacterSet() && characterSet.names().isEmpty();
    }
}
