/// Looks a report over before it is signed, without any network: each check is one class with one rule. What
/// the rules know of words stands in `words_nb.txt` and `words_en.txt`. They say what speaks against the text,
/// never what it should say; the radiologist decides.
@NullMarked
package org.tyde.report.check;

import org.jspecify.annotations.NullMarked;
