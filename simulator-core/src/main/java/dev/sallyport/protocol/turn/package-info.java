/**
 * TURN (RFC 8656): {@code turn/allocate} and {@code turn/relay}, over UDP and over TCP, with relays on UDP.
 *
 * <p>A message is a STUN message with TURN's attributes, or ChannelData; what comes to a relayed address, or to the
 * peer that an initiator plays on a second port, is one too, though it never stands on the control connection.
 *
 * <p>Credentials are {@link dev.sallyport.protocol.turn.LabCredentials}: both ends compute them, so they prove nothing
 * but that a firewall carries the whole exchange.
 *
 * <p>The 401 is longer than the request it answers, as TURN must have it; that the transport answers addresses of the
 * lab alone keeps it from being an amplifier.
 *
 * <p>Where the nonce stands: it is the transaction id of the first Allocate request, that without a user name, and of
 * a Binding request. The later transaction ids are drawn from it by a hash, and are no nonces.
 */
package dev.sallyport.protocol.turn;
