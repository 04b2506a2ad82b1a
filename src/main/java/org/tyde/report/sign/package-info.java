/// From a draft to a document that others rely on: what is looked over before signing, the two acts of
/// signing, the time in which it can be taken back, and its way to archives and folders.
@NullMarked
package org.tyde.report.sign;

import org.jspecify.annotations.NullMarked;
