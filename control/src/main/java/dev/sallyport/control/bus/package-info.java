/**
 * Pipes over a message bus: agents and controller dial out to one broker, and between each two of them lies a pair of
 * byte streams that outlives what the broker loses. What goes through is the same as through any other pipe.
 */
package dev.sallyport.control.bus;
