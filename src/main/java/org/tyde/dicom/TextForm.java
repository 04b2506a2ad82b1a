package org.tyde.dicom;

import java.util.function.IntPredicate;

/// The forms of text values (PS3.5 6.2, table 6.2-1): which characters and how many. What is written
/// must have its form; what is read need not.
enum TextForm {
    /// No text.
    NONE(false, false) {
        @Override
        boolean accepts(String value, int longest) {
            return false;
        }
    },
    TITLE(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest && all(value, TextForm::isPrintableAscii);
        }
    },
    AGE(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.matches("[0-9]{3}[DWMY]");
        }
    },
    /// `*` and `?` stand for others in a query (PS3.4 C.2.2.2.4).
    CODE(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest
                    && all(
                            value,
                            c ->
                                    c >= 'A' && c <= 'Z'
                                            || c >= '0' && c <= '9'
                                            || " _*?".indexOf(c) >= 0);
        }
    },
    DATE(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return isRange(value) || Moments.date(value.strip()).isPresent();
        }

        private static boolean isRange(String value) {
            return value.matches("([0-9]{8})?-([0-9]{8})?") && value.length() > 1;
        }
    },
    TIME(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest
                    && (isRange(value) || Moments.time(value.strip()).isPresent());
        }

        private static boolean isRange(String value) {
            return value.matches("[0-9.]*-[0-9.]*") && value.length() > 1;
        }
    },
    DATE_TIME(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest
                    && all(value, c -> c >= '0' && c <= '9' || " .+-".indexOf(c) >= 0);
        }
    },
    DECIMAL(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest && Numbers.decimal(value.strip()).isPresent();
        }
    },
    INTEGER(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest && value.matches(" *[+-]?[0-9]+ *") && fits(value);
        }

        private static boolean fits(String value) {
            long number = Long.parseLong(value.strip());
            return number == (int) number;
        }
    },
    /// Its components are not looked at: identifiers are taken over from others as they are.
    UID(false, true) {
        @Override
        boolean accepts(String value, int longest) {
            return value.length() <= longest && all(value, c -> isPrintableAscii(c) && c != ' ');
        }
    },
    URI(false, false) {
        @Override
        boolean accepts(String value, int longest) {
            return all(value.stripTrailing(), c -> isPrintableAscii(c) && c != ' ');
        }
    },
    NAME(true, true) {
        @Override
        boolean accepts(String value, int longest) {
            var groups = value.split("=", -1);
            if (groups.length > 3) return false;
            for (var group : groups) {
                if (characters(group) > longest || group.split("\\^", -1).length > 5) return false;
            }
            return all(value, c -> !Character.isISOControl(c));
        }
    },
    /// Text of one line, several values.
    LINE(true, true) {
        @Override
        boolean accepts(String value, int longest) {
            return characters(value) <= longest && all(value, c -> !Character.isISOControl(c));
        }
    },
    /// Text of several lines, one value.
    PAGE(true, false) {
        @Override
        boolean accepts(String value, int longest) {
            return characters(value) <= longest
                    && all(value, c -> !Character.isISOControl(c) || "\t\n\f\r".indexOf(c) >= 0);
        }
    };

    /// As long as an element's length may be.
    static final int UNLIMITED = Integer.MAX_VALUE;

    private final boolean declared;
    private final boolean several;

    TextForm(boolean declared, boolean several) {
        this.declared = declared;
        this.several = several;
    }

    /// Whether Specific Character Set (0008,0005) says how it is encoded.
    boolean declared() {
        return declared;
    }

    /// Whether a backslash separates values.
    boolean several() {
        return several;
    }

    /// Whether that is one value of this form, not empty.
    abstract boolean accepts(String value, int longest);

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean all(String text, IntPredicate allowed) {
        return text.chars().allMatch(allowed);
    }

    private static boolean isPrintableAscii(int c) {
        return c >= ' ' && c <= '~' && c != '\\';
    }
}
