/// How the house says no: a reason, its arguments, the place and the rule, turned into one sentence
/// in the reader's language. Every room stands on this one; it knows none of them.
@NullMarked
package org.tyde.refusal;

import org.jspecify.annotations.NullMarked;
