/**
 * SRTP and SRTCP (RFC 3711) with AES_CM_128_HMAC_SHA1_80, the one transform that Lync offers: bytes to bytes, by the
 * JDK's AES and HMAC.
 *
 * <p>Left out, since Lync negotiates none of it: the master key identifier (a crypto line without {@code |1:1}), key
 * derivation rates, F8, and header extensions under encryption (RFC 6904).
 */
package dev.sallyport.protocol.srtp;
