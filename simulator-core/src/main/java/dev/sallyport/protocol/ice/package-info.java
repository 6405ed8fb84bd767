/**
 * Connectivity checks as Lync 2013 makes them (RFC 8445 §7, MS-ICE2): a Binding transaction with Microsoft's attributes,
 * on the very port where media follow.
 *
 * <p>Where the nonce stands: in the USERNAME, both ends' fragments of it in base64, and as the transaction id of the
 * first check. What SDP would carry, the password and the media keys, both ends derive from the nonce: it is proof of
 * origin against confusion, not against an attacker.
 *
 * <p>What is a stand-in: the far end only answers, as a lite agent does (RFC 8445 §2.5), and makes no checks of its own;
 * the second copy of each check with the legacy checksum, which Lync sends until it knows its peer, is not sent.
 */
package dev.sallyport.protocol.ice;
