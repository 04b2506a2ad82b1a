package org.tyde.access;

import org.tyde.refusal.Reason;

/// Why nobody could be signed in, or no longer is. `{0}` is the host of the sign-in service where there is
/// one.
public enum AccessReason implements Reason {
    /// A password or token with a line end or another control character.
    SECRET_OF_SEVERAL_LINES,
    /// The service does not answer.
    NO_ANSWER,
    /// What answers is no such service; `{1}` the address.
    NOT_A_SERVICE,
    /// An answer beyond all reason; `{1}` bytes.
    TOO_LARGE,
    /// The service names itself otherwise than asked for; `{1}` how.
    OTHER_ISSUER,
    /// One of its addresses is not encrypted; `{1}` the address.
    PLAIN_ADDRESS,
    /// It does not offer what is needed; `{1}` what.
    LACKS,
    /// It wants the program to prove itself with a key, and there is none.
    NO_CLIENT_KEY,
    /// The program's key is not one to sign with; `{0}` where it lies.
    BAD_CLIENT_KEY,
    /// The door that the browser comes back through cannot be opened.
    NO_WAY_BACK,
    /// Nobody signed in; `{1}` minutes.
    NOT_IN_TIME,
    /// The browser came back with an answer to another question.
    OTHER_STATE,
    /// The service said no; `{1}` its word.
    DENIED,
    /// The service gave no token; `{1}` its word.
    NO_TOKEN,
    /// This computer's clock differs from the service's; `{1}` seconds.
    CLOCK_OFF,
    /// The token is not bound to the key as asked for.
    NOT_BOUND,
    /// There is no identity token.
    NO_ID_TOKEN,
    /// The identity token is signed in a way that is not taken; `{1}` the algorithm.
    ID_TOKEN_ALGORITHM,
    /// The identity token's signature is not the service's.
    ID_TOKEN_SIGNATURE,
    /// The identity token is another service's; `{1}` whose.
    ID_TOKEN_ISSUER,
    /// The identity token is for another program.
    ID_TOKEN_AUDIENCE,
    /// The identity token is over; `{1}` seconds ago, by this computer's clock.
    ID_TOKEN_OVER,
    /// The identity token is from the future; `{1}` seconds, by this computer's clock.
    ID_TOKEN_FROM_FUTURE,
    /// The identity token answers another question.
    ID_TOKEN_NONCE,
    /// The identity token belongs to another access token.
    ID_TOKEN_HASH,
    /// The identity token lacks a claim or has a malformed one; `{1}` which.
    ID_TOKEN_CLAIM,
    /// Somebody else is signed in than before.
    OTHER_PERSON,
    /// Nobody has signed in yet.
    NOT_SIGNED_IN,
    /// The sign-in is over; `{1}` the service's word, empty when it said none.
    SIGN_IN_OVER
}
