/// A structured report as a page to be read: whose and by whom, then line by line what its content tree says,
/// in the reader's language where the concept is known and as written where it is not. Nothing of the tree is
/// left out; what is wrong stands where it is wrong.
@NullMarked
package org.tyde.evidence.document;

import org.jspecify.annotations.NullMarked;
