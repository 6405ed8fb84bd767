/**
 * Frames of our own, for protocols whose framing is published nowhere that we found: {@code psom} and {@code cls}.
 *
 * <p>Each begins with a mark of its protocol, so that nobody takes it for Microsoft's.
 */
package dev.sallyport.protocol.standin;
