/** Agents over NATS, with Debian's server: what a site with many hosts uses, and what may go wrong with it. */
package dev.sallyport.testkit.bus;
