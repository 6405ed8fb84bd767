/**
 * What a protocol offers: exchanges as ladders of steps, services that answer, codecs; and the two runs that walk
 * them over a {@link dev.sallyport.exchange.Line}. No sockets, no clock: a line may be bytes in memory.
 */
package dev.sallyport.exchange;
