/**
 * A stand-in for the Centralized Logging Service's agents: {@code cls/log}, over mutual TLS (rows EDGE-025 to EDGE-027).
 *
 * <p>The documents print three ports and MTLS; what is spoken inside is published nowhere that we found. So the frames
 * here are our own and begin with a mark of our own: a controller asks for the lines of a scenario, and the agent answers
 * with several TLS records of them. What it proves is the TLS connection, its certificates, and that small and large
 * messages pass; not that a firewall would know the protocol inside.
 *
 * <p>Where the nonce stands: in both frames, after mark, length and kind.
 */
package dev.sallyport.protocol.cls;
