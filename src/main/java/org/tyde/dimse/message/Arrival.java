package org.tyde.dimse.message;

import org.tyde.dicom.TransferSyntax;

import java.util.OptionalInt;

/// An instance that comes by C-STORE (PS3.4 B).
///
/// @param sopClass its SOP Class UID
/// @param sopInstance its SOP Instance UID, well formed; from outside, so never a file name
/// @param syntax in which it comes and is kept
/// @param from AE title of the sender
/// @param moveOriginator AE title of who asked for it by C-MOVE; empty where nobody did
/// @param moveMessage the Message ID of that C-MOVE
public record Arrival(
        String sopClass,
        String sopInstance,
        TransferSyntax syntax,
        String from,
        String moveOriginator,
        OptionalInt moveMessage) {}
