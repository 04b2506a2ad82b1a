package org.tyde.dimse.upper;

import java.util.List;

/// A protocol data unit (PS3.8 9.3).
sealed interface Pdu {
    /// @return its PDU-type
    int type();

    /// Asks for an association (PS3.8 9.3.2).
    ///
    /// @param protocolVersion one bit for each version; bit 0 is version 1
    record AssociateRq(
            int protocolVersion,
            String calledTitle,
            String callingTitle,
            String applicationContext,
            List<PresentationContext> contexts,
            UserInformation user)
            implements Pdu {
        @Override
        public int type() {
            return 0x01;
        }
    }

    /// Accepts it (PS3.8 9.3.3). The titles are those of the request, sent back and not tested.
    record AssociateAc(
            int protocolVersion,
            String calledTitle,
            String callingTitle,
            String applicationContext,
            List<ContextAnswer> contexts,
            UserInformation user)
            implements Pdu {
        @Override
        public int type() {
            return 0x02;
        }
    }

    /// Rejects it (PS3.8 9.3.4).
    record AssociateRj(int result, int source, int reason) implements Pdu {
        @Override
        public int type() {
            return 0x03;
        }
    }

    /// Carries presentation data values (PS3.8 9.3.5), which are read as they come.
    ///
    /// @param length in bytes of all its values with their headers
    record PDataTf(long length) implements Pdu {
        @Override
        public int type() {
            return 0x04;
        }
    }

    /// Asks for release (PS3.8 9.3.6).
    record ReleaseRq() implements Pdu {
        @Override
        public int type() {
            return 0x05;
        }
    }

    /// Answers it (PS3.8 9.3.7).
    record ReleaseRp() implements Pdu {
        @Override
        public int type() {
            return 0x06;
        }
    }

    /// Ends the association at once (PS3.8 9.3.8).
    record Abort(int source, int reason) implements Pdu {
        @Override
        public int type() {
            return 0x07;
        }
    }
}
