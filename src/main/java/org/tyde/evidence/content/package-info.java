/// The content tree of a structured report, of whatever SOP class and template (PS3.3 C.17.3): every item with
/// its place, relationship, concept and value. Nothing is left out: what is malformed, unknown or points
/// nowhere stays in the tree with a sentence that says so. What it means is for *evidence*.
@NullMarked
package org.tyde.evidence.content;

import org.jspecify.annotations.NullMarked;
