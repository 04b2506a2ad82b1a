package org.tyde.dimse.upper;

import org.tyde.dicom.Uids;

import java.util.List;
import java.util.Optional;

/// The user information item (PS3.8 9.3.2.3, PS3.7 D.3.3) of a request or of its acceptance.
///
/// @param maxLength the longest P-DATA-TF its sender takes, unsigned; 0: no limit
/// @param implementationClass UID; required by the standard, absent with some old peers
/// @param implementationVersion at most 16 characters
/// @param identity of a request
/// @param identityAnswer of an acceptance
record UserInformation(
        long maxLength,
        Optional<String> implementationClass,
        Optional<String> implementationVersion,
        Optional<AsyncWindow> window,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> commonExtended,
        Optional<UserIdentity> identity,
        Optional<byte[]> identityAnswer) {
    static UserInformation ofRequest(Proposal proposal, long maxLength) {
        return new UserInformation(
                maxLength,
                Optional.of(Uids.IMPLEMENTATION_CLASS),
                Optional.of(Uids.IMPLEMENTATION_VERSION),
                proposal.window(),
                proposal.roles(),
                proposal.extended(),
                proposal.commonExtended(),
                proposal.identity(),
                Optional.empty());
    }

    static UserInformation ofAcceptance(Answer.Accept accepted, long maxLength) {
        return new UserInformation(
                maxLength,
                Optional.of(Uids.IMPLEMENTATION_CLASS),
                Optional.of(Uids.IMPLEMENTATION_VERSION),
                accepted.window(),
                accepted.roles(),
                accepted.extended(),
                List.of(),
                Optional.empty(),
                accepted.identityAnswer());
    }
}
