/** RTCP (RFC 3550 §6): sender and receiver reports, and what a receiver counts for them. */
package dev.sallyport.protocol.rtcp;
