package org.tyde.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How text is encoded: Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2, PS3.5 6.1).
public final class SpecificCharacterSet {
    /// Nothing declared. Its text is ASCII; bytes outside it are read as UTF-8 where they are UTF-8
    /// and as ISO 8859-1 otherwise, and the reader warns of them.
    public static final SpecificCharacterSet UNDECLARED =
            new SpecificCharacterSet(List.of(), List.of(), Optional.empty());

    /// ISO_IR 192.
    public static final SpecificCharacterSet UTF_8 =
            new SpecificCharacterSet(
                    List.of("ISO_IR 192"), List.of(CharacterSetTerm.ISO_IR_192), Optional.empty());

    /// ISO_IR 100.
    public static final SpecificCharacterSet LATIN_1 =
            new SpecificCharacterSet(
                    List.of("ISO_IR 100"), List.of(CharacterSetTerm.ISO_IR_100), Optional.empty());

    private final List<String> names;
    private final List<CharacterSetTerm> terms;
    private final Optional<String> unknown;

    private SpecificCharacterSet(
            List<String> names, List<CharacterSetTerm> terms, Optional<String> unknown) {
        this.names = names;
        this.terms = terms;
        this.unknown = unknown;
    }

    /// @param names the values of (0008,0005); one the standard does not define is remembered, and
    ///     text outside ASCII is then refused
    /// @return the character set
    public static SpecificCharacterSet of(List<String> names) {
        if (names.size() == 1) {
            if (names.getFirst().equals("ISO_IR 100")) return LATIN_1;
            if (names.getFirst().equals("ISO_IR 192")) return UTF_8;
        }
        if (names.stream().allMatch(String::isBlank)) return UNDECLARED;
        var terms = new ArrayList<CharacterSetTerm>();
        Optional<String> unknown = Optional.empty();
        for (var name : names) {
            var term = CharacterSetTerm.of(name);
            if (term.isPresent()) terms.add(term.get());
            else unknown = Optional.of(name);
        }
        // with a set that stands alone there is no code extension: the first is that of all text
        if (!terms.isEmpty() && !terms.getFirst().extensible())
            terms.subList(1, terms.size()).clear();
        return new SpecificCharacterSet(List.copyOf(names), List.copyOf(terms), unknown);
    }

    /// @return the defined terms, empty where nothing is declared
    public List<String> names() {
        return names;
    }

    /// @return the term that names no character set
    public Optional<String> unknown() {
        return unknown;
    }

    /// @param bytes encoded text
    /// @param vr of the value: a delimiter of its kind ends what an escape sequence began (PS3.5
    ///     6.1.2.5.3)
    /// @return the text; a byte that the character set does not have becomes U+FFFD
    /// @throws DicomFormatException where the character set is unknown and the text is not ASCII
    public String decode(byte[] bytes, Vr vr) throws DicomFormatException {
        return decode(bytes, 0, bytes.length, vr);
    }

    String decode(byte[] bytes, int start, int length, Vr vr) throws DicomFormatException {
        if (isPlain(bytes, start, length) && !startsWithJapanese()) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
        if (unknown.isPresent()) {
            throw new DicomFormatException(
                            DicomReason.UNKNOWN_CHARACTER_SET, -1, unknown.orElseThrow())
                    .at(Tag.SPECIFIC_CHARACTER_SET.toString())
                    .withRule("PS3.3 C.12.1.1.2");
        }
        if (terms.isEmpty()) return undeclared(bytes, start, length);
        if (hasOneCharset() && !hasEscape(bytes, start, length))
            return new String(bytes, start, length, terms.getFirst().charset());
        return new CodeExtensionDecoder(terms, vr).decode(bytes, start, length);
    }

    /// @param text any text
    /// @param vr of the value: before a delimiter of its kind escape sequences lead back to the first
    ///     term (PS3.5 6.1.2.5.3)
    /// @return its bytes, or empty where the declared character sets do not have all of its letters
    public Optional<byte[]> encode(String text, Vr vr) {
        if (isAscii(text) && !startsWithJapanese())
            return Optional.of(text.getBytes(StandardCharsets.US_ASCII));
        if (terms.isEmpty() || unknown.isPresent()) return Optional.empty();
        if (!terms.getFirst().extensible()) return encode(text, terms.getFirst().charset());
        var encoder = new CodeExtensionEncoder(terms, vr);
        return encoder.write(text) ? Optional.of(encoder.bytes()) : Optional.empty();
    }

    private static Optional<byte[]> encode(String text, Charset charset) {
        try {
            var encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException outside) {
            return Optional.empty();
        }
    }

    private boolean startsWithJapanese() {
        return !terms.isEmpty() && terms.getFirst() == CharacterSetTerm.ISO_IR_13;
    }

    /// Without escape sequences its bytes are those of one charset of the JDK.
    private boolean hasOneCharset() {
        var first = terms.getFirst();
        boolean plain = !first.inG0() && first != CharacterSetTerm.ISO_IR_13;
        return terms.size() == 1 && plain;
    }

    private static String undeclared(byte[] bytes, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        }
    }

    static boolean isPlain(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (bytes[i] < 0 || bytes[i] == 0x1B) return false;
        }
        return true;
    }

    private boolean hasEscape(byte[] bytes, int start, int length) {
        if (!terms.getFirst().extensible()) return false;
        for (int i = start; i < start + length; i++) if (bytes[i] == 0x1B) return true;
        return false;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet set && set.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\\", names);
    }
}
