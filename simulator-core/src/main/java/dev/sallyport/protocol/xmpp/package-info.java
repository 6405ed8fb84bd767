/**
 * XMPP between servers (RFC 6120, XEP-0178, XEP-0220) as Lync's Edge proxy and Front End gateway speak it: rows XMPP-01,
 * XMPP-02 on 5269 and XMPP-03 on 23456.
 *
 * <p>Where an attempt's nonce stands: in each stream header of the initiator as the attribute {@code nonce} of the
 * namespace {@code urn:sallyport}, so that the far end knows it from the first segment; in the ping as its {@code id}.
 * On the second connection of a dialback, opened by the far end, the header carries it on.
 *
 * <p>Nothing of Smack or aalto-xml leaves this package.
 */
package dev.sallyport.protocol.xmpp;
