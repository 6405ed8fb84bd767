/**
 * The lab's certificate authority: the right certificates for its hosts, deliberately wrong ones for tests, and the
 * folders in which they reach the hosts. Bouncy Castle writes the certificates; keys and signatures are the JDK's.
 */
package dev.sallyport.certs;
