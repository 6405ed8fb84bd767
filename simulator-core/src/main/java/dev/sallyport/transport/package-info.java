/** Sockets: endpoints, dialling, TLS, and the agent that lives in this process. The only user of Netty. */
package dev.sallyport.transport;
