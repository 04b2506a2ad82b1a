package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damaged at random, a file is read or refused: nothing else comes out, in bounded time.
class MutationTest {
    private static final int EACH = 6000;

    private static List<byte[]> seeds() throws IOException {
        var example = DicomWriterTest.example();
        var small = example.toBuilder().bytes(Tag.ICC_PROFILE, Vr.OB, new byte[64]);
        var set = small.bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(new byte[64])).build();
        var fragments =
                set.toBuilder()
                        .fragments(
                                Tag.PIXEL_DATA,
                                List.of(BulkData.of(new byte[12]), BulkData.of(new byte[8])))
                        .build();
        return List.of(
                DicomWriter.toBytes(set, TransferSyntax.IMPLICIT_LITTLE),
                DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE),
                DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_BIG),
                DicomWriter.toBytes(set, TransferSyntax.DEFLATED),
                DicomWriter.toBytes(fragments, TransferSyntax.RLE));
    }

    @Test
    @Timeout(120)
    void aDamagedFileIsReadOrRefused() throws IOException {
        var random = new Random(20261122);
        int refused = 0;
        int read = 0;
        for (var seed : seeds()) {
            for (int i = 0; i < EACH; i++) {
                var damaged = damage(seed, random);
                try {
                    touch(DicomReader.read(damaged).dataSet());
                    read++;
                } catch (DicomFormatException expected) {
                    assertTrue(expected.getMessage().length() > 10);
                    refused++;
                } catch (RuntimeException | Error wrong) {
                    fail("seed " + i + ": " + Arrays.toString(damaged), wrong);
                }
            }
        }
        assertTrue(refused > EACH / 2 && read > EACH / 2, refused + " refused, " + read + " read");
    }

    private static byte[] damage(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = 128 + random.nextInt(bytes.length - 128);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xFF);
                case 3 -> bytes = Arrays.copyOf(bytes, Math.max(130, at));
                default -> {
                    int from = 128 + random.nextInt(bytes.length - 128);
                    int count = Math.min(16, bytes.length - Math.max(at, from));
                    System.arraycopy(bytes.clone(), from, bytes, at, count);
                }
            }
        }
        return bytes;
    }

    /// Every value is asked for in every way that its kind allows.
    static void touch(DataSet set) throws IOException {
        for (var element : set) {
            try {
                touch(set, element);
            } catch (DicomFormatException malformed) {
                assertTrue(malformed.getMessage().length() > 10);
            }
        }
        try {
            DicomJson.write(set);
        } catch (DicomFormatException malformed) {
            assertTrue(malformed.getMessage().length() > 10);
        }
    }

    private static void touch(DataSet set, Element element) throws IOException {
        var tag = element.tag();
        switch (element.value()) {
            case Value.Items items -> {
                for (var item : items.items()) touch(item);
            }
            case Value.Fragments all -> {
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
