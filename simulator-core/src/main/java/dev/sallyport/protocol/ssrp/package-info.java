/**
 * SSRP, the SQL Server Resolution Protocol (MC-SQLR): {@code ssrp/resolve}, over UDP.
 *
 * <p>Where the nonce stands: in the name of the instance that is asked for, {@code RTCLOCAL} and the 24 digits behind
 * it. That is the longest name the protocol has room for (§2.2.3: 32 bytes), far from the 60 and more that inspection
 * takes for the Slammer worm, and a request of one byte (§2.2.2) could carry none. Our service knows that instance
 * under any such name and answers with the name that was asked for; a real SQL Server Browser keeps silent on it.
 *
 * <p>Sizes: an answer is longer than its request, for the shortest request has one byte; it describes one instance, in
 * about a hundred bytes. That the transport answers addresses of the lab alone is what keeps it from being a weapon.
 */
package dev.sallyport.protocol.ssrp;
